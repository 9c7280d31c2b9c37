import { isSuperlative } from './arrange.ts'
import { baseOf } from './inflection.ts'
import type { Item } from './question.ts'
import type { Word } from './word.ts'

const be: ReadonlySet<string> = new Set(['am', 'is', 'are', 'was', 'were', 'be', 'been'])
const relatives: ReadonlySet<string> = new Set(['that', 'which', 'who'])

/** How near a verb stands behind the word that gives it its tense. */
const reach = 4

/** When what is asked about happens, read from all words of a question: forms of it take some of them away. */
export function tenseMarks(words: readonly Word[]): readonly Item[] {
  const marks = new Set<string>()
  for (const [at, { key, kind }] of words.entries()) {
    if (kind !== 'word') continue
    if (key === 'was' || key === 'were' || key === 'did' || key === 'had') marks.add('past')
    if (key === 'will') marks.add('future')
    if (/^(?:has|have|had)$/.test(key) && follows(words, at, (form) => form === 'past')) marks.add('perfect')
    if (
      be.has(key) &&
      !(isIng(words[at + 1]) && (at === 0 || askers.has(words[at - 1]!.key))) &&
      !relatives.has(words[at - 1]?.key ?? '') &&
      follows(words, at, (form) => form === 'ing')
    )
      marks.add('progressive')
  }
  return [...marks].sort().map((key) => ({ kind: 'tense', key }))
}

/** `Is drinking coffee bad` and `what is boiling point` tell of no time. */
const askers: ReadonlySet<string> = new Set(['what', 'which', 'who', 'how', 'where', 'why'])

const isIng = (word: Word | undefined): boolean => word !== undefined && baseOf(word.key).form === 'ing'

/** Whether a verb in some form stands near behind a place, with nothing between that would end the reach of its helper. */
function follows(words: readonly Word[], at: number, isForm: (form: string) => boolean): boolean {
  for (const word of words.slice(at + 1, at + 1 + reach)) {
    if (
      word.starts ||
      isSuperlative(word.key) ||
      /^(?:of|for|to|by|when|while|after|before|about|in|on|with|from)$/.test(word.key)
    )
      return false
    if (word.key === 'been' || (word.kind === 'word' && isForm(baseOf(word.key).form))) return true
  }
  return false
}
