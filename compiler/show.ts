import { showQuantity } from '../core/quantity.ts'
import type { FactRow, FactValue } from '../core/types.ts'
import { areEqual, classList, type ClassSet, difference } from './class-set.ts'
import type { Axis, Space } from './classes.ts'
import type { Cube } from './cube.ts'
import type { Atom, Cond, Test } from './typed.ts'

/** A fact's value as a policy spells it: `"search"`, `32k`, `openai/gpt-4.1`, `true`. */
export function showValue(fact: FactRow, value: FactValue): string {
  if (typeof value === 'boolean') return String(value)
  if (typeof value === 'number')
    return fact.type.kind === 'number' ? showQuantity(value, fact.type.unit) : String(value)
  if (typeof value === 'string') return showName(fact, value)
  return `{${value.map((each) => JSON.stringify(each)).join(', ')}}`
}

function showName(fact: FactRow, value: string): string {
  return fact.type.kind === 'model' && value.includes('/') ? value : JSON.stringify(value)
}

/** A condition as a policy spells it. Of nothing: `always`, or `never`. */
export function showCond(condition: Cond): string {
  switch (condition.kind) {
    case 'all':
      return condition.operands.length === 0 ? 'always' : condition.operands.map(inAnd).join(' and ')
    case 'any':
      return condition.operands.length === 0 ? 'never' : condition.operands.map(showCond).join(' or ')
    case 'not':
      return condition.operand.kind === 'atom'
        ? showAtom(condition.operand, false)
        : `not (${showCond(condition.operand)})`
    case 'atom':
      return showAtom(condition, true)
  }
}

function inAnd(condition: Cond): string {
  const isLoose = condition.kind === 'any' && condition.operands.length > 1
  return isLoose ? `(${showCond(condition)})` : showCond(condition)
}

const showAtom = ({ fact, test }: Atom, positive: boolean): string => showTest(fact, test, positive)

/** A test of a fact as a policy spells it, or its negation. */
export function showTest(fact: FactRow, test: Test, positive = true): string {
  switch (test.kind) {
    case 'flag':
      return positive ? fact.name : `not ${fact.name}`
    case 'compare':
      return showCompare(fact, test, positive)
    case 'member':
      return test.like === undefined
        ? showMember(fact, test.values, positive)
        : showLike(fact, test.like, positive)
    case 'within':
      return showMember(fact, test.networks, positive)
    case 'glob':
      return showLike(fact, test.pattern, positive)
    case 'contains':
      return `${positive ? '' : 'not '}${fact.name} contains ${JSON.stringify(test.literal)}`
    case 'present':
      return `${positive ? '' : 'not '}has ${fact.name}`
  }
}

function showCompare(fact: FactRow, test: Extract<Test, { kind: 'compare' }>, positive: boolean): string {
  const { op } = test.written ?? test
  const [name, constant] =
    test.written === undefined
      ? [fact.name, showValue(fact, test.value)]
      : [test.written.fact, showQuantity(test.written.value, test.written.unit)]
  return `${name} ${positive ? op : opposites[op]} ${constant}`
}

const opposites = { '==': '!=', '!=': '==', '<': '>=', '<=': '>', '>': '<=', '>=': '<' } as const

const showLike = (fact: FactRow, pattern: string, positive: boolean): string =>
  `${fact.name}${positive ? '' : ' not'} like ${JSON.stringify(pattern)}`

function showMember(fact: FactRow, values: readonly string[], positive: boolean): string {
  const [only] = values
  if (values.length === 1 && only !== undefined)
    return `${fact.name} ${positive ? '==' : '!='} ${showName(fact, only)}`
  return `${fact.name}${positive ? '' : ' not'} in {${values.map((value) => showName(fact, value)).join(', ')}}`
}

/** A cube as a condition: one term per axis that it restricts. Everything: `always`. */
export function showCube(space: Space, cube: Cube): string {
  if (cube.length === 0) return 'always'
  return cube.map(({ axis, set }) => showClasses(space.axes[axis] as Axis, set)).join(' and ')
}

/** Classes of an axis as a condition: a test of the policy where one says exactly that, else spelled out. */
export function showClasses(axis: Axis, set: ClassSet): string {
  const rest = difference(axis.full, set)
  for (const test of axis.tests) {
    const passing = axis.passing(test)
    if (areEqual(passing, set)) return showTest(axis.fact, test)
    if (areEqual(passing, rest)) return showTest(axis.fact, test, false)
  }
  if (axis.classes.kind === 'cuts') return showIntervals(axis, classList(set))
  return axis.classes.kind === 'values' ? showNames(axis, set, rest) : showSamples(axis, set)
}

function showNames(axis: Axis, set: ClassSet, rest: ClassSet): string {
  const inSet = namesOf(axis, set)
  const outside = namesOf(axis, rest)
  if (inSet !== undefined) return showMember(axis.fact, inSet, true)
  return outside === undefined ? showSamples(axis, set) : showMember(axis.fact, outside, false)
}

/** Every value of the classes, where they can be listed. */
function namesOf({ classes, missing, fact }: Axis, set: ClassSet): readonly string[] | undefined {
  if (classes.kind !== 'values') return undefined
  const isClosed = fact.type.kind === 'enum' && !fact.type.open
  const named = new Map<number, string[]>()
  for (const [value, at] of classes.values) named.set(at, [...(named.get(at) ?? []), value])
  if (isClosed && fact.type.kind === 'enum') {
    const known = new Set(classes.values.map(([value]) => value))
    const unnamed = fact.type.values.filter((value) => !known.has(value))
    if (unnamed.length > 0) named.set(classes.other, unnamed)
  }
  const lists = classList(set).map((each) => (each === missing ? undefined : named.get(each)))
  return lists.every((list) => list !== undefined) ? lists.flat() : undefined
}

/** Runs of neighbouring classes of a number, each from a cut to a cut. */
function showIntervals(axis: Axis, list: readonly number[]): string {
  const runs: { from: number; to: number }[] = []
  const lacking = list.some((each) => axis.samples[each] === undefined) ? [`not has ${axis.fact.name}`] : []
  for (const each of list.filter((one) => axis.samples[one] !== undefined)) {
    const last = runs.at(-1)
    if (last !== undefined && last.to === each - 1) last.to = each
    else runs.push({ from: each, to: each })
  }
  const shown = [...runs.map(({ from, to }) => showInterval(axis, from, to)), ...lacking]
  return shown.length === 1 ? shown.join() : `(${shown.join(' or ')})`
}

function showInterval({ fact, classes }: Axis, from: number, to: number): string {
  if (classes.kind !== 'cuts') return fact.name
  const { at, after } = classes
  const low = from > 0 ? { value: at[from - 1] as number, isIn: after[from - 1] !== true } : undefined
  const high = to < at.length ? { value: at[to] as number, isIn: after[to] === true } : undefined
  if (low !== undefined && high !== undefined && isOneValue(fact, low, high))
    return `${fact.name} == ${showValue(fact, low.value)}`
  const terms = [
    ...(low === undefined ? [] : [showBound(fact, low, '>', -1)]),
    ...(high === undefined ? [] : [showBound(fact, high, '<', 1)]),
  ]
  return terms.length === 0 ? `has ${fact.name}` : terms.join(' and ')
}

/** One end of an interval of numbers. */
interface Bound {
  readonly value: number
  /** The value itself belongs to the interval. */
  readonly isIn: boolean
}

const isWhole = ({ type }: FactRow): boolean => type.kind === 'number' && type.unit !== 'decimal'

const isOneValue = (fact: FactRow, low: Bound, high: Bound): boolean =>
  low.isIn && (high.isIn ? low.value === high.value : isWhole(fact) && low.value + 1 === high.value)

/** `> 100k` rather than `>= 100001`: of a whole number's bound the round spelling. */
function showBound(fact: FactRow, { value, isIn }: Bound, op: '<' | '>', outwards: 1 | -1): string {
  const beside = value + (isIn ? outwards : -outwards)
  const isRounder = isWhole(fact) && showValue(fact, beside).length + 1 < showValue(fact, value).length
  return isRounder
    ? `${fact.name} ${op}${isIn ? '' : '='} ${showValue(fact, beside)}`
    : `${fact.name} ${op}${isIn ? '=' : ''} ${showValue(fact, value)}`
}

/** What cannot be said in one test is shown by example. */
function showSamples(axis: Axis, set: ClassSet): string {
  const shown = classList(set)
    .slice(0, 3)
    .map((each) => {
      const sample = axis.samples[each]
      return sample === undefined ? `no ${axis.fact.name}` : showValue(axis.fact, sample)
    })
  return `${axis.fact.name} such as ${shown.join(', ')}`
}
