import type { Explanation } from './explanation.ts'

/** `when did Rome fall` and `the year Rome fell`. */
export const pastForms: Explanation = {
  name: 'past forms',
  meaning: 'The past told by a helper or by the form of the verb: did fall, fell.',
  example: ['Who first walked on the Moon?', 'Who did first walk on the Moon?'],
  explains: ({ left, right }) => {
    const past = left.find(({ key, kind }) => key === 'past' && kind === 'tense')
    const base = left.find(({ kind }) => kind === 'word')
    const form = right[0]
    const isOne =
      left.length === 2 && right.length === 1 && base !== undefined && form?.key === `${base.key}+ed`
    return past !== undefined && isOne ? [past, base, form] : []
  },
}
