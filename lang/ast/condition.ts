import type { Span } from '../span.ts'
import type { Constant, ModelLit, StringLit } from './constant.ts'
import type { Missing, Name } from './name.ts'

export type Expr = Or | And | Not | Compare | InSet | Like | Contains | Has | Flag | Missing

export interface Or {
  readonly kind: 'Or'
  readonly span: Span
  /** Two or more. */
  readonly terms: readonly Expr[]
}

export interface And {
  readonly kind: 'And'
  readonly span: Span
  /** Two or more. */
  readonly terms: readonly Expr[]
}

export interface Not {
  readonly kind: 'Not'
  readonly span: Span
  readonly operand: Expr
}

/** A fact, or `up(openai)`: a name with an argument. */
export type Subject = Name | Call

export interface Call {
  readonly kind: 'Call'
  readonly span: Span
  readonly name: Name
  readonly argument: Constant
}

export type CompareOp = '==' | '!=' | '<' | '<=' | '>' | '>='

export interface Compare {
  readonly kind: 'Compare'
  readonly span: Span
  readonly subject: Subject
  readonly op: CompareOp
  readonly value: Constant
}

/** `team in {…}`, `team not in interns`. */
export interface InSet {
  readonly kind: 'In'
  readonly span: Span
  readonly subject: Subject
  readonly negated: boolean
  readonly set: SetExpr
}

export interface Like {
  readonly kind: 'Like'
  readonly span: Span
  readonly subject: Subject
  readonly negated: boolean
  readonly pattern: StringLit | Missing
}

export interface Contains {
  readonly kind: 'Contains'
  readonly span: Span
  readonly subject: Subject
  readonly value: StringLit | Name | Missing
}

export interface Has {
  readonly kind: 'Has'
  readonly span: Span
  readonly subject: Name | Missing
}

/** A bare name: a boolean fact or a predicate. */
export interface Flag {
  readonly kind: 'Flag'
  readonly span: Span
  readonly subject: Subject
}

/** Sets of constants or of models; which one is for the checker to say. */
export type SetExpr = SetLit | SetRef | SetOp | SetWhere | FamilySet | GlobSet | ModelLit | Missing

export interface SetLit {
  readonly kind: 'SetLit'
  readonly span: Span
  /** An element that is itself a set (`family("…")`, a set's name) is spliced in. */
  readonly elements: readonly (Constant | FamilySet | GlobSet)[]
}

export interface SetRef {
  readonly kind: 'SetRef'
  readonly span: Span
  readonly name: Name
}

export interface SetOp {
  readonly kind: 'SetOp'
  readonly span: Span
  readonly op: '+' | '-'
  readonly left: SetExpr
  readonly right: SetExpr
}

/** `standard where quality >= 0.8 and price.output <= $10`: a filter over catalogue properties. */
export interface SetWhere {
  readonly kind: 'SetWhere'
  readonly span: Span
  readonly set: SetExpr
  readonly filter: Expr
}

/** `family("claude-opus-4.8")`: one model at every provider that serves it. */
export interface FamilySet {
  readonly kind: 'Family'
  readonly span: Span
  readonly name: StringLit | Missing
}

/** `model("openai/*")`. */
export interface GlobSet {
  readonly kind: 'Glob'
  readonly span: Span
  readonly pattern: StringLit | Missing
}
