import type { Item, Question } from '../question/question.ts'
import { type Difference, differenceOf, turned } from './difference.ts'
import { explanations } from './explanations/index.ts'
import { guards } from './guards/index.ts'

/** Whether two questions are one. */
export interface Verdict {
  /** `grey` is a miss, unless a judge is asked and agrees. */
  readonly kind: 'accept' | 'reject' | 'grey'
  /** The row that decided, e.g. `numbers`, `negation`, `unexplained`. */
  readonly rule: string
  /** Words of one question that nothing in the other explains, by the side that has more of them. */
  readonly unexplained: number
  /** The words that decided, for `gwc cache why`; never for a log. */
  readonly words: readonly string[]
}

/** How many unexplained words a judge may be asked about. */
const unexplainedMax = 1

/**
 * Whether the answer to one question answers the other. Every guard must agree, and each word that one has and the other lacks must be
 * explained. Symmetric and deterministic; a question accepts itself.
 */
export function verify(asked: Question, kept: Question): Verdict {
  if (asked.canonical === kept.canonical)
    return { kind: 'accept', rule: 'canonical', unexplained: 0, words: [] }
  const { difference, last } = explained(differenceOf(asked, kept))
  const unexplained = Math.max(difference.left.length, difference.right.length)
  for (const guard of guards) {
    const words = guard.blocks(difference)
    if (words.length > 0) return { kind: 'reject', rule: guard.name, unexplained, words: words.toSorted() }
  }
  const words = [...difference.left, ...difference.right].map(({ key }) => key).sort()
  if (unexplained === 0) return { kind: 'accept', rule: last ?? 'order', unexplained, words }
  return { kind: unexplained <= unexplainedMax ? 'grey' : 'reject', rule: 'unexplained', unexplained, words }
}

/** The difference that no row explains, and the last row that explained something. */
function explained(whole: Difference): {
  readonly difference: Difference
  readonly last: string | undefined
} {
  let difference = whole
  let last: string | undefined
  for (const { name, explains, isOfOrder } of explanations) {
    const items = new Set<Item>([...explains(difference), ...explains(turned(difference))])
    if (items.size === 0) continue
    difference = {
      ...difference,
      left: difference.left.filter((item) => !items.has(item)),
      right: difference.right.filter((item) => !items.has(item)),
      isOrderExplained: difference.isOrderExplained || isOfOrder === true,
    }
    last = name
  }
  return { difference, last }
}
