import type { Axis, Classes, DecisionTable } from '../../schemas/generated/decision-table.ts'
import { classOfValue, linkAxis, type LinkedAxis } from './axis.ts'
import { builtinReaders } from './facts.ts'

/** What is wrong with an artifact, as the end of the sentence "The table …"; `undefined` when nothing is. */
export type Problem = string | undefined

const classesMax = 65_536

/** Which kinds of classes can tell the values of a type apart. */
const kindsOfType: Readonly<Record<LinkedAxis['type']['kind'], readonly Classes['kind'][]>> = {
  bool: ['flag'],
  enum: ['values'],
  string: ['values', 'globs'],
  number: ['cuts'],
  address: ['addresses'],
  strings: ['contains'],
  text: ['contains'],
  model: ['values', 'globs'],
}

/** Every axis by itself, and no fact twice. */
export function checkAxes(table: DecisionTable): Problem {
  const seen = new Set<string>()
  for (const [index, axis] of table.axes.entries()) {
    const key = axis.classes.kind === 'contains' ? `${axis.fact}\0${axis.classes.literal}` : axis.fact
    if (seen.has(key)) return `has the axis of \`${axis.fact}\` twice`
    seen.add(key)
    const problem = checkAxis(axis)
    if (problem !== undefined) return `${problem} (axis ${index}, fact \`${axis.fact}\`)`
  }
  return undefined
}

function checkAxis(axis: Axis): Problem {
  if (axis.fact === '' || axis.fact in {}) return 'names a fact by a word that cannot be one'
  if (axis.origin.kind === 'builtin' && !builtinReaders.has(axis.fact))
    return 'reads a built-in fact that this version of gwc does not have'
  if (!kindsOfType[axis.type.kind].includes(axis.classes.kind))
    return `divides a ${axis.type.kind} by ${axis.classes.kind}`
  if (axis.count > classesMax) return `has more than ${classesMax} classes`
  if (axis.missing !== undefined && axis.missing >= axis.count) return 'has its class of absence out of range'
  return checkClasses(axis) ?? checkDefault(axis)
}

function checkClasses(axis: Axis): Problem {
  const { classes, count } = axis
  switch (classes.kind) {
    case 'flag':
    case 'contains':
      return count < 2 ? 'has one class where two are told apart' : undefined
    case 'cuts':
      return checkCuts(classes.at, classes.after, count)
    case 'values':
      return checkValues(axis, classes)
    case 'addresses':
      return checkAddresses(classes, count)
    case 'globs':
      return checkAutomaton(classes.dfa, count)
  }
}

function checkAddresses(
  { starts, class: of }: Extract<Classes, { kind: 'addresses' }>,
  count: number,
): Problem {
  const at = starts.map(BigInt)
  const isAscending = at.every((start, index) => (index === 0 ? start === 0n : start > (at[index - 1] ?? 0n)))
  if (!isAscending || of.length !== at.length) return 'has intervals of addresses out of order'
  return of.every((each) => each < count)
    ? undefined
    : 'has an interval of addresses whose class is out of range'
}

function checkCuts(at: readonly number[], after: readonly boolean[], count: number): Problem {
  if (at.length !== after.length) return 'has cut points without a side'
  if (at.length >= count) return 'has more cut points than classes'
  const ordered = at.every(
    (cut, i) => i === 0 || cut > (at[i - 1] ?? 0) || (cut === at[i - 1] && !after[i - 1] && after[i]),
  )
  return ordered && at.every(Number.isFinite) ? undefined : 'has cut points out of order'
}

function checkValues(axis: Axis, classes: Extract<Classes, { kind: 'values' }>): Problem {
  const inRange = (value: number): boolean => value >= 0 && value < axis.count
  if (!classes.values.every(([, value]) => inRange(value))) return 'has a value whose class is out of range'
  if (new Set(classes.values.map(([value]) => value)).size !== classes.values.length)
    return 'has a value twice'
  const isClosed = axis.type.kind === 'enum' && !axis.type.open // nothing is *other* there, so that -1 may stand for it
  return inRange(classes.other) || (isClosed && classes.other === -1)
    ? undefined
    : 'has the class of other values out of range'
}

interface Automaton {
  readonly literals?: unknown
  readonly alphabet?: unknown
  readonly next?: unknown
  readonly classOf?: unknown
}

/** INVARIANT: what passes here cannot lead `classOfString` out of its tables. */
function checkAutomaton({ literals, alphabet, next, classOf }: Automaton, count: number): Problem {
  if (!isArrayOf(alphabet, (letter) => typeof letter === 'string'))
    return 'has an automaton without an alphabet'
  if (!isArrayOf(classOf, isIndexBelow(count)) || classOf.length === 0)
    return 'has an automaton whose classes are out of range'
  const isState = isIndexBelow(classOf.length)
  const isRow = (row: unknown): boolean => isArrayOf(row, isState) && row.length === alphabet.length + 1
  if (!isArrayOf(next, isRow) || next.length !== classOf.length)
    return 'has an automaton with a step to nowhere'
  return isArrayOf(literals, isLiteralBelow(count)) ? undefined : 'has a literal whose class is out of range'
}

function isArrayOf(value: unknown, test: (each: unknown) => boolean): value is readonly unknown[] {
  return Array.isArray(value) && value.every(test)
}

function isIndexBelow(bound: number): (value: unknown) => boolean {
  return (value) => typeof value === 'number' && Number.isInteger(value) && value >= 0 && value < bound
}

function isLiteralBelow(count: number): (pair: unknown) => boolean {
  const isClass = isIndexBelow(count)
  return (pair) =>
    isArrayOf(pair, () => true) && pair.length === 2 && typeof pair[0] === 'string' && isClass(pair[1])
}

function checkDefault(axis: Axis): Problem {
  if (axis.default === undefined || axis.missing !== undefined) return undefined
  return classOfValue(linkAxis(axis).lookup, axis.default) >= 0
    ? undefined
    : 'has a default that its type does not take'
}
