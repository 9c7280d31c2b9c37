import type {
  AttemptRow,
  AttemptSetting,
  CacheOutcome,
  CacheRow,
  GuardRow,
  LogRow,
  ShapeRow,
  ShapeSetting,
  When,
} from '../ast.ts'
import type {
  AttemptRowCstNode,
  AttemptSettingCstNode,
  CacheRowCstNode,
  CacheTermsCstNode,
  DeadlineCstNode,
  GuardRowCstNode,
  JudgeCstNode,
  LogRowCstNode,
  ShapeRowCstNode,
  ShapeSettingCstNode,
  WhenOrAlwaysCstNode,
  WhenOrDefaultCstNode,
} from '../generated/cst.ts'
import {
  type Building,
  first,
  nameOf,
  optional,
  quantityIfWhole,
  quantityOf,
  spanOf,
  stringOf,
} from './building.ts'
import { buildStatus, buildWhen } from './chain.ts'
import { buildModelRef, buildSet } from './condition.ts'

function buildWhenOrAlways(b: Building, node: WhenOrAlwaysCstNode): When {
  return (
    optional(node.children.when, (child) => buildWhen(b, child)) ?? { kind: 'Always', span: spanOf(b, node) }
  )
}

function buildWhenOrDefault(b: Building, node: WhenOrDefaultCstNode): When {
  return (
    optional(node.children.when, (child) => buildWhen(b, child)) ?? { kind: 'Default', span: spanOf(b, node) }
  )
}

export function buildGuardRow(b: Building, node: GuardRowCstNode): GuardRow {
  const span = spanOf(b, node)
  const row = {
    span,
    doc: b.docOf(span.start),
    when: buildWhenOrAlways(b, first(node.children.whenOrAlways)),
  }
  if (node.children.Kw_never)
    return { kind: 'NeverUseRow', set: buildSet(b, first(node.children.set)), ...row }
  return {
    kind: 'DenyRow',
    message: stringOf(b, first(node.children.Text)),
    status: optional(node.children.status, (child) => buildStatus(b, child)),
    ...row,
  }
}

export function buildCacheRow(b: Building, node: CacheRowCstNode): CacheRow {
  const span = spanOf(b, node)
  return {
    kind: 'CacheRow',
    span,
    doc: b.docOf(span.start),
    when: buildWhenOrDefault(b, first(node.children.whenOrDefault)),
    outcome: buildCacheOutcome(b, node),
  }
}

function buildCacheOutcome(b: Building, node: CacheRowCstNode): CacheOutcome {
  const { Kw_off, Kw_exact, Kw_semantic, Quantity, cacheTerms } = node.children
  const start = first(Kw_off ?? Kw_exact ?? Kw_semantic).startOffset
  return {
    kind: 'CacheOutcome',
    span: { ...spanOf(b, node), start },
    mode: Kw_off ? 'off' : Kw_exact ? 'exact' : 'semantic',
    confidence: optional(Quantity, (token) => quantityIfWhole(b, token)),
    ...buildCacheTerms(b, cacheTerms?.[0]),
  }
}

function buildCacheTerms(
  b: Building,
  node: CacheTermsCstNode | undefined,
): Pick<CacheOutcome, 'ttl' | 'within' | 'maxError' | 'judge'> {
  return {
    ttl: optional(node?.children.ttl, (token) => quantityIfWhole(b, token)),
    within: optional(node?.children.Name, (token) => nameOf(b, token)),
    maxError: optional(node?.children.maxError, (token) => quantityIfWhole(b, token)),
    judge: optional(node?.children.judge, (child) => buildJudge(b, child)),
  }
}

function buildJudge(b: Building, node: JudgeCstNode): NonNullable<CacheOutcome['judge']> {
  return {
    model: buildModelRef(b, first(node.children.modelRef)),
    within: optional(node.children.Quantity, (token) => quantityIfWhole(b, token)),
  }
}

export function buildAttemptRow(b: Building, node: AttemptRowCstNode): AttemptRow {
  const span = spanOf(b, node)
  return {
    kind: 'AttemptRow',
    span,
    doc: b.docOf(span.start),
    when: buildWhenOrDefault(b, first(node.children.whenOrDefault)),
    settings: node.children.attemptSetting.map((child) => buildAttemptSetting(b, child)),
  }
}

function buildAttemptSetting(b: Building, node: AttemptSettingCstNode): AttemptSetting {
  const span = spanOf(b, node)
  const { deadline, Kw_retries, Quantity, backoff, Kw_ambiguous, Kw_never, Kw_drain } = node.children
  if (deadline) return buildDeadline(b, first(deadline))
  if (Kw_retries) return { kind: 'Retries', span, value: quantityOf(b, first(Quantity)) }
  if (backoff) {
    const { first: from, last: to } = first(backoff).children
    return { kind: 'Backoff', span, from: quantityOf(b, first(from)), to: quantityOf(b, first(to)) }
  }
  if (Kw_ambiguous) return { kind: 'Ambiguous', span, value: Kw_never ? 'never' : 'once' }
  return { kind: 'Abort', span, value: Kw_drain ? 'drain' : 'cancel' }
}

function buildDeadline(b: Building, node: DeadlineCstNode): AttemptSetting {
  const { Kw_connect, Kw_first_token, Kw_idle, Quantity } = node.children
  const of = Kw_connect ? 'connect' : Kw_first_token ? 'first_token' : Kw_idle ? 'idle' : 'total'
  return { kind: 'Deadline', span: spanOf(b, node), of, value: quantityOf(b, first(Quantity)) }
}

export function buildShapeRow(b: Building, node: ShapeRowCstNode): ShapeRow {
  const span = spanOf(b, node)
  return {
    kind: 'ShapeRow',
    span,
    doc: b.docOf(span.start),
    when: buildWhenOrAlways(b, first(node.children.whenOrAlways)),
    settings: node.children.shapeSetting.map((child) => buildShapeSetting(b, child)),
  }
}

function buildShapeSetting(b: Building, node: ShapeSettingCstNode): ShapeSetting {
  const span = spanOf(b, node)
  const { Kw_max_output, Kw_compact, Quantity, Kw_auto } = node.children
  if (Kw_max_output) return { kind: 'MaxOutput', span, value: quantityOf(b, first(Quantity)) }
  if (Kw_compact) return { kind: 'Compact', span, to: quantityOf(b, first(Quantity)) }
  return { kind: 'PromptCache', span, value: Kw_auto ? 'auto' : 'off' }
}

export function buildLogRow(b: Building, node: LogRowCstNode): LogRow {
  const span = spanOf(b, node)
  const { Kw_off, Kw_metadata, Quantity } = node.children
  return {
    kind: 'LogRow',
    span,
    doc: b.docOf(span.start),
    when: buildWhenOrDefault(b, first(node.children.whenOrDefault)),
    level: Kw_off ? 'off' : Kw_metadata ? 'metadata' : 'content',
    sample: optional(Quantity, (token) => quantityIfWhole(b, token)),
  }
}
