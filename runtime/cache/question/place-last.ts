import { tools } from './names.ts'
import { plainWord, type Word, wordsOf } from './word.ts'

const openers: ReadonlySet<string> = new Set(wordsOf('in on with using for at'))
const askers: ReadonlySet<string> = new Set(
  wordsOf('how what why when where who which is are can could do does should'),
)

/** `In Excel, how do I freeze a row` asks how to freeze a row in Excel, and so does `Excel: how to freeze a row`. */
export function placeLast(words: readonly Word[]): readonly Word[] {
  const [first] = words
  if (first === undefined) return words
  if (isLeadingTool(words)) return [...words.slice(1), plainWord('in'), { ...first, starts: false }]
  if (!openers.has(first.key) || askers.has(words[1]?.key ?? '')) return words
  const asks = words.findIndex(
    ({ key, starts }, at) => at > 1 && at < 6 && (starts || at < 4) && askers.has(key),
  )
  return asks === -1 ? words : [...words.slice(asks), { ...first, starts: false }, ...words.slice(1, asks)]
}

/** Behind these a tool is what is talked about, not what something is done in. */
const predicates: ReadonlySet<string> = new Set(
  wordsOf('is are was vs versus or and does do can has to in on with for from'),
)

const isLeadingTool = (words: readonly Word[]): boolean =>
  words.length > 2 &&
  tools.has(words[0]!.key) &&
  !predicates.has(words[1]!.key) &&
  words.filter(({ key }) => tools.has(key)).length === 1
