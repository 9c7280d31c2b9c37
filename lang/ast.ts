import type { QuantityUnit } from '../core/quantity.ts'
import type { Span } from './span.ts'

export type { QuantityUnit }

/**
 * The syntax tree of everything in `docs/language`: what was written, nothing more. Nodes are readonly objects with `kind` and `span`; no methods, no
 * parents. Recovery leaves `Missing` where a part could not be parsed: a diagnostic was already reported for it,
 * so later stages skip it in silence.
 */
export interface File {
  readonly kind: 'File'
  readonly span: Span
  readonly version: Version | undefined
  readonly items: readonly Item[]
}

export interface Version {
  readonly kind: 'Version'
  readonly span: Span
  readonly number: number
}

export type Item =
  | FactsDecl
  | ZoneDecl
  | ImportDecl
  | IncludeDecl
  | ConstDecl
  | PredDecl
  | GuardTable
  | BudgetDecl
  | LimitDecl
  | RouteTable
  | CacheTable
  | AttemptTable
  | ShapeTable
  | LogTable
  | AssertDecl
  | TestDecl
  | TestTableDecl

/** A name at its declaration or use. Dotted names (`intern_month.used`, `payments.rule`) keep their dots in `text`. */
export interface Name {
  readonly kind: 'Name'
  readonly span: Span
  readonly text: string
}

/** What recovery leaves: reported already, skip in silence. */
export interface Missing {
  readonly kind: 'Missing'
  readonly span: Span
}

// ---------------------------------------------------------------------------------------------- constants

export type Constant = StringLit | QuantityLit | BoolLit | ModelLit | Name | Missing

export interface StringLit {
  readonly kind: 'String'
  readonly span: Span
  /** Unescaped. */
  readonly value: string
}

/** `200k`, `$0.02`, `80%`, `1.5M`, `30s`, `0.3`, `42`, `09:30`: digits as written, and the unit beside them. */
export interface QuantityLit {
  readonly kind: 'Quantity'
  readonly span: Span
  /** The decimal number as written, without sign of currency or unit: `1.5`, or `09:30` when `unit` is `clock`. */
  readonly digits: string
  readonly unit: QuantityUnit
}

export interface BoolLit {
  readonly kind: 'Bool'
  readonly span: Span
  readonly value: boolean
}

/** `openai/gpt-4.1-mini`, or `model "odd name"`. */
export interface ModelLit {
  readonly kind: 'Model'
  readonly span: Span
  readonly text: string
}

// ---------------------------------------------------------------------------------------------- conditions

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

// ---------------------------------------------------------------------------------------------- sets

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

// ---------------------------------------------------------------------------------------------- declarations

/** Text of the `///` lines before a declaration, without the slashes. */
export type Doc = string | undefined

export interface FactsDecl {
  readonly kind: 'Facts'
  readonly span: Span
  readonly path: StringLit | Missing
}

export interface ZoneDecl {
  readonly kind: 'Zone'
  readonly span: Span
  readonly zone: StringLit | Missing
}

export interface ImportDecl {
  readonly kind: 'Import'
  readonly span: Span
  readonly path: StringLit | Missing
}

export interface IncludeDecl {
  readonly kind: 'Include'
  readonly span: Span
  readonly doc: Doc
  readonly path: StringLit | Missing
  readonly as: Name | Missing
  readonly condition: Expr | undefined
}

export interface ConstDecl {
  readonly kind: 'Const'
  readonly span: Span
  readonly doc: Doc
  readonly name: Name | Missing
  /** A single constant, or a set. */
  readonly value: Constant | SetExpr
  readonly deprecated: StringLit | undefined
}

export interface PredDecl {
  readonly kind: 'Pred'
  readonly span: Span
  readonly doc: Doc
  readonly name: Name | Missing
  readonly condition: Expr
  readonly deprecated: StringLit | undefined
}

/** `when COND`, `always` (tables whose rows all apply) or `default` (tables where the first match wins). */
export type When =
  | { readonly kind: 'When'; readonly span: Span; readonly condition: Expr }
  | { readonly kind: 'Always'; readonly span: Span }
  | { readonly kind: 'Default'; readonly span: Span }

// guard

export interface GuardTable {
  readonly kind: 'Guard'
  readonly span: Span
  readonly rows: readonly GuardRow[]
}

export type GuardRow = DenyRow | NeverUseRow

export interface DenyRow {
  readonly kind: 'DenyRow'
  readonly span: Span
  readonly doc: Doc
  readonly message: StringLit | Missing
  readonly status: QuantityLit | undefined
  readonly when: When
}

export interface NeverUseRow {
  readonly kind: 'NeverUseRow'
  readonly span: Span
  readonly doc: Doc
  readonly set: SetExpr
  readonly when: When
}

// budget, limit

export interface BudgetDecl {
  readonly kind: 'Budget'
  readonly span: Span
  readonly doc: Doc
  readonly name: Name | Missing
  readonly was: Name | undefined
  readonly soft: boolean
  readonly fit: boolean
  readonly amount: QuantityLit | Missing | undefined
  /** `from key.budget default $50 at most $500`: the amount comes from the key. */
  readonly from:
    | {
        readonly field: Name
        readonly default: QuantityLit | undefined
        readonly atMost: QuantityLit | undefined
      }
    | undefined
  /** `month`, `day`, `hour`, `week` … as written. */
  readonly period: Name | Missing
  /** `key`, `developer`, `project`, `team`, `org` … as written; absent = one for all. */
  readonly dimension: Name | undefined
  readonly condition: Expr | undefined
  readonly warnAt: readonly QuantityLit[]
}

export interface LimitDecl {
  readonly kind: 'Limit'
  readonly span: Span
  readonly doc: Doc
  readonly name: Name | Missing
  readonly was: Name | undefined
  readonly soft: boolean
  readonly amount: QuantityLit | Missing
  readonly of: 'requests' | 'tokens' | 'concurrent'
  readonly period: Name | undefined
  readonly dimension: Name | undefined
  readonly condition: Expr | undefined
  readonly warnAt: readonly QuantityLit[]
}

// route

export interface RouteTable {
  readonly kind: 'Route'
  readonly span: Span
  readonly traffic: 'generation' | 'embeddings'
  readonly items: readonly RouteItem[]
}

export type RouteItem = RouteRule | RouteDefault | Affinity

export interface RouteRule {
  readonly kind: 'Rule'
  readonly span: Span
  readonly doc: Doc
  readonly name: Name | Missing
  readonly was: Name | undefined
  readonly when: When
  readonly chain: Chain
}

export interface RouteDefault {
  readonly kind: 'RouteDefault'
  readonly span: Span
  readonly doc: Doc
  readonly chain: Chain
}

export interface Affinity {
  readonly kind: 'Affinity'
  readonly span: Span
  readonly by: Name | Missing
}

/** `use STAGE then STAGE on {…} then …`. */
export interface Chain {
  readonly kind: 'Chain'
  readonly span: Span
  /** One or more; `on` is what the stage accepts, absent on the first. */
  readonly stages: readonly Stage[]
}

export interface Stage {
  readonly kind: 'Stage'
  readonly span: Span
  readonly target: Target
  readonly shadow:
    | { readonly share: QuantityLit | Missing; readonly model: ModelLit | Name | Missing }
    | undefined
  readonly on: readonly FailureClass[] | undefined
}

/** `429`, `overloaded`, `5xx`, … as written. */
export interface FailureClass {
  readonly kind: 'FailureClass'
  readonly span: Span
  readonly text: string
}

export type Target = UseModel | Pick | Split | Asked | DenyTarget | Missing

export interface UseModel {
  readonly kind: 'UseModel'
  readonly span: Span
  /** A `Name` is a constant that stands for one model. */
  readonly model: ModelLit | Name
}

export interface Pick {
  readonly kind: 'Pick'
  readonly span: Span
  readonly by: 'cheapest' | 'fastest' | 'best'
  readonly set: SetExpr
}

export interface Split {
  readonly kind: 'Split'
  readonly span: Span
  readonly by: Name | Missing
  readonly salt: StringLit | undefined
  readonly arms: readonly {
    readonly share: QuantityLit | Missing
    readonly model: ModelLit | Name | Missing
  }[]
}

export interface Asked {
  readonly kind: 'Asked'
  readonly span: Span
}

export interface DenyTarget {
  readonly kind: 'Deny'
  readonly span: Span
  /** Absent in a bare `then deny`: the gateway's own words are used. */
  readonly message: StringLit | undefined
  readonly status: QuantityLit | undefined
}

// cache, attempt, shape, log

export interface CacheTable {
  readonly kind: 'Cache'
  readonly span: Span
  readonly rows: readonly CacheRow[]
}

export interface CacheRow {
  readonly kind: 'CacheRow'
  readonly span: Span
  readonly doc: Doc
  readonly when: When
  readonly outcome: CacheOutcome | Missing
}

/** `off` · `exact for 1h within team` · `semantic 0.95 for 1h within team verify judge M within 300ms`. */
export interface CacheOutcome {
  readonly kind: 'CacheOutcome'
  readonly span: Span
  readonly mode: 'off' | 'exact' | 'semantic'
  readonly confidence: QuantityLit | undefined
  readonly ttl: QuantityLit | undefined
  readonly within: Name | undefined
  readonly judge:
    | { readonly model: ModelLit | Name | Missing; readonly within: QuantityLit | undefined }
    | undefined
}

export interface AttemptTable {
  readonly kind: 'Attempt'
  readonly span: Span
  readonly rows: readonly AttemptRow[]
}

export interface AttemptRow {
  readonly kind: 'AttemptRow'
  readonly span: Span
  readonly doc: Doc
  readonly when: When
  readonly settings: readonly AttemptSetting[]
}

export type AttemptSetting =
  | {
      readonly kind: 'Deadline'
      readonly span: Span
      readonly of: 'connect' | 'first_token' | 'idle' | 'total'
      readonly value: QuantityLit | Missing
    }
  | { readonly kind: 'Retries'; readonly span: Span; readonly value: QuantityLit | Missing }
  | {
      readonly kind: 'Backoff'
      readonly span: Span
      readonly from: QuantityLit | Missing
      readonly to: QuantityLit | Missing
    }
  | { readonly kind: 'Ambiguous'; readonly span: Span; readonly value: 'never' | 'once' }
  | { readonly kind: 'Abort'; readonly span: Span; readonly value: 'cancel' | 'drain' }

export interface ShapeTable {
  readonly kind: 'Shape'
  readonly span: Span
  readonly rows: readonly ShapeRow[]
}

export interface ShapeRow {
  readonly kind: 'ShapeRow'
  readonly span: Span
  readonly doc: Doc
  readonly when: When
  readonly settings: readonly ShapeSetting[]
}

export type ShapeSetting =
  | { readonly kind: 'MaxOutput'; readonly span: Span; readonly value: QuantityLit | Missing }
  | { readonly kind: 'Compact'; readonly span: Span; readonly to: QuantityLit | Missing }
  | { readonly kind: 'PromptCache'; readonly span: Span; readonly value: 'auto' | 'off' }

export interface LogTable {
  readonly kind: 'Log'
  readonly span: Span
  readonly rows: readonly LogRow[]
}

export interface LogRow {
  readonly kind: 'LogRow'
  readonly span: Span
  readonly doc: Doc
  readonly when: When
  readonly level: 'off' | 'metadata' | 'content'
  readonly sample: QuantityLit | undefined
}

// assertions and tests

export interface AssertDecl {
  readonly kind: 'Assert'
  readonly span: Span
  readonly doc: Doc
  readonly title: StringLit | Missing
  readonly property: Property
  readonly condition: Expr | undefined
}

export type Property =
  | { readonly kind: 'NeverUse'; readonly span: Span; readonly set: SetExpr }
  | { readonly kind: 'AlwaysUse'; readonly span: Span; readonly set: SetExpr }
  | { readonly kind: 'Denied'; readonly span: Span }
  | { readonly kind: 'Allowed'; readonly span: Span }
  | { readonly kind: 'CacheOff'; readonly span: Span }
  | { readonly kind: 'CacheWithin'; readonly span: Span; readonly dimension: Name | Missing }
  | {
      readonly kind: 'AtMost'
      readonly span: Span
      readonly of: 'cost' | 'attempts' | 'time'
      readonly value: QuantityLit | Missing
    }
  | { readonly kind: 'Charged'; readonly span: Span; readonly budget: Name | Missing }
  | { readonly kind: 'LogMetadata'; readonly span: Span }
  | { readonly kind: 'Reachable'; readonly span: Span; readonly rule: Name | Missing }
  | Missing

export interface TestDecl {
  readonly kind: 'Test'
  readonly span: Span
  readonly title: StringLit | Missing
  readonly given: readonly Given[]
  readonly expect: Expectation
}

export interface Given {
  readonly kind: 'Given'
  readonly span: Span
  readonly fact: Subject
  /** A set literal gives the members of a `strings` fact; a string on `prompt` is its text. */
  readonly value: Constant | SetLit
}

/**
 * `use STAGE by RULE, cache semantic` in any order and number; `deny` optionally with its message. `by default` names the
 * row without a name: no rule can be called so, as the word is reserved.
 */
export interface Expectation {
  readonly kind: 'Expect'
  readonly span: Span
  readonly use: Chain | undefined
  readonly deny:
    | {
        readonly span: Span
        readonly message: StringLit | undefined
        readonly status: QuantityLit | undefined
      }
    | undefined
  readonly by: Name | undefined
  readonly cache: 'off' | 'exact' | 'semantic' | undefined
}

/** `given` shared by all rows; each row fills the input columns, then the expected ones after `||`. */
export interface TestTableDecl {
  readonly kind: 'TestTable'
  readonly span: Span
  readonly title: StringLit | Missing
  readonly given: readonly Given[]
  readonly inputs: readonly Subject[]
  /** `use`, `deny`, `by`, `cache`. */
  readonly outputs: readonly Name[]
  readonly rows: readonly TestTableRow[]
}

export interface TestTableRow {
  readonly kind: 'TestTableRow'
  readonly span: Span
  /** As many as `inputs`; `undefined` where the cell is empty (the fact takes its default). */
  readonly values: readonly (Constant | SetLit | undefined)[]
  readonly expect: Expectation
}
