import type { Item } from '../../question/question.ts'
import { type Difference, differenceOf } from '../difference.ts'
import type { Guard } from './guard.ts'

/** The words that both have stand in one order. */
export const directionGuard: Guard = {
  name: 'direction',
  meaning:
    'What both say stands in one order: from X to Y is not from Y to X, nor A over B the same as B over A. Phrases with different relations may change places, and so may the sides of a comparison.',
  example: ['How do I convert a string to an int?', 'How do I convert an int to a string?'],
  blocks: (difference) => {
    if (difference.isOrderExplained) return []
    const [asked, kept] = sharedOrders(difference)
    const at = asked.findIndex((key, nth) => key !== kept[nth])
    return at === -1 ? [] : [asked[at]!, kept[at]!].filter((key) => key !== undefined)
  },
}

/** The keys that both questions have, in the order of each. */
function sharedOrders({ asked, kept }: Difference): readonly [readonly string[], readonly string[]] {
  const { left, right } = differenceOf(asked, kept)
  return [without(asked.items, left), without(kept.items, right)]
}

const without = (items: readonly Item[], left: readonly Item[]): readonly string[] => {
  const gone = new Set(left)
  return items.filter((item) => !gone.has(item)).map(({ key }) => key)
}
