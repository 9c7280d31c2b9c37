import type { IToken } from 'chevrotain'
import type {
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
  ModelRefCstNode,
  NegationCstNode,
  SetCallCstNode,
  SetCstNode,
  SetLiteralCstNode,
  SubjectCstNode,
  SumCstNode,
  TermCstNode,
} from '../generated/cst.ts'
import { nestingMax } from '../nesting.ts'
import { report } from '../report.ts'
import { K, Text } from '../tokens.ts'
import {
  type Building,
  first,
  missingAt,
  nameOf,
  optional,
  quantityOf,
  spanOf,
  spanOfToken,
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
  const nots = node.children.Kw_not
  const operand = buildOperand(b, node)
  if (!nots) return operand
  const { end } = spanOf(b, node)
  if (nots.length > nestingMax) return tooDeep(b, spanOf(b, node))
  return nots.reduceRight<Expr>(
    (inner, { startOffset }) => ({
      kind: 'Not',
      span: { file: b.file, start: startOffset, end },
      operand: inner,
    }),
    operand,
  )
}

function tooDeep(b: Building, span: Missing['span']): Missing {
  b.report(report('GWC0109', { max: nestingMax }, span))
  return missingAt(span)
}

function buildOperand(b: Building, { children }: NegationCstNode): Expr {
  const { condition, Kw_has, Name: names, comparison } = children
  if (comparison) return buildComparison(b, first(comparison))
  if (condition) return buildCondition(b, first(condition))
  const subject = nameOf(b, first(names))
  return { kind: 'Has', span: { ...subject.span, start: first(Kw_has).startOffset }, subject }
}

function buildComparison(b: Building, node: ComparisonCstNode): Expr {
  const span = spanOf(b, node)
  const subject = buildSubject(b, first(node.children.subject))
  const { Comparator, sum, Kw_like, Kw_contains, Kw_not, Text, Name: names } = node.children
  const negated = Kw_not !== undefined
  if (Comparator) {
    // The grammar takes these six images, and no others.
    const op = first(Comparator).image as CompareOp
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

export function buildSubject(b: Building, node: SubjectCstNode): Subject {
  const name = nameOf(b, first(node.children.Name))
  const argument = optional(node.children.constant, (child) => buildConstant(b, child))
  return argument === undefined ? name : { kind: 'Call', span: spanOf(b, node), name, argument }
}

// ----------------------------------------------------------------------------------------------- constants

export function buildConstant(b: Building, node: ConstantCstNode): Constant {
  const { Literal, modelRef } = node.children
  return Literal ? literalOf(b, first(Literal)) : buildModelRef(b, first(modelRef))
}

export function literalOf(b: Building, token: IToken): Constant {
  if (token.tokenType === Text) return stringOf(b, token)
  if (token.tokenType === K.true || token.tokenType === K.false) {
    return { kind: 'Bool', span: spanOfToken(b, token), value: token.tokenType === K.true }
  }
  return quantityOf(b, token)
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
