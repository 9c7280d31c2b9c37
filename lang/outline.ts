import type { IToken, TokenType } from 'chevrotain'
import { type StartRule, run } from './grammar-run.ts'
import { K, Name, P, Quantity, RowBar, Text, startsLine } from './tokens.ts'

/**
 * Cuts a file that the grammar refused into pieces that are parsed alone, so that a mistake stays in its piece: first
 * into declarations and tables, then tables into rows. These are guesses from keywords, line starts and brackets; a
 * file that the grammar accepts never comes here, so a wrong guess can only cost a message.
 */
export interface Piece {
  readonly tokens: readonly IToken[]
  /** The bracket that nothing closed, when the next piece began before its end. */
  readonly unclosed: IToken | undefined
}

/** Where the cutter stands: a token, its neighbours, and whether its line begins with it. */
interface Place {
  readonly token: IToken
  readonly next: IToken | undefined
  readonly afterNext: IToken | undefined
  readonly startsLine: boolean
  /** The line has no indentation before it. */
  readonly atMargin: boolean
  /** The token before leaves something open: an operator, a comma, `when`. */
  readonly continues: boolean
  /** The row that is being read has its `=>`. */
  readonly inOutcome: boolean
}

const closed: ReadonlySet<TokenType> = new Set([P.RightBrace, P.RightParen, P.LeftBrace, P.Bar, P.Bars])
const joining = [K.and, K.or, K.not, K.in, K.like, K.contains, K.has, K.when, K.where, K.then, K.use, K.on]
const unfinished: ReadonlySet<TokenType> = new Set([
  ...Object.values(P).filter((type) => !closed.has(type)),
  ...joining,
])

/** Words that stand in no brackets but a table's: whatever is open within the row was forgotten. */
const closers: ReadonlySet<TokenType> = new Set([K.when, K.use, K.then, K.default, K.always])

function placeAt(
  text: string,
  tokens: readonly IToken[],
  index: number,
  inOutcome = false,
): Place | undefined {
  const token = tokens[index]
  if (!token) return undefined
  const before = tokens[index - 1]
  const beforeEnd = before ? before.startOffset + before.image.length : 0
  return {
    token,
    next: tokens[index + 1],
    afterNext: tokens[index + 2],
    startsLine: startsLine(text, beforeEnd, token.startOffset),
    atMargin: token.startOffset === 0 || /[\r\n]/.test(text[token.startOffset - 1] ?? ''),
    continues: before !== undefined && unfinished.has(before.tokenType),
    inOutcome,
  }
}

/** Open brackets of the piece that is being read. `floor` are those of its table. */
class Brackets {
  private readonly open: IToken[] = []

  get depth(): number {
    return this.open.length
  }

  get outermost(): IToken | undefined {
    return this.open[0]
  }

  see(place: Place, floor: number): void {
    const type = place.token.tokenType
    if (type === P.LeftBrace || type === P.LeftParen) this.open.push(place.token)
    else if (type === P.RightParen && this.open.at(-1)?.tokenType === P.LeftParen) this.open.pop()
    else if (type === P.RightBrace) this.close(place.atMargin ? Math.min(floor, this.depth) : this.depth)
    else if (closers.has(type)) this.truncate(floor)
  }

  truncate(depth: number): void {
    if (this.open.length > depth) this.open.length = depth
  }

  private close(depth: number): void {
    this.truncate(depth)
    while (this.open.at(-1)?.tokenType === P.LeftParen) this.open.pop()
    this.open.pop()
  }
}

// -------------------------------------------------------------------------------- declarations and tables

const tableWords: ReadonlySet<TokenType> = new Set([
  K.guard,
  K.route,
  K.cache,
  K.attempt,
  K.shape,
  K.log,
  K.test,
])

const isText = (type: TokenType | undefined): boolean => type === Text
const isBrace = (type: TokenType | undefined): boolean => type === P.LeftBrace
export const isNameToken = (token: IToken | undefined): boolean =>
  token !== undefined && (token.tokenType === Name || (token.tokenType.CATEGORIES?.includes(Name) ?? false))

/** What follows each word that opens a declaration or a table. */
const signatures: ReadonlyMap<TokenType, (place: Place) => boolean> = new Map([
  [K.gwc, ({ next }) => next?.tokenType === Quantity],
  [K.facts, ({ next }) => isText(next?.tokenType)],
  [K.zone, ({ next }) => isText(next?.tokenType)],
  [K.import, ({ next }) => isText(next?.tokenType)],
  [K.include, ({ next }) => isText(next?.tokenType)],
  [K.assert, ({ next }) => isText(next?.tokenType)],
  [K.test, ({ next }) => isText(next?.tokenType) || next?.tokenType === K.table],
  [K.const, ({ next, afterNext }) => isNameToken(next) && afterNext?.tokenType === P.Is],
  [K.pred, ({ next, afterNext }) => isNameToken(next) && afterNext?.tokenType === P.Is],
  [K.guard, ({ next }) => isBrace(next?.tokenType)],
  [K.route, ({ next }) => isBrace(next?.tokenType) || next?.tokenType === K.embeddings],
  [K.cache, ({ next }) => isBrace(next?.tokenType)],
  [K.attempt, ({ next }) => isBrace(next?.tokenType)],
  [K.shape, ({ next }) => isBrace(next?.tokenType)],
  [K.log, ({ next }) => isBrace(next?.tokenType)],
  [K.budget, ({ next }) => isNameToken(next)],
  [K.limit, ({ next }) => isNameToken(next)],
] satisfies [TokenType, (place: Place) => boolean][])

/** Words that open a declaration or a table. */
export const itemWords: readonly string[] = [...signatures.keys()].map((type) =>
  type.name.slice('Kw_'.length),
)

function opensItem(place: Place, depth: number): boolean {
  const fits = signatures.get(place.token.tokenType)?.(place) ?? false
  if (fits && place.atMargin) return true
  if (!place.startsLine || place.continues || depth > 0) return false
  if (fits) return true
  return place.atMargin && isNameToken(place.token)
}

/** Declarations and tables of a file, in order; a `}` that closes nothing is a piece of its own. */
export function splitItems(text: string, tokens: readonly IToken[]): readonly Piece[] {
  const pieces: Piece[] = []
  let start = 0
  let brackets = new Brackets()
  const cut = (end: number): void => {
    if (end > start) pieces.push({ tokens: tokens.slice(start, end), unclosed: brackets.outermost })
    start = end
    brackets = new Brackets()
  }
  for (let index = 0; index < tokens.length; index++) {
    const place = placeAt(text, tokens, index)
    if (!place) break
    if (opensItem(place, brackets.depth)) cut(index)
    const floor = brackets.depth > 0 && opensBlock(tokens, start) ? 1 : 0
    brackets.see(place, floor)
    if (place.token.tokenType === P.RightBrace && brackets.depth === 0 && endsPiece(tokens, start))
      cut(index + 1)
  }
  cut(tokens.length)
  return pieces
}

const opensBlock = (tokens: readonly IToken[], start: number): boolean =>
  tokens.slice(start, start + blockHeadMax).some(({ tokenType }) => tokenType === P.LeftBrace)

/** A declaration may go on after a `}` (`const a = {…} deprecated "…"`), a table and a stray `}` may not. */
function endsPiece(tokens: readonly IToken[], start: number): boolean {
  const type = tokens[start]?.tokenType
  if (type === undefined || tableWords.has(type) || type === P.RightBrace) return true
  return (
    !signatures.has(type) && tokens.slice(start, start + 2).some(({ tokenType }) => tokenType === P.LeftBrace)
  )
}

/** `test table "title" {` is the longest head of a table. */
const blockHeadMax = 4

// --------------------------------------------------------------------------------------------------- rows

/** The tables that have rows, by the words before their `{`. */
export type TableKind = 'guard' | 'route' | 'cache' | 'attempt' | 'shape' | 'log' | 'test' | 'testTable'

export function tableKindOf(tokens: readonly IToken[]): TableKind | undefined {
  const type = tokens[0]?.tokenType
  if (type === K.test) return tokens[1]?.tokenType === K.table ? 'testTable' : 'test'
  const kinds = ['guard', 'route', 'cache', 'attempt', 'shape', 'log'] as const
  return kinds.find((kind) => type === K[kind])
}

/** Index of the table's `{`. */
export function blockStart(tokens: readonly IToken[]): number | undefined {
  const index = tokens.findIndex(({ tokenType }) => tokenType === P.LeftBrace)
  return index >= 0 && index < blockHeadMax ? index : undefined
}

/** How the rows of each table open; the words of the wrong tables are here too, so that they can be told so. */
const rowSignatures: ReadonlyMap<TokenType, (place: Place, kind: TableKind) => boolean> = new Map([
  [
    K.rule,
    ({ next, afterNext, startsLine: first }) =>
      isNameToken(next) && (first || afterNext?.tokenType === K.when),
  ],
  [K.affinity, ({ next, startsLine: first }) => first && isNameToken(next)],
  [K.deny, ({ next, startsLine: first }, kind) => kind === 'guard' || (first && isText(next?.tokenType))],
  [K.never, ({ next }) => next?.tokenType === K.use],
  [K.when, ({ startsLine: first, inOutcome }, kind) => isOutcomeTable(kind) && (first || inOutcome)],
  [K.default, ({ startsLine: first }, kind) => kind === 'route' || isOutcomeTable(kind) || first],
  [K.always, (_, kind) => isOutcomeTable(kind) || kind === 'route'],
  [K.given, ({ startsLine: first, next }) => first && isNameToken(next)],
  [K.expect, ({ startsLine: first }) => first],
  [RowBar, () => true],
] satisfies [TokenType, (place: Place, kind: TableKind) => boolean][])

const isOutcomeTable = (kind: TableKind): boolean =>
  kind === 'cache' || kind === 'attempt' || kind === 'shape' || kind === 'log'

/** Rows of the body of a table. */
export function splitRows(
  text: string,
  tokens: readonly IToken[],
  kind: TableKind,
  rowRuleOf: (row: readonly IToken[]) => StartRule,
): readonly Piece[] {
  const rows: Piece[] = []
  let start = 0
  let inOutcome = false
  let brackets = new Brackets()
  const cut = (end: number): void => {
    if (end > start) rows.push({ tokens: tokens.slice(start, end), unclosed: undefined })
    start = end
    inOutcome = false
    brackets = new Brackets()
  }
  const isWhole = (end: number): boolean => {
    const row = tokens.slice(start, end)
    return row.length > 0 && run(rowRuleOf(row), row).kind === 'accepted'
  }
  for (let index = 0; index < tokens.length; index++) {
    const place = placeAt(text, tokens, index, inOutcome)
    if (!place) break
    const mayOverflow = brackets.depth === 0 && index - start <= rowLengthMax
    // A line that begins after a whole row is another row, even when it opens like none.
    const overflows = mayOverflow && place.startsLine && isNameToken(place.token) && isWhole(index)
    if (opensRow(place, kind) || overflows) cut(index)
    if (place.token.tokenType === P.Arrow) inOutcome = true
    brackets.see(place, 0)
  }
  cut(tokens.length)
  return rows
}

/** Longer rows are not tried: the trial is repeated at each of their lines. */
const rowLengthMax = 200

function opensRow(place: Place, kind: TableKind): boolean {
  if (place.continues && !(place.startsLine && place.token.tokenType !== K.deny)) return false
  return rowSignatures.get(place.token.tokenType)?.(place, kind) ?? false
}
