import type { UnfitReason } from './question.ts'
import { type Word, wordsOf } from './word.ts'

/** Longer texts are compared whole or not at all. */
export const charactersMax = 600

/** Why a text cannot be compared before it is even cut into words. */
export function unfitText(text: string): UnfitReason | undefined {
  if (text === '') return 'empty'
  if (text.length > charactersMax) return 'long'
  return /```|~~~|\n(?: {4}|\t)\S/.test(text) ? 'code' : undefined
}

/** Why words cannot be compared: they point at what is not there, or are of another tongue. */
export function unfitWords(words: readonly Word[]): UnfitReason | undefined {
  if (!words.some(({ kind }) => kind !== 'symbol')) return 'empty'
  if (!isEnglish(words)) return 'language'
  return isDangling(words) ? 'dangling' : undefined
}

const english: ReadonlySet<string> = new Set(
  wordsOf(`the a an is are was were be do does did have has had i you he she it we they my your his her their our this that these those of to in on at
  for with from by about and or but not can could should would will may might must how what when where who why which if than there please tell me`),
)

const foreign: ReadonlySet<string> = new Set(
  wordsOf(`le la les des du est que qui dans pour avec une sont comment pourquoi quel quelle je tu il elle nous vous der die das und ist wie was-de ein eine nicht ich
  wo warum welche kann mit von zu auf el los las y es qué como cómo por para una con cuál cuáles dónde quién puedo mi di che perché
  quale sono della il lo gli een het de wat hoe waarom ik kan met van voor och är hur vad jag det att på inte o os as um uma você não porque
  qual quais onde eu jak co jest dlaczego gdzie czy nie się`),
)

const nonLatin = /[^\p{Script=Latin}\p{Script=Common}\p{Script=Inherited}]/u

/** Letters of Latin script, and no more words of another tongue than of English. Quoted words may be of any. */
function isEnglish(words: readonly Word[]): boolean {
  let balance = 0
  for (const { key, kind } of words) {
    if (kind !== 'word') continue
    if (nonLatin.test(key)) return false
    if (english.has(key)) balance += 1
    else if (foreign.has(key)) balance -= 1
  }
  return balance >= 0
}

const pointing: ReadonlySet<string> = new Set(
  wordsOf(
    `this these those above below former latter aforementioned following previous previously earlier again`,
  ),
)
const pronouns: ReadonlySet<string> = new Set(
  wordsOf('it he him his she her hers they them their its that one'),
)
const spans: ReadonlySet<string> = new Set(
  wordsOf(
    'year month week morning afternoon evening weekend summer winter spring autumn fall decade century time season quarter',
  ),
)

/** What a pronoun may stand for without anything before it: `is it safe to`, `what time is it`. */
const expletive: ReadonlySet<string> = new Set(
  wordsOf(
    'is was does take takes rain rains snow would will be if make makes mean means worth possible cost costs that when how',
  ),
)

/** Words that begin what goes on with something said before. */
const going =
  /^(?:and|but|also|then|what about|how about|why not|why|how|continue|go on|more|another|next|yes|no|ok|okay|same|tell me more|give me another|try again|anything else|what else|explain|explain more|elaborate)$/

/** Whether a text points at what stands outside of it. */
function isDangling(words: readonly Word[]): boolean {
  const keys = words.map(({ key }) => key)
  if (
    going.test(keys.slice(0, 3).join(' ')) ||
    (/^(?:and|but|also|then)$/.test(keys[0]!) && words[0]!.kind === 'word')
  )
    return true
  if (/^(?:what|how) about$/.test(keys.slice(0, 2).join(' '))) return true
  return words.some(
    (word, at) => word.kind === 'word' && word.letters !== 'upper' && pointsOut(words, keys, at),
  )
}

function pointsOut(words: readonly Word[], keys: readonly string[], at: number): boolean {
  const [key, before = '', after = ''] = [keys[at]!, keys[at - 1], keys[at + 1]]
  if (key === 'below' || key === 'above')
    return (
      after === '' ||
      /^(?:code|text|error|list|sentence|example|paragraph|question|message)$/.test(after) ||
      before === 'the'
    )
  if (
    key === 'following' ||
    key === 'previous' ||
    key === 'again' ||
    key === 'earlier' ||
    key === 'previously'
  )
    return before === 'the' || (after === '' && key === 'again')
  if (pointing.has(key))
    return !(
      spans.has(after) ||
      (key === 'this' && (words[at + 1]?.starts ?? false)) ||
      hasTextBehind(words, at)
    )
  if (!pronouns.has(key)) return false
  if (key === 'that' || key === 'one')
    return (
      key === 'that' &&
      (after === '' || /^(?:is|was|does|mean|work)$/.test(after)) &&
      /^(?:what|is|does|how|why|was|who|do|about|like)$/.test(before)
    )
  if (key === 'it' && (expletive.has(before) || expletive.has(after)))
    return at > 0 && /^(?:does|is|was|do|how)$/.test(before) && isWholeQuestion(keys, at)
  return !hasAntecedent(words, at)
}

/** `what is it`, `how does it work`: nothing but the pronoun says what is asked about. */
const isWholeQuestion = (keys: readonly string[], at: number): boolean =>
  /^(?:(?:what|who|where|why|how|when)(?: is| does| was| do)|does|is) it(?: work| works| do| mean| called| used| made| happen| cost| go| say| use)?(?: for| of| to| in)?$/.test(
    keys.slice(Math.max(0, at - 2)).join(' '),
  ) && keys[at - 2] !== 'time'

/** Whether `this sentence: …` brings along what it points at. */
const hasTextBehind = (words: readonly Word[], at: number): boolean =>
  words.slice(at + 1, at + 5).some(({ kind }) => kind === 'quoted') ||
  words.slice(at + 1, at + 8).some(({ starts }) => starts)

const empty: ReadonlySet<string> = new Set([
  ...english,
  ...wordsOf('help want need know like get make use find go hi hello hey thanks so just'),
])

/** Whether something stands before a pronoun that it can mean. */
const hasAntecedent = (words: readonly Word[], at: number): boolean =>
  words
    .slice(0, at)
    .some(
      ({ key, kind }) => kind === 'quoted' || kind === 'identifier' || (kind === 'word' && !empty.has(key)),
    )
