import { phraseTable } from './phrases.ts'
import { type Word, wordsOf } from './word.ts'

/** Words whose absence changes no answer. */
const empty: ReadonlySet<string> = new Set(
  wordsOf(
    'a an the please kindly possibly exactly actually basically really just simply maybe perhaps literally honestly btw also',
  ),
)

const told = wordsOf(
  'tell give show write teach explain describe list suggest recommend name provide make create generate draft compose find help send',
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
  for (const word of words) {
    starts ||= word.starts
    if (isFiller(word, starts)) continue
    kept.push(starts === word.starts ? word : { ...word, starts })
    starts = false
  }
  return short(kept)
}

/** "A" in the midst of a sentence is a name: vitamin A, plan A. */
const isFiller = ({ key, kind, letters }: Word, starts: boolean): boolean =>
  kind === 'word' && empty.has(key) && letters !== 'upper' && (key !== 'a' || letters === 'small' || starts)
