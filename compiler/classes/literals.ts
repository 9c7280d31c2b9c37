import { passes } from '../holds.ts'
import { everyClass, classes as classSet } from '../class-set.ts'
import type { Asked, Axis } from './axis.ts'

/**
 * Classes of one `contains` literal: 1 when it is found, else 0. A request without the fact is in its default's class,
 * or in class 0. The empty literal stands for `has`: any value carries the fact, and absence is a class of its own.
 */
export function literalAxis({ fact, tests }: Asked, literal: string): Axis {
  const isPresence = literal === '' && fact.optional
  const unsaid = isPresence ? 2 : Number(passes({ kind: 'contains', literal }, fact, undefined))
  const count = isPresence ? 3 : 2
  return {
    fact,
    tests,
    classes: { kind: 'contains', literal },
    count,
    missing: isPresence || (fact.optional && fact.default === undefined) ? unsaid : undefined,
    unsaid,
    samples: isPresence ? [false, true, undefined] : [false, true],
    classOf: (value) => Number(passes({ kind: 'contains', literal }, fact, value)),
    full: everyClass(count),
    passing: (test) => classSet(count, test.kind === 'present' ? [0, 1] : [1]),
  }
}
