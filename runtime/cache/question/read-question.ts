import { arrange, isSuperlative } from './arrange.ts'
import { type Asked, frameOf } from './ask.ts'
import { dropFillers } from './fillers.ts'
import { charactersMax, unfitText, unfitWords } from './fitness.ts'
import type { Framed } from './frames.ts'
import { isPersonal, isTimely } from './flags.ts'
import { verbOf } from './inflection.ts'
import { itemsOf, type Placed } from './items.ts'
import { nameAlike } from './names.ts'
import { placeLast } from './place-last.ts'
import type { Item, Reading } from './question.ts'
import { spellOut } from './spellings.ts'
import { splitWords } from './split-words.ts'
import { samePhrases } from './synonyms.ts'
import { tenseMarks } from './tense.ts'
import type { Word } from './word.ts'

export type { Item, Question, Reading, UnfitReason } from './question.ts'

/** The question that a text asks, or why it cannot be compared. Never throws; linear in the text, which it bounds. */
export function readQuestion(text: string): Reading {
  // White space around a question may be long, a question may not.
  if (text.length > 4 * charactersMax) return { kind: 'unfit', why: 'long' }
  const whole = text.toWellFormed().normalize('NFC').trim()
  const unfit = unfitText(whole)
  if (unfit !== undefined) return { kind: 'unfit', why: unfit }
  const words = spellOut(unshouted(splitWords(whole)))
  const why = unfitWords(words)
  return why === undefined ? questionOf(text, words) : { kind: 'unfit', why }
}

function questionOf(text: string, words: readonly Word[]): Reading {
  const asks = frameOf(samePhrases(placeLast(dropFillers(nameAlike(words)))))
  const { intent, form } = asks
  const placed = itemsOf(intent === 'howto' ? verbFirst(asks.words) : asks.words)
  const arranged = arrange(impersonal(placed, intent, form)).map(asItem)
  const items = [
    ...arranged.filter(({ kind }) => kind !== 'tense'),
    ...tensesOf(arranged, asks),
    ...pluralMark(placed),
    ...severalMark(intent, placed),
    ...definiteMark(asks, arranged),
  ]
  if (!items.some(saysSomething)) return { kind: 'unfit', why: 'dangling' }
  const canonical = `${intent}: ${items.map(spelled).join(' ')}`
  const flags = { timely: isTimely(words), personal: isPersonal(words) }
  return { kind: 'question', question: { text, canonical, intent, items, ...flags } }
}

const asItem = ({ kind, key, isName }: Placed): Item => ({
  kind: kind === 'word' && isName === true ? 'name' : kind,
  key,
})

const saysSomething = ({ kind }: Item): boolean =>
  kind !== 'relation' && kind !== 'person' && kind !== 'tense'

/** A quoted phrase is one item, and says so. */
const spelled = ({ kind, key }: Item): string =>
  kind === 'quoted' && key.includes(' ') ? JSON.stringify(key) : key

/** Where everything is in capitals, or every word of weight has one, none of them says anything. */
const unshouted = (words: readonly Word[]): readonly Word[] =>
  words.filter(isWeighty).length > 2 && words.filter(isWeighty).every(({ letters }) => letters !== 'small')
    ? words.map((word) => ({ ...word, letters: 'small' }))
    : words

const isWeighty = ({ key, kind, starts }: Word): boolean => kind === 'word' && key.length > 3 && !starts

/** A fact of history is the same in every tense. */
function tensesOf(items: readonly Item[], { intent, asked }: Asked): readonly Item[] {
  if (intent === 'fact') return []
  const marks = tenseMarks(asked)
  const others = items.filter(({ kind, key }) => kind === 'tense' && !marks.some((mark) => mark.key === key))
  return [...marks, ...others].toSorted((a, b) => (a.key < b.key ? -1 : 1))
}

/** `a way of writing X`: what begins a procedure is a verb, whatever else its form can be. */
const verbFirst = ([first, ...others]: readonly Word[]): readonly Word[] =>
  first === undefined ? [] : [{ ...first, key: verbOf(first.key) }, ...others]

/**
 * Whose password is reset does not change how: in a procedure, one's own things are anyone's. Where `you` is asked how it does
 * something with things of persons, or how it does at all, that is its own procedure; what `we` do is always ours.
 */
function impersonal(items: readonly Placed[], intent: string, form: readonly Word[]): readonly Placed[] {
  if (intent !== 'howto') return items
  const asksOf = form.find(({ key }) => key === 'you' || key === 'we')?.key
  const isOwn = asksOf === 'we' || items.length === 1 || items.some(({ kind }) => kind === 'person')
  if (asksOf !== undefined && isOwn) return [...items, { kind: 'person', key: asksOf }]
  return items.filter(({ kind, key, isOwner }) => !(kind === 'person' && isOwner === false && key === 'i'))
}

/** `What is an exchange rate` wants to be told of any, `what is the exchange rate` of one. */
function definiteMark(asks: Framed, items: readonly Item[]): readonly Item[] {
  const [first] = asks.words
  const isOne = first?.article === 'the' && first.letters === 'small' && first.kind === 'word'
  const isTold = items.some(({ kind, key }) => kind === 'relation' || isSuperlative(key))
  return asks.intent === 'what' && isOne && !isTold ? [{ kind: 'article', key: 'the' }] : []
}

/** Who is to write poems writes more than who is to write a poem. */
function severalMark(intent: string, [first]: readonly Placed[]): readonly Item[] {
  const isMaking = intent.startsWith('do ') || intent === 'list' || intent === 'write'
  return isMaking && first?.isPlural === true ? [{ kind: 'plural', key: '+s' }] : []
}

/** The best city is one, the best cities are several: where something is most of all, number counts. */
function pluralMark(items: readonly Placed[]): readonly Item[] {
  const at = items.findIndex(({ key }) => isSuperlative(key))
  if (at === -1) return []
  const behind = items.slice(at + 1, at + 4)
  const end = behind.findIndex(({ kind }) => kind === 'relation')
  const nouns = end === -1 ? behind : behind.slice(0, end)
  return nouns.some(({ isPlural }) => isPlural === true) ? [{ kind: 'plural', key: '+s' }] : []
}
