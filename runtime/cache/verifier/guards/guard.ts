import type { ItemKind } from '../../question/question.ts'
import type { Difference } from '../difference.ts'

/** A reason for which two questions are never one, however alike they sound. */
export interface Guard {
  readonly name: string
  readonly meaning: string
  /** Two questions that it keeps apart. */
  readonly example: readonly [string, string]
  /** The words that differ; none when the guard has nothing to say. */
  readonly blocks: (difference: Difference) => readonly string[]
}

/** Blocks when an item of one of the kinds stands in one question alone. */
export const mustAgree =
  (...kinds: readonly ItemKind[]): Guard['blocks'] =>
  ({ left, right }) =>
    [...left, ...right].filter(({ kind }) => kinds.includes(kind)).map(({ key }) => key)
