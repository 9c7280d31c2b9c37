import { classes as classSet } from '../class-set.ts'
import { passes } from '../holds.ts'
import type { Test } from '../typed.ts'
import { withAbsence } from './absence.ts'
import type { Asked, Axis } from './axis.ts'

/**
 * Classes of an enumeration, a model or a string that is tested by equality: values that the same tests name are one
 * class, and all values that no test names are one more. A closed enumeration has no value beyond its list.
 */
export function nameAxis(asked: Asked): Axis {
  const groups = groupValues(asked)
  const other = sampleOfOther(asked, new Set(groups.flat()))
  const values = groups.flatMap((group, index) => group.map((value): [string, number] => [value, index]))
  const dictionary = new Map(values)
  const rest = other === undefined ? 0 : groups.length
  const axis = withAbsence(asked, {
    classes: { kind: 'values', values, other: rest },
    samples: [...groups.map((group) => group[0] ?? ''), ...(other === undefined ? [] : [other])],
    classOf: (value) => dictionary.get(String(value)) ?? rest,
  })
  return { ...axis, passing: (test) => passingNames(test, axis, dictionary) }
}

/** Equality names its classes: no need to try every one of thousands. */
function passingNames(
  test: Test,
  axis: Axis,
  dictionary: ReadonlyMap<string, number>,
): ReturnType<Axis['passing']> {
  if (test.kind !== 'member') return axis.passing(test)
  const named = test.values.map((value) => dictionary.get(value)).filter((index) => index !== undefined)
  const absent = axis.samples.indexOf(undefined)
  const absentToo = absent !== -1 && passes(test, axis.fact, undefined)
  return classSet(axis.count, absentToo ? [...named, absent] : named)
}

/** Named values by the tests that pass them; a class of values that no test passes is not here. */
function groupValues({ fact, tests }: Asked): readonly (readonly string[])[] {
  const signatures = new Map<string, number[]>()
  tests.forEach((test, index) => {
    for (const value of namesPassing(test, fact)) push(signatures, value, index)
  })
  const groups = new Map<string, string[]>()
  for (const [value, passed] of signatures) push(groups, passed.join(), value)
  return [...groups.values()]
}

function namesPassing(test: Test, fact: Asked['fact']): Iterable<string> {
  if (test.kind === 'member') return new Set(test.values.filter((value) => isLegal(value, fact)))
  if (test.kind === 'glob' && fact.type.kind === 'enum')
    return fact.type.values.filter((value) => passes(test, fact, value))
  return []
}

function isLegal(value: string, { type }: Asked['fact']): boolean {
  return type.kind !== 'enum' || type.open || type.values.includes(value)
}

/** A readable value that no test names; `undefined` when a closed enumeration has none left. */
function sampleOfOther({ fact }: Asked, named: ReadonlySet<string>): string | undefined {
  if (typeof fact.default === 'string' && !named.has(fact.default)) return fact.default
  if (fact.type.kind === 'enum') {
    const unnamed = fact.type.values.find((value) => !named.has(value))
    if (unnamed !== undefined || !fact.type.open) return unnamed
  }
  return unusedName(fact.type.kind === 'model' ? 'other/model' : `other-${fact.name}`, named)
}

/** `name`, or `name-2`, `name-3` … when policies name that too. */
export function unusedName(name: string, used: ReadonlySet<string>): string {
  for (let n = 1; ; n++) {
    const candidate = n === 1 ? name : `${name}-${n}`
    if (!used.has(candidate)) return candidate
  }
}

function push<K, V>(lists: Map<K, V[]>, key: K, value: V): void {
  const list = lists.get(key)
  if (list === undefined) lists.set(key, [value])
  else list.push(value)
}
