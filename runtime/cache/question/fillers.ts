import { phraseTable } from './phrases.ts'
import { type Word, wordsOf } from './word.ts'

/** Words whose absence changes no answer. */
const empty: ReadonlySet<string> = new Set(
  wordsOf(
    'a an the please kindly possibly exactly actually basically really just maybe perhaps literally honestly btw also',
  ),
)

const told = wordsOf(
  'tell give show write teach explain describe list suggest recommend name provide make create generate draft compose help',
)

/** Longer ways to say a short thing. */
const short = phraseTable([
  ...told.map((verb) => `${verb} me | ${verb} us | ${verb} to me | ${verb} for me = ${verb}`),
  'let me know | let us know = let know',
  'telling me = telling',
  'letting me know = letting know',
  'in order to | so as to = to',
  'by using | by means of | with help of | making use of | via = with',
  'regarding | concerning | with regard to | with respect to = about',
  'approximately | roughly | around about = ~',
  'in place of = instead of',
  'due to | owing to | on account of = because of',
  'prior to = before',
  'such as = like',
  'as well as = and',
  'whether or not = whether',
  'in case = if',
  'right now | at the moment | at present | presently = now',
  'these days = nowadays',
  'in fall = in autumn',
  'a lot = much',
  'on average = average',
])

/** Takes out articles and fillers, and shortens what can be said in fewer words. */
export function dropFillers(words: readonly Word[]): readonly Word[] {
  const kept: Word[] = []
  let starts = false
  let article: Word['article']
  for (const [at, word] of words.entries()) {
    starts ||= word.starts
    if (isFiller(word, starts, words[at + 1])) {
      article = word.key === 'the' ? 'the' : word.key === 'a' || word.key === 'an' ? 'a' : article
      continue
    }
    kept.push(article === undefined ? { ...word, starts } : { ...word, starts, article })
    starts = false
    article = undefined
  }
  return short(kept)
}

/** `A` in the midst of a sentence is a name (vitamin A), and `just one` is no more than one. */
function isFiller({ key, kind, letters }: Word, starts: boolean, next: Word | undefined): boolean {
  if (kind !== 'word' || !empty.has(key) || letters === 'upper') return false
  if (key === 'a') return letters === 'small' || starts
  return !(key === 'just' || key === 'exactly') || next === undefined || !isCount(next)
}

const isCount = ({ key, kind }: Word): boolean =>
  kind === 'number' || /^(?:one|two|three|four|five|six|ten|once|half)$/.test(key)
