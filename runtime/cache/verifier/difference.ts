import type { Item, Question } from '../question/question.ts'

/** What tells two questions apart: the items of each that the other lacks. */
export interface Difference {
  readonly asked: Question
  readonly kept: Question
  /** Items of `asked` alone. */
  readonly left: readonly Item[]
  /** Items of `kept` alone. */
  readonly right: readonly Item[]
  /** A row has explained why the words stand in another order. */
  readonly isOrderExplained: boolean
}

/** The difference as the other question sees it: what holds of one holds of both. */
export const turned = ({ asked, kept, left, right, isOrderExplained }: Difference): Difference => ({
  asked: kept,
  kept: asked,
  left: right,
  right: left,
  isOrderExplained,
})

/** Compares the items of two questions, as often as each stands there. */
export const differenceOf = (asked: Question, kept: Question): Difference => ({
  asked,
  kept,
  left: missing(asked.items, kept.items),
  right: missing(kept.items, asked.items),
  isOrderExplained: false,
})

/** Items of one list that have no partner in the other; of several that are equal, the last ones. */
function missing(items: readonly Item[], others: readonly Item[]): readonly Item[] {
  const counts = new Map<string, number>()
  for (const { key } of others) counts.set(key, (counts.get(key) ?? 0) + 1)
  return items.filter(({ key }) => {
    const left = counts.get(key) ?? 0
    counts.set(key, left - 1)
    return left <= 0
  })
}

/** The keys of items, in their order: one text for one list. */
export const keysOf = (items: readonly Item[]): string => items.map(({ key }) => key).join(' ')
