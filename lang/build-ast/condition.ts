import type { IToken } from 'chevrotain'
import type {
  Compare,
  CompareOp,
  Constant,
  Expr,
  FamilySet,
  GlobSet,
  Missing,
  ModelLit,
  Name,
  SetExpr,
  SetLit,
  Subject,
} from '../ast.ts'
import type {
  ComparisonCstNode,
  ConditionCstNode,
  ConjunctionCstNode,
  ConstantCstNode,
  ElementCstNode,
  GivenValueCstNode,
  LiteralCstNode,
  ModelRefCstNode,
  NegationCstNode,
  PrimaryCstNode,
  SetCallCstNode,
  SetCstNode,
  SetLiteralCstNode,
  SubjectCstNode,
  SumCstNode,
  TermCstNode,
} from '../generated/cst.ts'
import { nestingMax } from '../nesting.ts'
import { report } from '../report.ts'
import {
  type Building,
  first,
  missingAt,
  nameOf,
  optional,
  quantityOf,
  spanOf,
  stringOf,
} from './building.ts'

// Conditions and sets contain each other (`in {…}`, `where …`), so they are built in one file.

// ---------------------------------------------------------------------------------------------- conditions

export function buildCondition(b: Building, node: ConditionCstNode): Expr {
  const terms = node.children.conjunction.map((child) => buildConjunction(b, child))
  return terms.length === 1 ? first(terms) : { kind: 'Or', span: spanOf(b, node), terms }
}

function buildConjunction(b: Building, node: ConjunctionCstNode): Expr {
  const terms = node.children.negation.map((child) => buildNegation(b, child))
  return terms.length === 1 ? first(terms) : { kind: 'And', span: spanOf(b, node), terms }
}

function buildNegation(b: Building, node: NegationCstNode): Expr {
  const nots = node.children.Kw_not ?? []
  const operand = buildPrimary(b, first(node.children.primary))
  if (nots.length > nestingMax) return tooDeep(b, spanOf(b, node))
  return nots.reduceRight<Expr>(
    (inner, not) => ({
      kind: 'Not',
      span: { ...spanOf(b, node), start: not.startOffset },
      operand: inner,
    }),
    operand,
  )
}

function tooDeep(b: Building, span: Missing['span']): Missing {
  b.report(report('GWC0109', { max: nestingMax }, span))
  return missingAt(span)
}

function buildPrimary(b: Building, node: PrimaryCstNode): Expr {
  const { condition, Name: has, comparison } = node.children
  if (condition) return buildCondition(b, first(condition))
  if (has) return { kind: 'Has', span: spanOf(b, node), subject: nameOf(b, first(has)) }
  return buildComparison(b, first(comparison))
}

function buildComparison(b: Building, node: ComparisonCstNode): Expr {
  const span = spanOf(b, node)
  const subject = buildSubject(b, first(node.children.subject))
  const { comparisonOperator, sum, Kw_like, Kw_contains, Kw_not, Text, Name: names } = node.children
  const negated = Kw_not !== undefined
  if (comparisonOperator) {
    const op = operatorOf(first(Object.values(first(comparisonOperator).children)))
    return { kind: 'Compare', span, subject, op, value: buildConstant(b, first(node.children.constant)) }
  }
  if (sum) return { kind: 'In', span, subject, negated, set: buildSum(b, first(sum)) }
  if (Kw_like) return { kind: 'Like', span, subject, negated, pattern: stringOf(b, first(Text)) }
  if (Kw_contains) {
    const value = Text ? stringOf(b, first(Text)) : nameOf(b, first(names))
    return { kind: 'Contains', span, subject, value }
  }
  return { kind: 'Flag', span, subject }
}

// The grammar takes these six images, and no others.
const operatorOf = (tokens: readonly IToken[]): CompareOp => first(tokens).image as Compare['op']

export function buildSubject(b: Building, node: SubjectCstNode): Subject {
  const name = nameOf(b, first(node.children.Name))
  const argument = optional(node.children.constant, (child) => buildConstant(b, child))
  return argument === undefined ? name : { kind: 'Call', span: spanOf(b, node), name, argument }
}

// ----------------------------------------------------------------------------------------------- constants

export function buildConstant(b: Building, node: ConstantCstNode): Constant {
  const { literal, modelRef } = node.children
  return literal ? buildLiteral(b, first(literal)) : buildModelRef(b, first(modelRef))
}

export function buildLiteral(b: Building, node: LiteralCstNode): Constant {
  const { Text, Quantity, Kw_true } = node.children
  if (Text) return stringOf(b, first(Text))
  if (Quantity) return quantityOf(b, first(Quantity))
  return { kind: 'Bool', span: spanOf(b, node), value: Kw_true !== undefined }
}

export function buildModelRef(b: Building, node: ModelRefCstNode): ModelLit | Name {
  const { Model, quotedModel, Name: names } = node.children
  if (Model) return { kind: 'Model', span: spanOf(b, node), text: first(Model).image }
  if (!quotedModel) return nameOf(b, first(names))
  const text = stringOf(b, first(first(quotedModel).children.Text)).value
  return { kind: 'Model', span: spanOf(b, node), text }
}

export function buildGivenValue(b: Building, node: GivenValueCstNode): Constant | SetLit {
  const { constant, setLiteral } = node.children
  return constant ? buildConstant(b, first(constant)) : buildSetLiteral(b, first(setLiteral))
}

// ---------------------------------------------------------------------------------------------------- sets

export function buildSet(b: Building, node: SetCstNode): SetExpr {
  const set = buildSum(b, first(node.children.sum))
  const filter = optional(node.children.condition, (child) => buildCondition(b, child))
  return filter === undefined ? set : { kind: 'SetWhere', span: spanOf(b, node), set, filter }
}

function buildSum(b: Building, node: SumCstNode): SetExpr {
  const terms = node.children.term.map((child) => buildTerm(b, child))
  const operators = node.children.operator ?? []
  if (operators.length > nestingMax) return tooDeep(b, spanOf(b, node))
  return terms.reduce((left, right, index) => ({
    kind: 'SetOp',
    span: { ...left.span, end: right.span.end },
    op: operators[index - 1]?.image === '-' ? '-' : '+',
    left,
    right,
  }))
}

function buildTerm(b: Building, node: TermCstNode): SetExpr {
  const { setLiteral, set, setCall, modelRef } = node.children
  if (setLiteral) return buildSetLiteral(b, first(setLiteral))
  if (set) return buildSet(b, first(set))
  if (setCall) return buildSetCall(b, first(setCall))
  const ref = buildModelRef(b, first(modelRef))
  return ref.kind === 'Model' ? ref : { kind: 'SetRef', span: ref.span, name: ref }
}

function buildSetCall(b: Building, node: SetCallCstNode): FamilySet | GlobSet {
  const text = stringOf(b, first(node.children.Text))
  const span = spanOf(b, node)
  return node.children.Kw_family
    ? { kind: 'Family', span, name: text }
    : { kind: 'Glob', span, pattern: text }
}

export function buildSetLiteral(b: Building, node: SetLiteralCstNode): SetLit {
  const elements = (node.children.element ?? []).map((child) => buildElement(b, child))
  return { kind: 'SetLit', span: spanOf(b, node), elements }
}

function buildElement(b: Building, node: ElementCstNode): SetLit['elements'][number] {
  const { setCall, constant } = node.children
  return setCall ? buildSetCall(b, first(setCall)) : buildConstant(b, first(constant))
}
