import type {
  Constant,
  Expr,
  FamilySet,
  GlobSet,
  Missing,
  ModelLit,
  Name,
  QuantityLit,
  SetExpr,
  SetLit,
  StringLit,
  Subject,
} from '../ast.ts'
import {
  type Doc,
  align,
  concat,
  group,
  hardLine,
  ifBroken,
  join,
  line,
  nest,
  sequence,
  softLine,
} from '../doc.ts'
import { quote } from '../string-text.ts'
import { isModelText } from '../tokens.ts'
import { type Printing, indentWidth } from './printing.ts'

// Conditions and sets contain each other, so they are printed in one file.

// ----------------------------------------------------------------------------------------------- constants

export function printConstant(constant: Constant): string {
  switch (constant.kind) {
    case 'String':
      return quote(constant.value)
    case 'Quantity':
      return printQuantity(constant)
    case 'Bool':
      return String(constant.value)
    case 'Model':
      return isModelText(constant.text) ? constant.text : `model ${quote(constant.text)}`
    case 'Name':
      return constant.text
    case 'Missing':
      return ''
  }
}

/** A model, a name that stands for one, a number or text: whatever is written in one word or two. */
export const printWord = (word: ModelLit | Name | StringLit | QuantityLit | Missing): string =>
  printConstant(word)

function printQuantity({ digits, unit }: QuantityLit): string {
  if (unit === '$') return `$${digits}`
  return unit === 'clock' ? digits : `${digits}${unit}`
}

export function printSubject(subject: Subject): string {
  if (subject.kind === 'Name') return subject.text
  return `${subject.name.text}(${printConstant(subject.argument)})`
}

// ---------------------------------------------------------------------------------------------- conditions

export function printCondition(p: Printing, expr: Expr): Doc {
  switch (expr.kind) {
    case 'Or':
      return printTerms(p, 'or', expr.terms, (term) => term.kind === 'Or')
    case 'And':
      return printTerms(p, 'and', expr.terms, (term) => term.kind === 'Or' || term.kind === 'And')
    case 'Not':
      return concat('not ', printOperand(p, expr.operand, isChain(expr.operand)))
    case 'Compare':
      return `${printSubject(expr.subject)} ${expr.op} ${printConstant(expr.value)}`
    case 'In': {
      const set = expr.set.kind === 'SetWhere' ? inParens(printSet(p, expr.set)) : printSet(p, expr.set)
      return concat(`${printSubject(expr.subject)} ${expr.negated ? 'not in' : 'in'} `, set)
    }
    case 'Like':
      return `${printSubject(expr.subject)} ${expr.negated ? 'not like' : 'like'} ${printWord(expr.pattern)}`
    case 'Contains':
      return `${printSubject(expr.subject)} contains ${printWord(expr.value)}`
    case 'Has':
      return `has ${printWord(expr.subject)}`
    case 'Flag':
      return printSubject(expr.subject)
    case 'Missing':
      return ''
  }
}

const isChain = (expr: Expr): boolean => expr.kind === 'And' || expr.kind === 'Or'

function printTerms(
  p: Printing,
  word: string,
  terms: readonly Expr[],
  isLoose: (term: Expr) => boolean,
): Doc {
  const printed = terms.map((term) => printOperand(p, term, isLoose(term)))
  return group(align(join(concat(line, `${word} `), printed)))
}

const printOperand = (p: Printing, expr: Expr, parens: boolean): Doc =>
  parens ? inParens(printCondition(p, expr)) : printCondition(p, expr)

const inParens = (doc: Doc): Doc => concat('(', align(doc), ')')

// ---------------------------------------------------------------------------------------------------- sets

export function printSet(p: Printing, set: SetExpr): Doc {
  switch (set.kind) {
    case 'SetLit':
      return printSetLiteral(p, set)
    case 'SetRef':
      return set.name.text
    case 'SetOp': {
      const left = set.left.kind === 'SetWhere' ? inParens(printSet(p, set.left)) : printSet(p, set.left)
      const isLoose = set.right.kind === 'SetWhere' || set.right.kind === 'SetOp'
      const right = isLoose ? inParens(printSet(p, set.right)) : printSet(p, set.right)
      return concat(left, ` ${set.op} `, right)
    }
    case 'SetWhere': {
      const inner = set.set.kind === 'SetWhere' ? inParens(printSet(p, set.set)) : printSet(p, set.set)
      return group(inner, nest(indentWidth, line, 'where ', printCondition(p, set.filter)))
    }
    case 'Family':
    case 'Glob':
      return printSetCall(set)
    case 'Model':
      return printConstant(set)
    case 'Missing':
      return ''
  }
}

const printSetCall = (set: FamilySet | GlobSet): string =>
  set.kind === 'Family' ? `family(${printWord(set.name)})` : `model(${printWord(set.pattern)})`

const printElement = (element: SetLit['elements'][number]): string =>
  element.kind === 'Family' || element.kind === 'Glob' ? printSetCall(element) : printConstant(element)

/** On one line, or one element a line with a comma after each, so that adding one changes one line. */
export function printSetLiteral(p: Printing, set: SetLit): Doc {
  if (hasComments(p, set)) return printCommentedSet(p, set)
  if (set.elements.length === 0) return '{}'
  const elements = join(concat(',', line), set.elements.map(printElement))
  return group('{', nest(indentWidth, softLine, elements, ifBroken(',', '')), softLine, '}')
}

function hasComments({ remarks }: Printing, set: SetLit): boolean {
  if (remarks.opening(set) !== undefined || remarks.closing(set).length > 0) return true
  return set.elements.some(
    (element) => remarks.leading(element).length > 0 || remarks.trailing(element) !== undefined,
  )
}

function printCommentedSet({ remarks }: Printing, set: SetLit): Doc {
  const lines = set.elements.flatMap((element) => {
    const trailing = remarks.trailing(element)
    const comment = trailing === undefined ? '' : `  ${trailing}`
    return [...remarks.leading(element).map(({ text }) => text), `${printElement(element)},${comment}`]
  })
  const closing = remarks.closing(set).map(({ text }) => text)
  const opening = remarks.opening(set)
  const body = [...lines, ...closing].flatMap((text) => [hardLine, text])
  return concat(
    '{',
    opening === undefined ? '' : `  ${opening}`,
    nest(indentWidth, sequence(body)),
    hardLine,
    '}',
  )
}
