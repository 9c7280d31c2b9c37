import type { Item } from '../../question/question.ts'
import type { Difference } from '../difference.ts'

/** A reason for which words of one question that the other lacks make no difference. */
export interface Explanation {
  readonly name: string
  readonly meaning: string
  /** Two questions whose difference it explains. */
  readonly example: readonly [string, string]
  /** It also explains why the words stand in another order. */
  readonly isOfOrder?: true
  /** The items of either side that it explains; seen from both sides, so a row need only look at one. */
  readonly explains: (difference: Difference) => readonly Item[]
}
