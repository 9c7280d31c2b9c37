import type { FactRow, FactValue } from '../../core/types.ts'
import type { Classes } from '../../schemas/generated/decision-table.ts'
import type { ClassSet } from '../class-set.ts'
import type { Test } from '../typed.ts'

/**
 * One fact, or one `contains` literal of a fact, and the finite classes that its values fall into. Two values of one
 * class are indistinguishable to the policy.
 */
export interface Axis {
  readonly fact: FactRow
  /** Every distinct test that the policy puts to it, in order of first use. */
  readonly tests: readonly Test[]
  readonly classes: Classes
  /** How many classes, that of requests without the fact included. */
  readonly count: number
  /** Class of a request that lacks the fact, where its default does not stand in. */
  readonly missing: number | undefined
  /** Class of a request that says nothing of the fact: `missing`, or its default's; `undefined` when each says it. */
  readonly unsaid: number | undefined
  /**
   * Per class a readable value, `undefined` for the class of requests without the fact. On an axis of a `contains`
   * literal: whether it is found.
   */
  readonly samples: readonly (FactValue | undefined)[]
  /** The class of a value that a request carries. */
  readonly classOf: (value: FactValue) => number
  /** Every class. */
  readonly full: ClassSet
  /** The classes whose values pass a test of this axis. */
  readonly passing: (test: Test) => ClassSet
}

/** Every distinct test that the policy puts to one axis. */
export interface Asked {
  readonly fact: FactRow
  readonly tests: readonly Test[]
}
