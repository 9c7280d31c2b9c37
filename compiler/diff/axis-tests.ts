import { endOfAddresses, showNetwork } from '../../core/address.ts'
import type { FactRow } from '../../core/types.ts'
import type { StringClasses } from '../../core/string-classes.ts'
import type { Axis } from '../../schemas/generated/decision-table.ts'
import type { Test } from '../typed.ts'

/** Tests that tell apart at least what an axis of a built table tells apart: the conditions themselves are gone. */
export function testsOf({ classes, missing }: Axis): readonly Test[] {
  const presence: readonly Test[] = missing === undefined ? [] : [{ kind: 'present' }]
  switch (classes.kind) {
    case 'flag':
      return [{ kind: 'flag' }, ...presence]
    case 'cuts':
      return [...cutTests(classes), ...presence]
    case 'values':
      return [...valueTests(classes.values), ...presence]
    case 'globs':
      return [...globTests(classes), ...presence]
    case 'addresses':
      return [...networkTests(classes), ...presence]
    case 'contains':
      return classes.literal === '' ? presence : [{ kind: 'contains', literal: classes.literal }]
  }
}

type ClassesOf<K extends Axis['classes']['kind']> = Extract<Axis['classes'], { kind: K }>

function cutTests({ at, after }: ClassesOf<'cuts'>): readonly Test[] {
  return at.map((value, index) => ({ kind: 'compare', op: after[index] === true ? '>' : '>=', value }))
}

function valueTests(values: ClassesOf<'values'>['values']): readonly Test[] {
  const groups = Map.groupBy(values, ([, each]) => each)
  return [...groups.values()].map((group) => ({
    kind: 'member',
    values: group.map(([value]) => value),
  }))
}

function globTests({ dfa, globs = [] }: ClassesOf<'globs'>): readonly Test[] {
  const { literals } = dfa as unknown as StringClasses
  return [
    ...literals.map(([literal]): Test => ({ kind: 'member', values: [literal] })),
    ...globs.map((pattern): Test => ({ kind: 'glob', pattern })),
  ]
}

/** Each class as the networks that its intervals are made of. */
function networkTests({ starts, class: classOf }: ClassesOf<'addresses'>): readonly Test[] {
  const intervals = starts.map((start, place) => ({
    start: BigInt(start),
    end: BigInt(starts[place + 1] ?? endOfAddresses),
    class: classOf[place] ?? 0,
  }))
  const byClass = Map.groupBy(intervals, (interval) => interval.class)
  return [...byClass.values()].map((group) => ({
    kind: 'within',
    networks: group.flatMap(({ start, end }) => networksIn(start, end)),
  }))
}

/** An interval of addresses as networks: each as large as its first address and the end allow. */
function networksIn(start: bigint, end: bigint): readonly string[] {
  const networks: string[] = []
  for (let first = start; first < end;) {
    let size = first === 0n ? 1n << 127n : first & -first
    while (first + size > end) size >>= 1n
    networks.push(showNetwork({ first, end: first + size, hasHostBits: false }))
    first += size
  }
  return networks
}

/** The fact of an axis, as far as a built table remembers it. */
export function factOf(axis: Axis): FactRow {
  const { fact, type, source, cost, origin, missing, default: usual } = axis
  return {
    name: fact,
    type,
    source,
    cost,
    origin,
    optional: missing !== undefined || usual !== undefined,
    ...(usual === undefined ? {} : { default: usual }),
    doc: '',
  }
}
