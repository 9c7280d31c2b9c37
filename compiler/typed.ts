import type { Comparison } from '../core/derived-fact.ts'
import type { TableName } from '../core/tables.ts'
import type { FactRow, FactValue, Unit } from '../core/types.ts'
import type { Span } from '../lang/span.ts'
import type {
  AttemptAction,
  BudgetAction,
  CacheAction,
  FailureClass,
  LimitAction,
  LogAction,
  ShapeAction,
} from '../schemas/generated/decision-table.ts'

/**
 * The typed tree: a whole policy with its modules spliced in, every name resolved, every constant an integer in
 * its base unit (or a decimal's number), every set spelled out. Emit, analyses and interpreter take this type, so that unchecked syntax cannot
 * reach them.
 */
export interface Policy extends RulesByTable {
  /** Path of the root file. */
  readonly root: string
  /** IANA zone of `hour` and `weekday`. */
  readonly zone: string
  /** Every fact the policy may name, built-in and declared. */
  readonly facts: ReadonlyMap<string, FactRow>
  /** Catalogue ids that `asked` may reach in `route`: every served model that generates. `model` may take these and the next. */
  readonly served: readonly string[]
  /** Catalogue ids that `asked` may reach in `route embeddings`. */
  readonly servedEmbeddings: readonly string[]
  /** Where `affinity session` stands: picks inside cheapest, fastest, best and split stay for the session. */
  readonly affinity: Span | undefined
  readonly assertions: readonly Assertion[]
  readonly tests: readonly PolicyTest[]
}

/** What a rule of each table is. */
export interface RuleOfTable {
  readonly guard: GuardRule
  readonly budget: BudgetRule
  readonly limit: LimitRule
  /** Generation. */
  readonly route: RouteRule
  /** `route embeddings`: requests whose `endpoint` is `embeddings`. */
  readonly embeddings: RouteRule
  readonly cache: CacheRule
  readonly attempt: AttemptRule
  readonly shape: ShapeRule
  readonly log: LogRule
}

/** A rule of any table. */
export type PolicyRule = RuleOfTable[TableName]

/** The rows of every table, each in source order. */
export type RulesByTable = { readonly [T in TableName]: readonly RuleOfTable[T][] }

interface RuleBase {
  /** Unique: `quick`, `payments.quick`; rows without a name get `guard:2`, `cache:default` (with the module's prefix). */
  readonly name: string
  /** The whole row. Its file and line are the rule's provenance. */
  readonly span: Span
  /** Where a finding about the condition points: the words after `when`, or the row's opening word. */
  readonly at: Span
  /** The row's own condition and the guards of the includes it stands in. */
  readonly condition: Cond
  /** Written as `default` (or `always`): it takes what no row before it took. */
  readonly isDefault: boolean
}

export interface GuardRule extends RuleBase {
  readonly action:
    | { readonly kind: 'deny'; readonly message: string; readonly status: number }
    | { readonly kind: 'never-use'; readonly models: readonly string[] }
}

export interface RouteRule extends RuleBase {
  /** The full name that it bore before, as `was` says. */
  readonly was?: string
  readonly stages: readonly TypedStage[]
}

/**
 * One stage of a chain. `shown` is its spelling: models by id, named sets by their full name (`payments.small`), filters
 * written out; equal spellings are equal stages.
 */
export interface TypedStage {
  readonly span: Span
  readonly pick: 'model' | 'cheapest' | 'fastest' | 'best' | 'split' | 'asked' | 'deny'
  /**
   * What the pick may come to: `model`: one id; `cheapest`, `fastest`, `best`: the members after `where`, in source
   * order; `split`: its arms' models, in written order; else empty. A shadow's model is not among them.
   */
  readonly models: readonly string[]
  /** Of `split`. */
  readonly split?: Split
  /** A copy of some requests, whose answer is thrown away. */
  readonly shadow?: Shadow
  /** Failure classes that lead here; the settled default where none is written; empty on the first stage. */
  readonly on: readonly FailureClass[]
  readonly message?: string
  readonly status?: number
  readonly shown: string
}

/** How a split divides its requests. */
export interface Split {
  /** The fact whose value says the arm; a request that lacks it is divided by its own id. */
  readonly fact: FactRow
  /** As written; `undefined`: the rule's name. */
  readonly salt: string | undefined
  /** In written order; shares in basis points, 10,000 in all. */
  readonly arms: readonly { readonly share: number; readonly model: string }[]
}

export interface Shadow {
  /** Basis points of the stage's requests. */
  readonly share: number
  readonly model: string
}

export interface CacheRule extends RuleBase {
  readonly action: CacheAction
}

export interface AttemptRule extends RuleBase {
  /** Complete: what the row does not name came from the default row, then from the built-in values. */
  readonly action: AttemptAction
}

export interface BudgetRule extends RuleBase {
  /** The full name that it bore before, as `was` says. */
  readonly was?: string
  readonly action: BudgetAction
}

export interface LimitRule extends RuleBase {
  readonly was?: string
  readonly action: LimitAction
}

export interface ShapeRule extends RuleBase {
  /** What this row sets. Every row that matches applies: numbers meet by minimum. */
  readonly action: ShapeAction
}

export interface LogRule extends RuleBase {
  readonly action: LogAction
}

// ---------------------------------------------------------------------------------------------- conditions

/** A condition. `all` of nothing is true, `any` of nothing is false. */
export type Cond =
  | { readonly kind: 'all'; readonly operands: readonly Cond[]; readonly span: Span }
  | { readonly kind: 'any'; readonly operands: readonly Cond[]; readonly span: Span }
  | { readonly kind: 'not'; readonly operand: Cond; readonly span: Span }
  | Atom

/** One fact against constants: the one restriction that makes every question decidable. */
export interface Atom {
  readonly kind: 'atom'
  readonly fact: FactRow
  readonly test: Test
  readonly span: Span
}

export type Test =
  /** A boolean fact that is true. */
  | { readonly kind: 'flag' }
  /** A number against a constant in the fact's base unit (a decimal's own value). */
  | {
      readonly kind: 'compare'
      readonly op: Comparison['op']
      readonly value: number
      /** The comparison of a derived fact that this one came from, to be shown. */
      readonly written?: Comparison & { readonly fact: string; readonly unit: Unit }
    }
  /**
   * Equal to one of these: enumerations, strings, models. `!=` and `not in` are `not` around it, and so is *other*: equal
   * to none that is listed. `like` on models comes to this too, and keeps its pattern to be shown.
   */
  | { readonly kind: 'member'; readonly values: readonly string[]; readonly like?: string }
  /** `like`: the whole value matches the glob (`*`, `?`), case-sensitive. */
  | { readonly kind: 'glob'; readonly pattern: string }
  /** `contains`: in a text ASCII case-insensitive, in a set of strings exact. */
  | { readonly kind: 'contains'; readonly literal: string }
  /** An address in one of these networks, each as written: `10.0.0.0/8`, or one address. */
  | { readonly kind: 'within'; readonly networks: readonly string[] }
  /** `has`: the request carries the fact. */
  | { readonly kind: 'present' }

// ---------------------------------------------------------------------------------------------- assertions

/** What is claimed of every request of a region: proved by the checker, never part of a decision. */
export interface Assertion {
  readonly title: string
  /** The whole declaration. */
  readonly span: Span
  /** Where a finding points: the word `assert`. */
  readonly at: Span
  /** The claim in the policy's own words, without its `when`. */
  readonly claimAt: Span
  /** The assertion's own condition and the guards of the includes it stands in. */
  readonly condition: Cond
  readonly property: Property
}

/** A claim. Numbers are in base units: nano-dollars, milliseconds. */
export type Property =
  /** No stage, fallback, arm or copy uses one of these. */
  | { readonly kind: 'never-use'; readonly models: readonly string[]; readonly shown: string }
  /** Whatever is used is one of these; a denial uses none. */
  | { readonly kind: 'always-use'; readonly models: readonly string[]; readonly shown: string }
  | { readonly kind: 'denied' }
  | { readonly kind: 'allowed' }
  | { readonly kind: 'cache-off' }
  | { readonly kind: 'cache-within'; readonly within: CacheAction['within'] }
  | { readonly kind: 'at-most'; readonly of: 'cost' | 'attempts' | 'time'; readonly value: number }
  /** The budget counts what is spent. */
  | { readonly kind: 'charged'; readonly budget: string }
  /** No text of request or answer is logged. */
  | { readonly kind: 'log-metadata' }
  /** Some request is decided by the rule, or matches the row. */
  | { readonly kind: 'reachable'; readonly rule: string }

// ---------------------------------------------------------------------------------------------- tests

/** One case: a test, or one row of a test table. */
export interface PolicyTest {
  readonly title: string
  readonly span: Span
  /** Facts as given, in base units; facts not given take their declared default. */
  readonly given: ReadonlyMap<string, FactValue>
  readonly expect: {
    /** Chain or its first stage, normalised as `TypedStage.shown` of each stage written. */
    readonly use: { readonly span: Span; readonly stages: readonly TypedStage[] } | undefined
    readonly deny:
      | { readonly span: Span; readonly message: string | undefined; readonly status: number | undefined }
      | undefined
    /** A rule's name. */
    readonly by: { readonly span: Span; readonly rule: string } | undefined
    readonly cache: { readonly span: Span; readonly mode: CacheAction['mode'] } | undefined
  }
}
