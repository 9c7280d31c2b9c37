import type { Item, Question } from '../../question/question.ts'
import type { Explanation } from './explanation.ts'

/** What is of a thing and for it alike. Most is not: a name for my dog is not the name of my dog. */
const attributes: ReadonlySet<string> = new Set(
  'symbol formula abbreviation acronym definition syntax requirement reason limit deadline antonym synonym symptom'.split(
    ' ',
  ),
)

/** `of` and `for` say the same of some attributes. */
export const ofAndFor: Explanation = {
  name: 'of and for',
  meaning: `An attribute of a thing or for it: ${[...attributes].join(', ')}.`,
  example: ['What is the chemical symbol for gold?', "What is gold's chemical symbol?"],
  explains: ({ asked, kept, left, right }) => {
    const [one, other] = [left[0], right[0]]
    if (left.length !== 1 || right.length !== 1 || one?.key !== 'of' || other?.key !== 'for') return []
    return isAttribute(asked, one) && isAttribute(kept, other) ? [one, other] : []
  },
}

const isAttribute = ({ items }: Question, relation: Item): boolean =>
  attributes.has(items[items.indexOf(relation) - 1]?.key ?? '')
