import type { IToken } from 'chevrotain'
import type {
  AttemptRow,
  CacheRow,
  Chain,
  GuardRow,
  Item,
  LogRow,
  Missing,
  Name,
  RouteItem,
  ShapeRow,
  StringLit,
  When,
} from './ast.ts'
import { type Building, missingAt, nameOf, spanOfToken, stringOf } from './build-ast/building.ts'
import { isNameToken } from './outline.ts'
import type { Span } from './span.ts'
import { K, P, Text } from './tokens.ts'

// What is kept of a piece that does not parse: its name, so that nothing else is reported for using it. Its
// conditions and outcomes are `Missing`: half of a condition would match what its author did not mean.

function spanOfAll(b: Building, tokens: readonly IToken[]): Span {
  const [head] = tokens
  const last = tokens.at(-1)
  if (!head || !last) return { file: b.file, start: 0, end: 0 }
  return { file: b.file, start: head.startOffset, end: last.startOffset + last.image.length }
}

function nameAt(b: Building, tokens: readonly IToken[], index: number): Name | Missing {
  const token = tokens[index]
  return token && isNameToken(token) ? nameOf(b, token) : missingAt(spanOfAll(b, tokens))
}

function textAt(b: Building, tokens: readonly IToken[], index: number): StringLit | Missing {
  const token = tokens[index]
  return token?.tokenType === Text ? stringOf(b, token) : missingAt(spanOfAll(b, tokens))
}

/** The name after a word, wherever in the piece: `was old`, `as payments`. */
function nameAfter(b: Building, tokens: readonly IToken[], word: string): Name | undefined {
  const index = tokens.findIndex(({ tokenType }, at) => tokenType.name === `Kw_${word}` && at > 0)
  const token = index < 0 ? undefined : tokens[index + 1]
  return token && isNameToken(token) ? nameOf(b, token) : undefined
}

/** A declaration; `undefined` for a test or an assertion, which declares nothing. */
export function salvageItem(b: Building, tokens: readonly IToken[]): Item | undefined {
  const span = spanOfAll(b, tokens)
  const missing = missingAt(span)
  const doc = b.docOf(span.start)
  switch (tokens[0]?.tokenType) {
    case K.facts:
      return { kind: 'Facts', span, path: textAt(b, tokens, 1) }
    case K.zone:
      return { kind: 'Zone', span, zone: textAt(b, tokens, 1) }
    case K.import:
      return { kind: 'Import', span, path: textAt(b, tokens, 1) }
    case K.include: {
      const as = nameAfter(b, tokens, 'as') ?? missing
      return { kind: 'Include', span, doc, path: textAt(b, tokens, 1), as, condition: missing }
    }
    case K.const:
      return salvageConst(b, tokens, 1)
    case K.pred:
      return {
        kind: 'Pred',
        span,
        doc,
        name: nameAt(b, tokens, 1),
        condition: missing,
        deprecated: undefined,
      }
    case K.budget:
      return {
        ...salvageCharge(b, tokens),
        kind: 'Budget',
        fit: false,
        amount: missing,
        from: undefined,
        period: missing,
      }
    case K.limit:
      return {
        ...salvageCharge(b, tokens),
        kind: 'Limit',
        amount: missing,
        of: 'requests',
        period: undefined,
      }
    case K.deprecated:
      return tokens[1]?.tokenType === K.const ? salvageConst(b, tokens, 2) : undefined
    default:
      return tokens[2]?.tokenType === P.Is ? salvageConst(b, tokens, 1) : undefined
  }
}

/** A constant, by whichever word it was declared: `let small = …`. */
function salvageConst(b: Building, tokens: readonly IToken[], at: number): Item {
  const span = spanOfAll(b, tokens)
  const doc = b.docOf(span.start)
  return {
    kind: 'Const',
    span,
    doc,
    name: nameAt(b, tokens, at),
    value: missingAt(span),
    deprecated: undefined,
  }
}

/** What budgets and limits have in common. */
function salvageCharge(b: Building, tokens: readonly IToken[]) {
  const span = spanOfAll(b, tokens)
  return {
    span,
    doc: b.docOf(span.start),
    name: nameAt(b, tokens, 1),
    was: nameAfter(b, tokens, 'was'),
    soft: false,
    dimension: undefined,
    condition: missingAt(span),
    warnAt: [],
  }
}

export function salvageRouteItem(b: Building, tokens: readonly IToken[]): RouteItem | undefined {
  const span = spanOfAll(b, tokens)
  const doc = b.docOf(span.start)
  const chain = missingChain(span)
  if (tokens[0]?.tokenType === K.default) return { kind: 'RouteDefault', span, doc, chain }
  if (tokens[0]?.tokenType !== K.rule) return undefined
  const when = missingWhen(span)
  return {
    kind: 'Rule',
    span,
    doc,
    name: nameAt(b, tokens, 1),
    was: nameAfter(b, tokens, 'was'),
    when,
    chain,
  }
}

function missingChain(span: Span): Chain {
  const stage = { kind: 'Stage', span, target: missingAt(span), shadow: undefined, on: undefined } as const
  return { kind: 'Chain', span, stages: [stage] }
}

const missingWhen = (span: Span): When => ({ kind: 'When', span, condition: missingAt(span) })

export function salvageGuardRow(b: Building, tokens: readonly IToken[]): GuardRow {
  const span = spanOfAll(b, tokens)
  const row = { span, doc: b.docOf(span.start), when: missingWhen(span) }
  if (tokens[0]?.tokenType === K.never) return { ...row, kind: 'NeverUseRow', set: missingAt(span) }
  return { ...row, kind: 'DenyRow', message: textAt(b, tokens, 1), status: undefined }
}

const salvageRow = (b: Building, tokens: readonly IToken[]) => {
  const span = spanOfAll(b, tokens)
  const [head] = tokens
  const isDefault = head?.tokenType === K.default
  const when: When = head && isDefault ? { kind: 'Default', span: spanOfToken(b, head) } : missingWhen(span)
  return { span, doc: b.docOf(span.start), when }
}

export function salvageCacheRow(b: Building, tokens: readonly IToken[]): CacheRow {
  const row = salvageRow(b, tokens)
  return { ...row, kind: 'CacheRow', outcome: missingAt(row.span) }
}

export function salvageAttemptRow(b: Building, tokens: readonly IToken[]): AttemptRow {
  return { ...salvageRow(b, tokens), kind: 'AttemptRow', settings: [] }
}

export function salvageShapeRow(b: Building, tokens: readonly IToken[]): ShapeRow {
  return { ...salvageRow(b, tokens), kind: 'ShapeRow', settings: [] }
}

export function salvageLogRow(b: Building, tokens: readonly IToken[]): LogRow {
  return { ...salvageRow(b, tokens), kind: 'LogRow', level: 'metadata', sample: undefined }
}
