import type { IToken } from 'chevrotain'
import type { File, Item } from './ast.ts'
import type { Building } from './build-ast/building.ts'
import { buildRouteItem } from './build-ast/chain.ts'
import { buildItem, buildVersion } from './build-ast/file.ts'
import {
  buildAttemptRow,
  buildCacheRow,
  buildGuardRow,
  buildLogRow,
  buildShapeRow,
} from './build-ast/table.ts'
import type { Diagnostic } from './diagnostic.ts'
import { suggest } from '../core/did-you-mean.ts'
import { type StartRule, type StartRules, run } from './grammar-run.ts'
import {
  type Piece,
  type TableKind,
  blockStart,
  isNameToken,
  itemWords,
  splitItems,
  splitRows,
  tableKindOf,
} from './outline.ts'
import { help, report } from './report.ts'
import {
  salvageAttemptRow,
  salvageCacheRow,
  salvageGuardRow,
  salvageItem,
  salvageLogRow,
  salvageRouteItem,
  salvageShapeRow,
} from './salvage.ts'
import type { Span } from './span.ts'
import { explainSyntaxError } from './syntax-error.ts'
import { K, Name, P, RowBar, makeToken } from './tokens.ts'
import { findMisplacedRow, tablesOfRow } from './row-place.ts'

/** A file that the grammar refused, and what was reported for it so far. */
export interface Recovery extends Building {
  readonly text: string
  /** Places of strings that swallowed the rest of their line: what follows from that is not reported again. */
  readonly swallowed: readonly Span[]
  /** Whether there is time left to look for repairs, which are found by trying. */
  readonly mayTry: () => boolean
  /** Whether so much was reported that the rest waits until that is mended. */
  readonly isFull: () => boolean
}

/** More than these are reported when the first are gone. */
const syntaxErrorsMax = 200
/** Later ones get the plain message. */
const repairedMax = 40

/** Parses a file piece by piece: each piece gives its part of the tree, or one message and what can be kept. */
export function recoverFile(
  b: Omit<Recovery, 'mayTry' | 'isFull'>,
  tokens: readonly IToken[],
  span: Span,
): File {
  let count = 0
  const r: Recovery = {
    ...b,
    mayTry: () => count < repairedMax,
    isFull: () => count >= syntaxErrorsMax,
    report: (diagnostic) => {
      if (count++ < syntaxErrorsMax) b.report(diagnostic)
    },
  }
  const pieces = splitItems(b.text, tokens)
  const items: Item[] = []
  let version: File['version']
  for (const [index, piece] of pieces.entries()) {
    if (r.isFull()) break
    if (index === 0 && piece.tokens[0]?.tokenType === K.gwc) version = recoverVersion(r, piece)
    else items.push(...recoverItem(r, piece, items.at(-1)))
  }
  if (count === 0 && b.swallowed.length === 0) explain(r, 'file', 'file', tokens)
  return { kind: 'File', span, version, items }
}

/** Reports why a rule of the grammar refuses the tokens, unless a string that swallowed its line is the cause. */
function explain(r: Recovery, rule: StartRule, noun: string, tokens: readonly IToken[]): void {
  const stop = run(rule, tokens)
  if (stop.kind === 'accepted' || isSwallowed(r, tokens)) return
  r.report(explainSyntaxError({ file: r.file, rule, noun, tokens, stop }, r.mayTry()))
}

function isSwallowed(r: Recovery, tokens: readonly IToken[]): boolean {
  const start = tokens[0]?.startOffset ?? 0
  const end = tokens.at(-1)?.startOffset ?? 0
  return r.swallowed.some((span) => span.start >= start && span.start <= end)
}

function recoverVersion(r: Recovery, { tokens }: Piece): File['version'] {
  const whole = run('version', tokens)
  if (whole.kind === 'accepted') return buildVersion(r, whole.tree)
  explain(r, 'version', 'line', tokens)
  return undefined
}

// --------------------------------------------------------------------------------- declarations and tables

function recoverItem(r: Recovery, piece: Piece, before: Item | undefined): readonly Item[] {
  const tokens = withMeantHead(r, piece.tokens)
  const whole = run('item', tokens)
  if (whole.kind === 'accepted') return [buildItem(r, whole.tree)]
  if (tokens[0]?.tokenType === P.RightBrace) {
    r.report(strayBrace(r, tokens[0], before))
    return []
  }
  const outside = findRowOutside(r, tokens)
  if (outside) {
    r.report(outside)
    return []
  }
  const kind = tableKindOf(tokens)
  const start = blockStart(tokens)
  if (kind !== undefined && start !== undefined) return recoverTable(r, { ...piece, tokens }, kind, start)
  explain(r, 'item', kind === undefined ? 'declaration' : 'table', tokens)
  const kept = salvageItem(r, tokens)
  return kept ? [kept] : []
}

/** Puts the keyword that was meant in the place of a misspelled first word, and reports it. */
function withMeantHead(r: Recovery, tokens: readonly IToken[]): readonly IToken[] {
  const [head] = tokens
  if (!head || head.tokenType !== Name) return tokens
  const meant = suggest(head.image, itemWords)
  return meant ? withHead(r, 'item', tokens, meant) : tokens
}

/** Only a word with which the grammar then reads on was meant. */
function withHead(r: Recovery, rule: StartRule, tokens: readonly IToken[], meant: string): readonly IToken[] {
  const [head, ...rest] = tokens
  const type = (K as Readonly<Record<string, (typeof K)['rule']>>)[meant]
  if (!head || !type) return tokens
  const corrected = [makeToken(type, head.image, head.startOffset), ...rest]
  const result = run(rule, corrected)
  if (result.kind === 'stopped' && result.index < 2) return tokens
  const at: Span = { file: r.file, start: head.startOffset, end: head.startOffset + head.image.length }
  const edits = [{ span: at, newText: meant }]
  r.report(
    report('GWC0102', { found: head.image, meant }, at, {
      label: `\`${meant}\`?`,
      fixes: [{ title: `Write ${meant}`, edits, applicability: 'manual' }],
    }),
  )
  return corrected
}

function strayBrace(r: Recovery, token: IToken, before: Item | undefined): Diagnostic {
  const at: Span = { file: r.file, start: token.startOffset, end: token.startOffset + 1 }
  const ended = before && {
    span: { ...before.span, start: before.span.end - 1 },
    text: 'the last table ends here',
  }
  return report('GWC0108', { bracket: '}' }, at, {
    secondary: ended && r.text[ended.span.start] === '}' ? [ended] : [],
    notes: [help('leave it out')],
  })
}

function findRowOutside(r: Recovery, tokens: readonly IToken[]): Diagnostic | undefined {
  const tables = tablesOfRow(tokens)
  const [head] = tokens
  if (!head || !tables) return undefined
  const at: Span = { file: r.file, start: head.startOffset, end: head.startOffset + head.image.length }
  const notes = [help(`it belongs in ${tables.map((table) => `\`${table} { … }\``).join(' or ')}`)]
  return report('GWC0111', { found: head.image, place: 'outside a table' }, at, { notes })
}

// -------------------------------------------------------------------------------------------------- rows

const headBodies: Readonly<Record<TableKind, readonly IToken[]>> = {
  guard: [],
  route: [],
  cache: [],
  attempt: [],
  shape: [],
  log: [],
  test: [makeToken(K.expect, 'expect', 0), makeToken(K.deny, 'deny', 0)],
  testTable: [
    makeToken(RowBar, '|', 0),
    makeToken(Name, 'x', 0),
    makeToken(P.Bars, '||', 0),
    makeToken(K.use, 'use', 0),
  ],
}

/** A table that does not parse: its head, then each row alone. */
function recoverTable(r: Recovery, piece: Piece, kind: TableKind, start: number): readonly Item[] {
  let count = 0
  const counted: Recovery = {
    ...r,
    report: (diagnostic) => {
      count++
      r.report(diagnostic)
    },
  }
  const { tokens, unclosed } = piece
  const head = tokens.slice(0, start + 1)
  const end = unclosed ? tokens.length : tokens.length - 1
  if (unclosed) counted.report(unclosedBrace(r, unclosed, tokens))
  explain(counted, 'item', 'head of the table', [
    ...head,
    ...headBodies[kind],
    makeToken(P.RightBrace, '}', 0),
  ])
  const split = splitRows(r.text, tokens.slice(start + 1, end), kind, (row) => rowRuleOf(kind, row))
  const rows = withMisplacedHeads(r, kind, split)
  const item = recoverRows(counted, { tokens, unclosed }, kind, rows)
  // The rows are whole, each alone: what is wrong is how they stand together.
  if (count === 0) explain(counted, 'item', 'table', tokens)
  return item ? [item] : []
}

/** `default deny "…"` in `guard`: the word and the row that it opens are one mistake. */
function withMisplacedHeads(r: Recovery, kind: TableKind, rows: readonly Piece[]): readonly Piece[] {
  return rows.reduce<readonly Piece[]>((joined, row) => {
    const last = joined.at(-1)
    const isHead = last?.tokens.length === 1 && findMisplacedRow(r, kind, last.tokens) !== undefined
    if (last === undefined || !isHead) return [...joined, row]
    return [...joined.slice(0, -1), { ...row, tokens: [...last.tokens, ...row.tokens] }]
  }, [])
}

function unclosedBrace(r: Recovery, brace: IToken, tokens: readonly IToken[]): Diagnostic {
  const at: Span = { file: r.file, start: brace.startOffset, end: brace.startOffset + 1 }
  const last = tokens.at(-1)
  const end = last ? last.startOffset + last.image.length : at.end
  const bracket = brace.image
  const closing = bracket === '(' ? ')' : '}'
  return report('GWC0107', { bracket, closing }, at, {
    secondary: [{ span: { file: r.file, start: end, end }, text: `\`${closing}\` expected after this` }],
    fixes: [
      {
        title: `Close it`,
        edits: [{ span: { file: r.file, start: end, end }, newText: `\n${closing}` }],
        applicability: 'manual',
      },
    ],
  })
}

function rowRuleOf(kind: TableKind, row: readonly IToken[]): keyof StartRules {
  switch (kind) {
    case 'guard':
      return 'guardRow'
    case 'route':
      return 'routeItem'
    case 'cache':
      return 'cacheRow'
    case 'attempt':
      return 'attemptRow'
    case 'shape':
      return 'shapeRow'
    case 'log':
      return 'logRow'
    case 'test':
    case 'testTable':
      return testRowRuleOf(row)
  }
}

const meantRowRule = (kind: TableKind, meant: string): StartRule =>
  meant === 'given' ? 'given' : meant === 'expect' ? 'expectation' : rowRuleOf(kind, [])

function testRowRuleOf(row: readonly IToken[]): keyof StartRules {
  if (row[0]?.tokenType === RowBar) return isHeader(row) ? 'testHeader' : 'testRow'
  return row[0]?.tokenType === K.given ? 'given' : 'expectation'
}

/** In a heading only names stand before `||`; in a row of names it makes no difference. */
const isHeader = (row: readonly IToken[]): boolean =>
  row
    .slice(1)
    .every(
      (token) =>
        isNameToken(token) ||
        token.tokenType === P.Bar ||
        token.tokenType === P.Bars ||
        token.tokenType === K.use,
    )

function recoverRows(
  r: Recovery,
  { tokens }: Piece,
  kind: TableKind,
  rows: readonly Piece[],
): Item | undefined {
  const [head] = tokens
  const last = tokens.at(-1)
  const span: Span = {
    file: r.file,
    start: head?.startOffset ?? 0,
    end: (last?.startOffset ?? 0) + (last?.image.length ?? 0),
  }
  const each = <R extends keyof StartRules, T>(
    rule: R,
    build: (b: Building, tree: StartRules[R]) => T,
    salvage: (b: Building, tokens: readonly IToken[]) => T | undefined,
  ): readonly T[] =>
    rows.map((row) => recoverRow(r, kind, rule, row, build, salvage)).filter((built) => built !== undefined)
  switch (kind) {
    case 'guard':
      return { kind: 'Guard', span, rows: each('guardRow', buildGuardRow, salvageGuardRow) }
    case 'route': {
      const traffic = tokens[1]?.tokenType === K.embeddings ? 'embeddings' : 'generation'
      return { kind: 'Route', span, traffic, items: each('routeItem', buildRouteItem, salvageRouteItem) }
    }
    case 'cache':
      return { kind: 'Cache', span, rows: each('cacheRow', buildCacheRow, salvageCacheRow) }
    case 'attempt':
      return { kind: 'Attempt', span, rows: each('attemptRow', buildAttemptRow, salvageAttemptRow) }
    case 'shape':
      return { kind: 'Shape', span, rows: each('shapeRow', buildShapeRow, salvageShapeRow) }
    case 'log':
      return { kind: 'Log', span, rows: each('logRow', buildLogRow, salvageLogRow) }
    case 'test':
    case 'testTable':
      // A test is kept whole or not at all: one with a part missing would fail for no fault of the policy.
      for (const row of rows) recoverTestRow(r, kind, row)
      return undefined
  }
}

function recoverTestRow(r: Recovery, kind: TableKind, { tokens }: Piece): void {
  if (r.isFull()) return
  const row = withMeantRow(r, kind, tokens)
  const misplaced = findMisplacedRow(r, kind, row)
  if (misplaced) r.report(misplaced)
  else explain(r, testRowRuleOf(row), 'line', row)
}

function recoverRow<R extends keyof StartRules, T>(
  r: Recovery,
  kind: TableKind,
  rule: R,
  piece: Piece,
  build: (b: Building, tree: StartRules[R]) => T,
  salvage: (b: Building, tokens: readonly IToken[]) => T | undefined,
): T | undefined {
  if (r.isFull()) return undefined
  const tokens = withMeantRow(r, kind, piece.tokens)
  const whole = run(rule, tokens)
  if (whole.kind === 'accepted') return build(r, whole.tree)
  const misplaced = findMisplacedRow(r, kind, tokens)
  if (misplaced) r.report(misplaced)
  else explain(r, rule, kind === 'route' ? 'rule' : 'row', tokens)
  return misplaced ? undefined : salvage(r, tokens)
}

const rowWords: Readonly<Record<TableKind, readonly string[]>> = {
  guard: ['deny', 'never'],
  route: ['rule', 'default', 'affinity'],
  cache: ['when', 'default'],
  attempt: ['when', 'default'],
  shape: ['when', 'always'],
  log: ['when', 'default'],
  test: ['given', 'expect'],
  testTable: ['given'],
}

/** As `withMeantHead`, for the first word of a row. */
function withMeantRow(r: Recovery, kind: TableKind, tokens: readonly IToken[]): readonly IToken[] {
  const [head] = tokens
  if (!head || head.tokenType !== Name) return tokens
  const meant = suggest(head.image, rowWords[kind])
  return meant ? withHead(r, meantRowRule(kind, meant), tokens, meant) : tokens
}
