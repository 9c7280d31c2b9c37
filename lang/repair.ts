import type { IToken, TokenType } from 'chevrotain'
import { suggest } from '../core/did-you-mean.ts'
import { type StartRule, run } from './grammar-run.ts'
import { isNameToken } from './outline.ts'
import { findSpacedQuantity } from './spaced-quantity.ts'
import {
  Comparator,
  K,
  Model,
  Name,
  P,
  Quantity,
  Text,
  Unknown,
  contextualWords,
  makeToken,
  reservedWords,
} from './tokens.ts'

/** A change of one place that makes the grammar accept a piece, or at least read on. */
export interface Repair {
  readonly kind: 'misspelled' | 'foreign' | 'swap' | 'reserved' | 'hyphen' | 'insert' | 'remove'
  /** The tokens that are replaced; empty for an insertion before `at`. */
  readonly replaced: readonly IToken[]
  readonly at: number
  readonly written: string
}

interface Candidate extends Repair {
  readonly tokens: readonly IToken[]
}

/** Words that English puts between and the grammar does not: `with shadow 5% to …`. */
const fillers: ReadonlySet<string> = new Set(['with', 'the', 'a', 'an', 'than'])

/** How other languages say it. The grammar decides whether that is what was meant. */
const foreignSpellings: Readonly<Record<string, readonly string[]>> = {
  '=': ['=='],
  '==': ['='],
  '||': ['or'],
  '&&': ['and'],
  '&': ['and'],
  '!': ['not'],
  '=>': ['use'],
  use: ['=>'],
  ':': ['='],
  '[': ['{'],
  ']': ['}'],
  '(': ['{'],
  if: ['when'],
  unless: ['when not'],
  is: ['=='],
  eq: ['=='],
  equals: ['=='],
  ne: ['!='],
  gt: ['>'],
  lt: ['<'],
  matches: ['like'],
  includes: ['contains'],
  exists: ['has'],
  else: ['default', 'then'],
  otherwise: ['default'],
  fallback: ['then'],
  block: ['deny'],
  reject: ['deny'],
  let: ['const'],
  set: ['const'],
  def: ['const'],
  timeout: ['total'],
  max_tokens: ['max_output'],
  full: ['content'],
  none: ['off'],
  disabled: ['off'],
  var: ['const'],
  with: ['where'],
  every: ['per'],
  each: ['per'],
}

/** Words of this language that stand for one another by mistake. */
const swaps: Readonly<Record<string, readonly string[]>> = {
  '==': ['in'],
  '!=': ['not in'],
  in: ['=='],
  like: ['=='],
  '<': ['<='],
  contains: ['=='],
  to: ['then'],
  or: ['then'],
  when: ['for'],
  ',': ['and', 'then'],
}

/**
 * Looks for the one change that makes the tokens fit the rule; each is tried on the grammar itself, so what is
 * suggested always parses.
 */
export function findRepair(
  rule: StartRule,
  tokens: readonly IToken[],
  index: number,
  wanted: () => readonly TokenType[],
): Repair | undefined {
  const candidates = [...proposals(tokens, index, wanted)]
  const whole = candidates.find((candidate) => run(rule, candidate.tokens).kind === 'accepted')
  return (
    whole ?? candidates.find((candidate) => certain.has(candidate.kind) && readsOn(rule, candidate, index))
  )
}

/** Repairs that are worth telling even when the piece has another mistake further on. */
const certain: ReadonlySet<Repair['kind']> = new Set(['misspelled', 'foreign', 'reserved', 'hyphen'])

/** Whether the grammar then gets at least two tokens further: the row has a second mistake later. */
function readsOn(rule: StartRule, candidate: Candidate, index: number): boolean {
  const result = run(rule, candidate.tokens)
  const [first] = candidate.replaced
  const isShouted = first?.image.toLowerCase() === candidate.written
  return result.kind === 'accepted' || result.index > index + (isShouted ? 0 : 2)
}

function* proposals(
  tokens: readonly IToken[],
  index: number,
  wanted: () => readonly TokenType[],
): Generator<Candidate> {
  yield* hyphenated(tokens, index)
  yield* quotedModel(tokens, index)
  yield* spacedQuantity(tokens, index)
  yield* denial(tokens, index)
  for (const at of [index, index - 1, index - 2]) {
    const token = tokens[at]
    if (!token) continue
    yield* foreign(tokens, at, token)
    yield* swapped(tokens, at, token)
    yield* misspelled(tokens, at, token)
  }
  yield* reservedName(tokens, index)
  // Before characters of no token nothing that is inserted helps.
  const isUnknown = tokens[index]?.tokenType === Unknown
  if (fillers.has(tokens[index]?.image ?? '')) yield* removal(tokens, index)
  for (const type of isUnknown ? [] : wanted()) yield insertion(tokens, index, type)
  yield* removal(tokens, index)
}

const typeOf = (image: string): TokenType =>
  (K as Readonly<Record<string, TokenType>>)[image] ?? punctuationByImage.get(image) ?? Name

const punctuationByImage = new Map(Object.values(P).map((type) => [type.PATTERN as string, type]))

function replace(
  kind: Repair['kind'],
  tokens: readonly IToken[],
  at: number,
  count: number,
  put: readonly IToken[],
): Candidate {
  return {
    kind,
    at,
    replaced: tokens.slice(at, at + count),
    written: put.map(({ image }) => image).join(' '),
    tokens: tokens.toSpliced(at, count, ...put),
  }
}

function* foreign(tokens: readonly IToken[], at: number, token: IToken): Generator<Candidate> {
  const found = token.tokenType === P.Minus && tokens[at + 1]?.tokenType === P.More ? '->' : token.image
  if (found === '->') {
    for (const image of ['=>', 'use'])
      yield replace('foreign', tokens, at, 2, [makeToken(typeOf(image), image, token.startOffset)])
  }
  if (!Object.hasOwn(foreignSpellings, found.toLowerCase())) return
  for (const spelling of foreignSpellings[found.toLowerCase()] ?? []) {
    const put = spelling.split(' ').map((image) => makeToken(typeOf(image), image, token.startOffset))
    yield replace('foreign', tokens, at, 1, put)
  }
}

function* swapped(tokens: readonly IToken[], at: number, token: IToken): Generator<Candidate> {
  if (!Object.hasOwn(swaps, token.image)) return
  for (const word of swaps[token.image] ?? []) {
    const put = word.split(' ').map((image) => makeToken(typeOf(image), image, token.startOffset))
    yield replace('swap', tokens, at, 1, put)
  }
}

const allWords: readonly string[] = [...reservedWords, ...contextualWords]

function* misspelled(tokens: readonly IToken[], at: number, token: IToken): Generator<Candidate> {
  if (token.tokenType !== Name || token.image.length < 2) return
  const meant = suggest(token.image, allWords)
  if (meant) yield replace('misspelled', tokens, at, 1, [makeToken(typeOf(meant), meant, token.startOffset)])
}

/** `claude-code` reads as a subtraction: a constant is quoted, a name takes `_`. */
function* hyphenated(tokens: readonly IToken[], index: number): Generator<Candidate> {
  const minus = tokens.findIndex(
    (token, at) => at >= index - 1 && at <= index + 1 && token.tokenType === P.Minus,
  )
  if (minus < 1) return
  let end = minus + 1
  while (isJoined(tokens, end - 1, end) && isWordPart(tokens[end])) end++
  let start = minus
  while (start > 0 && isJoined(tokens, start - 1, start) && isWordPart(tokens[start - 1])) start--
  const image = tokens
    .slice(start, end)
    .map((token) => token.image)
    .join('')
  const offset = tokens[start]?.startOffset ?? 0
  if (end - start < 3) return
  yield replace('hyphen', tokens, start, end - start, [makeToken(Text, `"${image}"`, offset)])
  const name = image.replaceAll('-', '_')
  if (/^\w+$/.test(name)) yield replace('hyphen', tokens, start, end - start, [makeToken(Name, name, offset)])
  else yield replace('hyphen', tokens, start, end - start, [makeToken(Model, `provider/${image}`, offset)])
}

/** `use "openai/gpt-4.1"`: a model is no text. */
function* quotedModel(tokens: readonly IToken[], at: number): Generator<Candidate> {
  const token = tokens[at]
  if (token?.tokenType !== Text || !/^"[a-z][\w-]*\/[\w.:@/-]+"$/.test(token.image)) return
  yield replace('foreign', tokens, at, 1, [makeToken(Model, token.image.slice(1, -1), token.startOffset)])
}

/** `1 hour` is one word: `1h`. */
function* spacedQuantity(tokens: readonly IToken[], index: number): Generator<Candidate> {
  const found = findSpacedQuantity(tokens, index)
  if (found === undefined) return
  const put = makeToken(Quantity, found.written, tokens[found.at]?.startOffset ?? 0)
  yield replace('foreign', tokens, found.at, found.count, [put])
}

/** `never denied` has its own word. */
function* denial(tokens: readonly IToken[], at: number): Generator<Candidate> {
  const [token, before] = [tokens[at], tokens[at - 1]]
  const isDenied = token?.tokenType === K.denied
  if (token === undefined || !(isDenied || token.tokenType === K.allowed)) return
  if (before?.tokenType !== K.never && before?.tokenType !== K.always) return
  const meant = isDenied === (before.tokenType === K.always) ? K.denied : K.allowed
  const image = meant === K.denied ? 'denied' : 'allowed'
  yield replace('foreign', tokens, at - 1, 2, [makeToken(meant, image, before.startOffset)])
}

const isWordPart = (token: IToken | undefined): boolean =>
  isNameToken(token) ||
  token?.tokenType === P.Minus ||
  (token?.tokenType.CATEGORIES?.includes(Quantity) ?? false) ||
  token?.tokenType === Quantity

function isJoined(tokens: readonly IToken[], left: number, right: number): boolean {
  const [a, b] = [tokens[left], tokens[right]]
  return a !== undefined && b !== undefined && a.startOffset + a.image.length === b.startOffset
}

/** Words after which a name is given to something. */
const naming: ReadonlySet<TokenType | undefined> = new Set([
  K.rule,
  K.const,
  K.pred,
  K.budget,
  K.limit,
  K.was,
  K.as,
])

function* reservedName(tokens: readonly IToken[], index: number): Generator<Candidate> {
  const token = tokens[index]
  if (!token || !naming.has(tokens[index - 1]?.tokenType)) return
  if (!reservedWords.some((word) => word === token.image)) return
  yield replace('reserved', tokens, index, 1, [makeToken(Name, `${token.image}_`, token.startOffset)])
}

function insertion(tokens: readonly IToken[], index: number, type: TokenType): Candidate {
  const image = typeof type.PATTERN === 'string' ? type.PATTERN : type.name.replace(/^Kw_/, '')
  const offset = tokens[index]?.startOffset ?? 0
  return replace('insert', tokens, index, 0, [makeToken(type, image, offset)])
}

function* removal(tokens: readonly IToken[], index: number): Generator<Candidate> {
  // At the end of a piece something is missing: less would fit, and say less.
  if (index >= tokens.length || /^[\u20ac\u00a3\u00a5]/.test(tokens[index]?.image ?? '')) return
  for (const at of [index, index - 1]) if (tokens[at]) yield replace('remove', tokens, at, 1, [])
}

const marks = Object.values(P).filter((type) => !type.CATEGORIES?.includes(Comparator))

/**
 * The token types that may stand at an index, tried one by one on the grammar. Contextual keywords are left out where
 * any name may stand.
 */
export function viableTypes(rule: StartRule, tokens: readonly IToken[], index: number): readonly TokenType[] {
  const before = tokens.slice(0, index)
  const fits = (type: TokenType): boolean => {
    const result = run(rule, [...before, makeToken(type, '', 0)])
    return result.kind === 'accepted' || result.index > index
  }
  const anyName = fits(Name)
  const words = anyName ? reservedWords : allWords
  const keywords = words.map(typeOf).filter(fits)
  return [...(anyName ? [Name] : []), ...[Text, Quantity, Comparator, ...marks].filter(fits), ...keywords]
}
