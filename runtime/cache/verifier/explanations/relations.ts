import type { Item } from '../../question/question.ts'
import type { Explanation } from './explanation.ts'

/** `of` and `for` say the same of an attribute. In other questions they do not: a letter for my boss is not one of his. */
export const ofAndFor: Explanation = {
  name: 'of and for',
  meaning: 'An attribute of a thing or for it, where what is asked for is a fact.',
  example: ['What is the chemical symbol for gold?', "What is gold's chemical symbol?"],
  explains: ({ asked, left, right }) =>
    asked.intent === 'what' && left.length === 1 && right.length === 1 && isOne(left[0]!, right[0]!)
      ? [left[0]!, right[0]!]
      : [],
}

const isOne = (one: Item, other: Item): boolean => `${one.key} ${other.key}` === 'of for'
