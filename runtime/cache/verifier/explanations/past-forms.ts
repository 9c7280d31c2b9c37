import type { Item } from '../../question/question.ts'
import { keysOf } from '../difference.ts'
import type { Explanation } from './explanation.ts'

/** `when did Rome fall` and `when Rome fell`: who does what to whom stays, since nothing changes its place. */
export const pastForms: Explanation = {
  name: 'past forms',
  meaning: 'The past told by a helper or by the form of the verb, in its place: did fall, fell.',
  example: ['Who first walked on the Moon?', 'Who did first walk on the Moon?'],
  explains: ({ asked, kept, left, right }) => {
    const base = left.find(({ kind }) => kind === 'word')
    const [form] = right
    if (left.length !== 2 || right.length !== 1 || base === undefined || form?.key !== `${base.key}+ed`)
      return []
    return spelledPast(asked.items, base, form) === keysOf(kept.items) ? [...left, form] : []
  },
}

/** The items with a verb in its past form, and without the mark that told of it. */
const spelledPast = (items: readonly Item[], base: Item, form: Item): string =>
  keysOf(
    items
      .filter(({ key, kind }) => kind !== 'tense' || key !== 'past')
      .map((item) => (item === base ? form : item)),
  )
