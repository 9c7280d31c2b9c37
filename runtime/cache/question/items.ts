import { markKindOf, units } from './closed-classes.ts'
import { baseOf } from './inflection.ts'
import { acronymsToo, thingsToo, tools, writtenNames } from './names.ts'
import { readNumber } from './numbers.ts'
import type { Item } from './question.ts'
import { isDeletable, wordFor } from './synonyms.ts'
import { type Word, wordsOf } from './word.ts'

/** An item on its way to its place. */
export interface Placed extends Item {
  /** It was in the plural. */
  readonly isPlural?: boolean
  /** What follows is its own: `France's`. */
  readonly isOwner?: boolean
  /** A capital letter in the midst of a sentence says so. */
  readonly isName?: boolean
}

/** Forms of helpers: when something happens is told by the marks of tense. */
const helpers: ReadonlySet<string> = new Set(wordsOf('am is are be been being was were did will there that'))

const persons: ReadonlyMap<string, string> = new Map(
  `me i, my i, mine i, myself i, our we, us we, ours we, your you, yours you, yourself you, him he, his he, himself he, her she, hers she, herself she, them they, their they, theirs they, themselves they, its it, itself it`
    .split(',')
    .map((pair) => wordsOf(pair) as readonly [string, string]),
)

/** The items of a question's words, in the order of the words. */
export function itemsOf(words: readonly Word[]): readonly Placed[] {
  const items: Placed[] = []
  for (let at = 0; at < words.length;) {
    const number = readNumber(words, at)
    items.push(...(number?.items ?? itemOf(words, at)))
    at += number?.length ?? 1
  }
  const keys = items.map(({ key }) => key)
  return isDeletable(keys)
    ? items.map((item) => (item.key === 'remove' ? { ...item, key: 'delete' } : item))
    : items
}

function itemOf(words: readonly Word[], at: number): readonly Placed[] {
  const word = words[at]!
  switch (word.kind) {
    case 'quoted':
    case 'identifier':
    case 'number':
      return [{ kind: word.kind, key: word.key }]
    case 'symbol':
      return [symbolOf(word.key, words[at + 1])]
    case 'word':
      return isMeans(words, at)
        ? [{ kind: 'relation', key: 'with' }]
        : wordItems(word, words[at + 1], words[at - 1])
  }
}

/** `send an email using Python` is done with it; `stop using Python` is not. */
const isMeans = (words: readonly Word[], at: number): boolean =>
  words[at]!.key === 'using' &&
  (at === 0 ||
    !/^(?:of|for|to|by|from|about|and|or|not|stop|start|avoid|keep|when|while|before|after)$/.test(
      words[at - 1]!.key,
    ))

function symbolOf(key: string, next: Word | undefined): Placed {
  if (key === '&' && next !== undefined && next.kind === 'word') return { kind: 'word', key: 'and' }
  const unit = units.get(key)
  return unit === undefined ? { kind: key === '%' ? 'unit' : 'symbol', key } : { kind: 'unit', key: unit }
}

/** `a function that sorts` is one to sort: what stands behind such a word says what it is for. */
const made: ReadonlySet<string> = new Set(
  wordsOf(
    'function script program query regex method class code command tool website application algorithm formula',
  ),
)

function wordItems(word: Word, next: Word | undefined, before: Word | undefined): readonly Placed[] {
  if ((word.key === 'that' || word.key === 'which') && made.has(before?.key ?? ''))
    return [{ kind: 'relation', key: 'to' }]
  const owner = /^(.+?)(?:'s|s')$/.exec(word.key)
  if (owner !== null && next !== undefined)
    return [{ ...openItem({ ...word, key: ownerOf(word.key, owner[1]!) }), isOwner: true }]
  const key = word.key.replaceAll("'", '')
  if (isThingOfName(word, key, next)) return [{ kind: 'word', key: `a-${key}` }]
  const name = nameOf(word, key)
  if (name !== undefined) return [{ kind: 'name', key: name, isName: true }]
  if (helpers.has(key) || (key === 'do' && isHelper(next)) || (key === 'does' && next !== undefined))
    return []
  return [openItem({ ...word, key })]
}

/** `dogs' food` has many owners, `boss's desk` one. */
const ownerOf = (key: string, stem: string): string => (key.endsWith("'s") ? stem : `${stem}s`)

const isHelper = (next: Word | undefined): boolean =>
  next !== undefined && (next.key === 'not' || markKindOf(next.key) === 'person')

/** What a word is where capitals say that it is no common one: `Go`, `IT`, `US`, `OR`. */
function nameOf({ letters, starts, kind }: Word, key: string): string | undefined {
  if (kind !== 'word' || letters === 'small') return undefined
  const written = writtenNames.get(key)
  if (written !== undefined && (letters === 'upper' || !starts)) return written
  return letters === 'upper' &&
    markKindOf(key) !== 'unit' &&
    (helpers.has(key) || acronymsToo.has(key) || markKindOf(key) !== undefined || persons.has(key))
    ? `^${key}`
    : undefined
}

/** `What is a python` asks for a snake, `a Python script` for none. */
const isThingOfName = ({ article, letters }: Word, key: string, next: Word | undefined): boolean =>
  article === 'a' &&
  letters === 'small' &&
  (tools.has(key) || thingsToo.has(key)) &&
  (next === undefined || next.kind !== 'word' || markKindOf(next.key) !== undefined)

/** Names lose no ending: `Alien` and `Aliens` are two films. */
const isCapital = ({ letters, starts }: Word): boolean => letters !== 'small' && !starts

function openItem(word: Word): Placed {
  const person = persons.get(word.key)
  if (person !== undefined) return { kind: 'person', key: person, isOwner: false }
  const unit = units.get(word.key)
  if (unit !== undefined && word.key.length > 2) return { kind: markKindOf(unit) ?? 'unit', key: unit }
  const { key, form } =
    tools.has(word.key) || isCapital(word) ? { key: word.key, form: 'base' as const } : baseOf(word.key)
  const one = isCapital(word) ? key : wordFor(key)
  const kind = markKindOf(one) ?? (tools.has(one) ? 'name' : 'word')
  const isName = kind === 'name' || isCapital(word)
  return { kind, key: form === 'past' ? `${one}+ed` : one, isPlural: form === 'plural', isName }
}
