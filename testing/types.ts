/** A fact's value, in base units: tokens and bytes are counts, money nano-dollars, percents basis points, durations milliseconds. */
export type FactValue = boolean | number | string | readonly string[]

/** One request as its facts, by name. A fact that is not here is one that the request does not say: it has its default, or is missing. */
export type Request = Readonly<Record<string, FactValue | undefined>>

/** A policy that was read and checked. Made by `readPolicy` alone. */
export interface TestPolicy {
  /** Path of the root file, as it was given. */
  readonly root: string
  /** Names of the facts that a condition may ask: built-in ones, the policy's own, and those of its budgets and limits. */
  readonly facts: readonly string[]
  /** Names of the rules of each table, in source order: `rules.route` is `['quick', 'default']`. */
  readonly rules: Readonly<Record<string, readonly string[]>>
}

/** What a policy says of one request. */
export interface Decision {
  readonly kind: 'use' | 'deny'
  /** The rule that decides, as tests name it after `by`; `undefined` where gwc itself does, as no rule is left. */
  readonly rule: string | undefined
  /** The words and the HTTP status of a deny. */
  readonly message: string | undefined
  readonly status: number | undefined
  /** The chain, in order, without the models that the guard forbids; empty for a deny. */
  readonly stages: readonly DecidedStage[]
  /** Every model that one of the stages may use. */
  readonly models: readonly string[]
  /** Whether answers are stored: `off`, `exact` or `semantic`; and among whom: `key`, `team`, … */
  readonly cache: { readonly mode: string; readonly within: string | undefined }
  /**
   * Names of the rules that apply, table by table: of `guard` and other tables whose rows all apply each that matches, of
   * the others the first. Of a request that the guard denies, the guard's alone.
   */
  readonly rules: Readonly<Record<string, readonly string[]>>
}

export interface DecidedStage {
  /** As the policy spells it: `cheapest of small`. */
  readonly text: string
  /** What it may pick from; of `asked` the model that the request names, none where that is not served. */
  readonly models: readonly string[]
  /** Classes of failures that lead here; empty on the first stage. */
  readonly on: readonly string[]
}

export interface ReadOptions {
  /** gateway.json whose providers and models the policy may use; default: the one beside the policy, if there. */
  readonly config?: string
  /** Day of the prices, YYYY-MM-DD; default: that of the catalogue. */
  readonly asOf?: string
}
