/**
 * The types of facts and constants, shared by both halves.
 *
 * Every number is an integer in the base unit of its `Unit`, except `decimal`, whose constants have at most
 * three places and whose values are compared raw, never rounded.
 */
export type Unit =
  | 'integer'
  | 'decimal' // temperature, top_p: an ordinary number
  | 'tokens' // count
  | 'money' // nano-dollars
  | 'percent' // basis points
  | 'duration' // milliseconds
  | 'bytes' // count
  | 'score' // thousandths, 0..1000
  | 'time' // minutes since midnight, 0..1439

export type FactType =
  | { readonly kind: 'bool' }
  /** `open` has one more class, *other*: a value outside the list is legal and equals none of it. */
  | { readonly kind: 'enum'; readonly values: readonly string[]; readonly open: boolean }
  /** `==`, `in`, `like`. */
  | { readonly kind: 'string' }
  | { readonly kind: 'number'; readonly unit: Unit; readonly min?: number; readonly max?: number }
  /** An IP address, tested with `in` against prefixes such as `"10.0.0.0/8"`. */
  | { readonly kind: 'address' }
  /** A set of strings: `tags contains "x"`. */
  | { readonly kind: 'strings' }
  /** Prompt text: `prompt contains "x"`, ASCII case-insensitive. */
  | { readonly kind: 'text' }
  /** A catalogue id `provider/name`, or *other*. */
  | { readonly kind: 'model' }

/** A fact's value at run time and in witnesses. `undefined` = the request does not carry it. */
export type FactValue = boolean | number | string | readonly string[]

/** Who sets a fact, hence who may lie about it. */
export type FactSource = 'identity' | 'request' | 'content' | 'state' | 'deployment'

/** Relative price of extraction; facts are looked up in this order, and dear ones only when a rule needs them. */
export type FactCost = 'free' | 'parsed' | 'scanned'

/** Where a fact's value comes from; a declared one says it as `x-gwc.from` of the facts schema. */
export type FactOrigin =
  | { readonly kind: 'builtin' }
  | { readonly kind: 'header'; readonly name: string }
  | { readonly kind: 'metadata'; readonly name: string }
  | { readonly kind: 'key'; readonly name: string }
  /** What is spent of a budget, or counted of a limit. */
  | { readonly kind: 'meter'; readonly name: string }
  /** Whether a provider is up. */
  | { readonly kind: 'provider'; readonly name: string }

/** One fact: the row that checker, completion, hover, extraction and the reference page all read. */
export interface FactRow {
  readonly name: string
  readonly type: FactType
  readonly source: FactSource
  readonly cost: FactCost
  readonly origin: FactOrigin
  /** Whether a request may lack it. Without a default such a fact needs a `has` guard. */
  readonly optional: boolean
  readonly default?: FactValue
  /** Values that mark a request as private data. */
  readonly sensitive?: readonly FactValue[]
  /** Of a header or metadata: what sets it is the operator's own, so no client can lie about it. */
  readonly trusted?: true
  readonly deprecated?: string
  readonly doc: string
  /** Of a fact that says another one in other words, as `used` and `left` say what is spent of a budget. */
  readonly derived?: Derived
}

/** What a fact is derived from: its share of an amount (basis points), or the rest of the amount. Conditions are put to the source. */
export interface Derived {
  readonly from: FactRow
  readonly as: 'share' | 'rest'
  /** In the base unit of the source; more than 0. */
  readonly amount: number
}
