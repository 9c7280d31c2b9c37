import type {
  BudgetDecl,
  ConstDecl,
  IncludeDecl,
  LimitDecl,
  Name,
  PredDecl,
  QuantityLit,
  StringLit,
} from '../ast.ts'
import type {
  AmountFromCstNode,
  BudgetDeclCstNode,
  ConstDeclCstNode,
  DeprecatedCstNode,
  IncludeDeclCstNode,
  LimitDeclCstNode,
  PerCstNode,
  PredDeclCstNode,
  WarnAtCstNode,
  WasCstNode,
  WhenCstNode,
} from '../generated/cst.ts'
import { buildCondition, buildSet, literalOf } from './condition.ts'
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

export function buildInclude(b: Building, node: IncludeDeclCstNode): IncludeDecl {
  const span = spanOf(b, node)
  return {
    kind: 'Include',
    span,
    doc: b.docOf(span.start),
    path: stringOf(b, first(node.children.Text)),
    as: nameOf(b, first(node.children.Name)),
    condition: optional(node.children.condition, (child) => buildCondition(b, child)),
  }
}

export function buildConst(b: Building, node: ConstDeclCstNode): ConstDecl {
  const span = spanOf(b, node)
  return {
    kind: 'Const',
    span,
    doc: b.docOf(span.start),
    name: nameOf(b, first(node.children.Name)),
    value: buildConstValue(b, node),
    deprecated: optional(node.children.deprecated, (child) => buildDeprecated(b, child)),
  }
}

function buildConstValue(b: Building, node: ConstDeclCstNode): ConstDecl['value'] {
  if (node.children.Literal) return literalOf(b, first(node.children.Literal))
  const set = buildSet(b, first(node.children.set))
  // A lone name may stand for a constant of any type; only the checker can tell.
  return set.kind === 'SetRef' ? set.name : set
}

export function buildPred(b: Building, node: PredDeclCstNode): PredDecl {
  const span = spanOf(b, node)
  return {
    kind: 'Pred',
    span,
    doc: b.docOf(span.start),
    name: nameOf(b, first(node.children.Name)),
    condition: buildCondition(b, first(node.children.condition)),
    deprecated: optional(node.children.deprecated, (child) => buildDeprecated(b, child)),
  }
}

const buildDeprecated = (b: Building, node: DeprecatedCstNode): StringLit =>
  stringOf(b, first(node.children.Text))

export const buildWas = (b: Building, node: WasCstNode): Name => nameOf(b, first(node.children.Name))

const buildPer = (b: Building, node: PerCstNode): Name => nameOf(b, first(node.children.Name))

const conditionOfWhen = (b: Building, node: WhenCstNode) => buildCondition(b, first(node.children.condition))

export function buildBudget(b: Building, node: BudgetDeclCstNode): BudgetDecl {
  const span = spanOf(b, node)
  const { was, Kw_soft, Kw_fit, Quantity, period, dimension, amountFrom, when, warnAt } = node.children
  return {
    kind: 'Budget',
    span,
    doc: b.docOf(span.start),
    name: nameOf(b, first(node.children.Name)),
    was: optional(was, (child) => buildWas(b, child)),
    soft: Kw_soft !== undefined,
    fit: Kw_fit !== undefined,
    amount: optional(Quantity, (token) => quantityOf(b, token)),
    from: optional(amountFrom, (child) => buildAmountFrom(b, child)),
    period: buildPer(b, first(period)),
    dimension: optional(dimension, (child) => buildPer(b, child)),
    condition: optional(when, (child) => conditionOfWhen(b, child)),
    warnAt: optional(warnAt, (child) => buildWarnAt(b, child)) ?? [],
  }
}

function buildAmountFrom(b: Building, node: AmountFromCstNode): NonNullable<BudgetDecl['from']> {
  return {
    field: nameOf(b, first(node.children.Name)),
    default: optional(node.children.fallback, (token) => quantityIfWhole(b, token)),
    atMost: optional(node.children.ceiling, (token) => quantityIfWhole(b, token)),
  }
}

function buildWarnAt(b: Building, node: WarnAtCstNode): readonly QuantityLit[] {
  return node.children.Quantity.map((token) => quantityIfWhole(b, token)).filter(
    (share) => share !== undefined,
  )
}

export function buildLimit(b: Building, node: LimitDeclCstNode): LimitDecl {
  const span = spanOf(b, node)
  const { was, Kw_soft, Quantity, Kw_concurrent, Kw_tokens, period, dimension, when, warnAt } = node.children
  return {
    kind: 'Limit',
    span,
    doc: b.docOf(span.start),
    name: nameOf(b, first(node.children.Name)),
    was: optional(was, (child) => buildWas(b, child)),
    soft: Kw_soft !== undefined,
    amount: quantityOf(b, first(Quantity)),
    of: Kw_concurrent ? 'concurrent' : Kw_tokens ? 'tokens' : 'requests',
    period: optional(period, (child) => buildPer(b, child)),
    dimension: optional(dimension, (child) => buildPer(b, child)),
    condition: optional(when, (child) => conditionOfWhen(b, child)),
    warnAt: optional(warnAt, (child) => buildWarnAt(b, child)) ?? [],
  }
}
