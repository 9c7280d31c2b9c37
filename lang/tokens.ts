import { createToken, type ITokenConfig, Lexer, type IToken, type TokenType } from 'chevrotain'

/**
 * The vocabulary. Keywords other than the reserved words are contextual: each belongs to the category `Name`, so
 * the grammar takes `cache` or `budget` as a name wherever a name may stand.
 */
export const Name = createToken({
  name: 'Name',
  label: 'a name',
  pattern: /[A-Za-z_][A-Za-z0-9_]*(?:\.[A-Za-z_][A-Za-z0-9_]*)*/,
})

/** Text, a number, `true` or `false`: a constant that is no name and no model. */
export const Literal = createToken({ name: 'Literal', label: 'a constant', pattern: Lexer.NA })
/** `==`, `!=`, `<`, `<=`, `>`, `>=`. */
export const Comparator = createToken({ name: 'Comparator', label: 'a comparison', pattern: Lexer.NA })

export const Text = createToken({
  name: 'Text',
  categories: Literal,
  label: 'text in double quotes',
  // An unterminated string ends with its line, so that it never swallows the rest of the file.
  pattern: /"[^"\\\r\n]*(?:\\[^\r\n][^"\\\r\n]*)*(?:"|\\?)/,
  start_chars_hint: ['"'],
})

export const Model = createToken({
  name: 'Model',
  label: 'a model',
  // The provider's length is bounded: `a-a-a-…` must not be scanned again from every letter.
  pattern: /[a-z][a-z0-9_-]{0,63}(?:\/[A-Za-z0-9](?:[A-Za-z0-9._:@-]*[A-Za-z0-9])?)+/,
})

/** A well-formed number with its unit, or a time of day. */
export const Quantity = createToken({
  name: 'Quantity',
  categories: Literal,
  label: 'a number',
  // Takes everything that touches the number; `classify` then says what it is.
  pattern: /\$?(?:\d|\.\d)(?:[A-Za-z0-9_%]|[.:](?=\d))*/,
})

const named = (name: string, label: string): TokenType => createToken({ name, label, pattern: Lexer.NA })

/** A number touching letters that are no unit. The lexer reported it; it stands where a quantity may. */
export const BadQuantity = createToken({ name: 'BadQuantity', pattern: Lexer.NA, categories: Quantity })
/** A class of failures by status: `4xx`, `5xx`. */
export const StatusClass = named('StatusClass', 'a class of failures')
/** Characters of no token: kept in the stream, where the grammar stops at them. */
export const Unknown = named('Unknown', 'unknown characters')
/** A `|` that is the first token of its line and so opens a row of a test table. */
export const RowBar = named('RowBar', '`|` at the start of a line')

const Comment = createToken({ name: 'Comment', pattern: /\/\/[^\r\n]*/, group: 'comments' })
const Space = createToken({ name: 'Space', pattern: /[ \t\r\n\f\v\u00a0\ufeff]+/, group: Lexer.SKIPPED })

const comparators: ReadonlySet<string> = new Set(['==', '!=', '<=', '>=', '<', '>'])

const punctuation = <const T extends Readonly<Record<string, string>>>(
  table: T,
): { readonly [K in keyof T]: TokenType } =>
  Object.fromEntries(
    Object.entries(table).map(([name, image]) => [name, createToken(punctuationConfig(name, image))]),
  ) as { readonly [K in keyof T]: TokenType }

const punctuationConfig = (name: string, image: string): ITokenConfig => ({
  name,
  label: `\`${image}\``,
  pattern: image,
  ...(comparators.has(image) && { categories: Comparator }),
})

/** Longest first, as the lexer takes the first that matches. */
export const P = punctuation({
  Arrow: '=>',
  Equals: '==',
  NotEquals: '!=',
  AtMost: '<=',
  AtLeast: '>=',
  Less: '<',
  More: '>',
  Is: '=',
  LeftBrace: '{',
  RightBrace: '}',
  LeftParen: '(',
  RightParen: ')',
  Comma: ',',
  Bars: '||',
  Bar: '|',
  Plus: '+',
  Minus: '-',
})

/** Words that are never names. */
const reserved = 'and or not in like contains has when where then use on default always true false'

/** Words that are keywords only where the grammar asks for them, and names elsewhere. */
const contextual = {
  file: 'gwc facts zone import include as for const pred deprecated',
  guard: 'guard deny status never',
  budget: 'budget soft fit from at most per warn was',
  limit: 'limit requests tokens concurrent',
  route: 'route embeddings affinity rule cheapest fastest best of split by salt asked shadow to',
  set: 'model family',
  cache: 'cache off exact semantic within max_error verify judge',
  attempt: 'attempt connect first_token idle total retries backoff ambiguous once abort cancel drain',
  shape: 'shape max_output compact prompt_cache auto',
  log: 'log metadata content sample',
  assert: 'assert denied allowed cost time attempts charged reachable',
  test: 'test table given expect',
} as const

type Words<S extends string> = S extends `${infer Head} ${infer Tail}` ? Head | Words<Tail> : S
export type ReservedWord = Words<typeof reserved>
export type ContextualWord = Words<(typeof contextual)[keyof typeof contextual]>

export const reservedWords = reserved.split(' ') as readonly ReservedWord[]
export const contextualWords = Object.values(contextual).flatMap((words) =>
  words.split(' '),
) as readonly ContextualWord[]

const word = (image: string, category: TokenType | undefined): TokenType =>
  createToken({
    name: `Kw_${image}`,
    label: `\`${image}\``,
    pattern: Lexer.NA,
    ...(category && { categories: category }),
  })

const truth: ReadonlySet<string> = new Set(['true', 'false'])

/** The token type of each keyword, by its spelling. */
export const K = Object.fromEntries([
  ...reservedWords.map((image) => [image, word(image, truth.has(image) ? Literal : undefined)] as const),
  ...contextualWords.map((image) => [image, word(image, Name)] as const),
]) as { readonly [W in ReservedWord | ContextualWord]: TokenType }

const wordTypes: ReadonlyMap<string, TokenType> = new Map(Object.entries(K))

/** All token types, in the order of the language reference's *Lexing*: the first that matches wins. */
export const vocabulary: readonly TokenType[] = [
  Literal,
  Comparator,
  Space,
  Comment,
  Text,
  Model,
  Quantity,
  Name,
  ...Object.values(P),
  BadQuantity,
  StatusClass,
  Unknown,
  RowBar,
  ...Object.values(K),
]

const lexer = new Lexer([Space, Comment, Text, Model, Quantity, Name, ...Object.values(P)], {
  positionTracking: 'onlyOffset',
  skipValidations: true,
  recoveryEnabled: true,
})

/** The units a number may carry, longest first. */
const unitPattern = /^(?:\$\d+(?:\.\d+)?|\d+(?:\.\d+)?(?:ms|kB|MB|KiB|MiB|[smhdkMB%])?)$/
const clockPattern = /^(?:[01]\d|2[0-3]):[0-5]\d$/

function classify(image: string): TokenType {
  if (unitPattern.test(image) || clockPattern.test(image)) return Quantity
  return image === '4xx' || image === '5xx' ? StatusClass : BadQuantity
}

/** Tokens of the grammar and, apart from them, the comments; offsets count UTF-16 units. */
export interface Lexed {
  readonly tokens: IToken[]
  readonly comments: readonly IToken[]
}

/** Splits any text into tokens. Never fails: what is no token becomes `Unknown`. */
export function tokenize(text: string): Lexed {
  const { tokens, groups, errors } = lexer.tokenize(text)
  const all = errors.length === 0 ? tokens : withUnknown(text, tokens, errors)
  let previousEnd = 0
  for (const token of all) {
    retag(token, text, previousEnd)
    previousEnd = token.startOffset + token.image.length
    token.endOffset = previousEnd - 1
  }
  return { tokens: all, comments: groups['comments'] ?? [] }
}

function retag(token: IToken, text: string, previousEnd: number): void {
  if (token.tokenType === Name) become(token, wordTypes.get(token.image) ?? Name)
  else if (token.tokenType === Quantity) become(token, classify(token.image))
  else if (token.tokenType === P.Bar && startsLine(text, previousEnd, token.startOffset))
    become(token, RowBar)
}

function become(token: IToken, type: TokenType): void {
  token.tokenType = type
  token.tokenTypeIdx = type.tokenTypeIdx ?? 0
}

const modelText = new RegExp(`^(?:${(Model.PATTERN as RegExp).source})$`)

/** Whether a model can be written as it is, without `model "…"`. */
export const isModelText = (text: string): boolean => modelText.test(text)

/** Whether a line ends between two neighbours, or nothing stands before the later one. */
export function startsLine(text: string, previousEnd: number, start: number): boolean {
  if (previousEnd === 0) return true
  for (let i = previousEnd; i < start; i++) {
    const unit = text.charCodeAt(i)
    if (unit === 10 || unit === 13) return true
  }
  return false
}

function withUnknown(
  text: string,
  tokens: readonly IToken[],
  gaps: readonly { readonly offset: number; readonly length: number }[],
): IToken[] {
  const unknown = gaps.map(({ offset, length }) =>
    makeToken(Unknown, text.slice(offset, offset + length), offset),
  )
  return [...tokens, ...unknown].toSorted((a, b) => a.startOffset - b.startOffset)
}

/** A token that no text has, or that a repair puts in another's place. */
export function makeToken(type: TokenType, image: string, offset: number): IToken {
  return {
    image,
    startOffset: offset,
    endOffset: offset + image.length - 1,
    tokenType: type,
    tokenTypeIdx: type.tokenTypeIdx ?? 0,
  }
}
