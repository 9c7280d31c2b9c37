/* Generated from schemas/decision-table.schema.json by `npm run generate`. */

export type FactType =
  | {
      kind: 'bool' | 'string' | 'address' | 'strings' | 'text' | 'model'
    }
  | {
      kind: 'enum'
      values: string[]
      open: boolean
    }
  | {
      kind: 'number'
      unit: 'integer' | 'decimal' | 'tokens' | 'money' | 'percent' | 'duration' | 'bytes' | 'score' | 'time'
      min?: number
      max?: number
    }
export type FactOrigin =
  | {
      kind: 'builtin'
    }
  | {
      /**
       * `meter`: what is spent of the budget, or counted of the limit, of that name; `provider`: whether it is up.
       */
      kind: 'header' | 'metadata' | 'key' | 'meter' | 'provider'
      name: string
    }
export type Classes = FlagClasses | CutClasses | ValueClasses | GlobClasses | AddressClasses | ContainsClasses
export type Action =
  | DenyAction
  | NeverUseAction
  | ChainAction
  | CacheAction
  | AttemptAction
  | BudgetAction
  | LimitAction
  | ShapeAction
  | LogAction
export type FailureClass = '429' | 'overloaded' | '5xx' | 'timeout' | 'unavailable' | 'context' | 'refused' | 'budget'
export type FactValue = boolean | number | string | string[]

/**
 * What the compiler emits and the runtime loads: plain data, no code, no secrets, no paths of the building machine. The SHA-256 of its bytes is the policy version.
 */
export interface DecisionTable {
  format: 'gwc.decision-table'
  /**
   * An unknown version is refused.
   */
  version: 1
  /**
   * Version of gwc that built it.
   */
  compiler: string
  /**
   * Features a runtime must have to obey this table; one it does not know refuses the table by name.
   */
  requires: string[]
  /**
   * IANA zone of hour and weekday.
   */
  zone: string
  /**
   * Date of the pinned prices, YYYY-MM-DD.
   */
  catalogueDate: string
  /**
   * In the order of lookup, cheapest first.
   */
  axes: Axis[]
  tables: {
    guard: Table
    route: Table
    embeddings?: Table
    cache: Table
    attempt: Table
    budget?: Table
    limit?: Table
    shape?: Table
    log?: Table
  }
  /**
   * Picks inside cheapest, fastest, best and split stay for the session. Absent: each request is picked for by itself.
   */
  affinity?: 'session'
  /**
   * Provenance, in source order.
   */
  rules: Rule[]
  /**
   * Interned: equal actions appear once.
   */
  actions: Action[]
  /**
   * The pinned catalogue rows of every model the policy can reach (catalogue.schema.json#/definitions/Model).
   */
  models: {}[]
  /**
   * A witness request and its expected decision for every reachable rule; replayed before the table is swapped in.
   */
  selfTest: SelfTest[]
  /**
   * core/artifact-checksum of everything else: tells a damaged file from a built one. Not a signature.
   */
  checksum?: string
}
/**
 * One fact (or one `contains` literal of a fact) and the finite classes that its values fall into.
 */
export interface Axis {
  fact: string
  type: FactType
  source: 'identity' | 'request' | 'content' | 'state' | 'deployment'
  cost: 'free' | 'parsed' | 'scanned'
  origin: FactOrigin
  /**
   * Stands in where the request lacks the fact.
   */
  default?: boolean | number | string | string[]
  /**
   * How many classes, `missing` included.
   */
  count: number
  /**
   * The class of a request that lacks the fact. Absent: the default's class.
   */
  missing?: number
  classes: Classes
}
/**
 * false is class 0, true is class 1.
 */
export interface FlagClasses {
  kind: 'flag'
}
/**
 * Numbers: the class is the count of cuts passed. A value passes cut i when it is > at[i], or equal to it and after[i] is false.
 */
export interface CutClasses {
  kind: 'cuts'
  at: number[]
  after: boolean[]
}
/**
 * Enumerations, models and strings tested by equality: a dictionary, and the class of everything else.
 */
export interface ValueClasses {
  kind: 'values'
  /**
   * [value, class] pairs.
   */
  values: [string, number][]
  other: number
}
/**
 * Strings tested by globs: the product automaton of core/string-classes.
 */
export interface GlobClasses {
  kind: 'globs'
  dfa: {}
  /**
   * The patterns as the policy spells them: to be shown, never to be decided by.
   */
  globs?: string[]
}
/**
 * IP addresses: intervals of the line of core/address, each from its start to the next one's, and the class of each.
 */
export interface AddressClasses {
  kind: 'addresses'
  /**
   * Decimal, ascending, the first one 0.
   *
   * @minItems 1
   */
  starts: [string, ...string[]]
  class: number[]
}
/**
 * One literal searched in a text (ASCII case-insensitive) or looked for in a set of strings (exact): class 1 when found.
 */
export interface ContainsClasses {
  kind: 'contains'
  literal: string
}
/**
 * Bit rows: bits[axis][class][word], little-endian 32-bit words, row r is bit r%32 of word r/32. A row survives when every axis has its bit set for the request's class.
 */
export interface Table {
  /**
   * Indices into `axes`, ascending.
   */
  axes: number[]
  /**
   * How many rows: one per cube.
   */
  rows: number
  /**
   * Base64 of the words.
   */
  bits: string
  /**
   * Per row: index into `rules`; -1 for what gwc itself supplies.
   */
  rule: number[]
  /**
   * Per row: index into `actions`.
   */
  action: number[]
}
export interface Rule {
  /**
   * Stable identity: `quick`, `payments.quick`, `guard:2`, `default`.
   */
  name: string
  /**
   * The name that it bore before (`was old_name`): its history goes on under the new one.
   */
  was?: string
  table: 'guard' | 'budget' | 'limit' | 'route' | 'embeddings' | 'cache' | 'attempt' | 'shape' | 'log'
  /**
   * Relative to the root policy's folder.
   */
  file: string
  line: number
}
export interface DenyAction {
  kind: 'deny'
  message: string
  status: number
}
export interface NeverUseAction {
  kind: 'never-use'
  models: string[]
}
export interface ChainAction {
  kind: 'chain'
  /**
   * @minItems 1
   */
  stages: [Stage, ...Stage[]]
}
export interface Stage {
  pick: 'model' | 'cheapest' | 'fastest' | 'best' | 'split' | 'asked' | 'deny'
  /**
   * `model`: one; `cheapest`, `fastest`, `best`: the members, in file order; `split`: its arms' models, in written order; else empty.
   */
  models: string[]
  /**
   * Failures of an earlier stage that this one takes; empty on the first stage.
   */
  on: FailureClass[]
  split?: Split
  shadow?: Shadow
  /**
   * Of `deny`.
   */
  message?: string
  /**
   * Of `deny`.
   */
  status?: number
  /**
   * The stage as a policy spells it, normalised.
   */
  shown: string
}
/**
 * How requests fall to the arms: core/split-bucket of the salt and the axis's value; of the request's id where it lacks the fact.
 */
export interface Split {
  /**
   * Index into `axes`.
   */
  axis: number
  salt: string
  /**
   * Basis points of each of the stage's `models`; 10000 in all.
   *
   * @minItems 1
   */
  shares: [number, ...number[]]
}
/**
 * A copy of some requests, whose answer is thrown away and whose cost is recorded apart.
 */
export interface Shadow {
  /**
   * Basis points.
   */
  share: number
  model: string
}
export interface CacheAction {
  kind: 'cache'
  mode: 'off' | 'exact' | 'semantic'
  ttlMs: number
  within: 'key' | 'developer' | 'project' | 'team' | 'org'
  /**
   * Of `semantic`: thousandths; necessary for a hit, never sufficient.
   */
  confidence?: number
  /**
   * Of `semantic`: the share of wrong hits up to which a kind of likeness may answer, by the upper bound of what was measured. Absent: 100, one in a hundred.
   */
  maxErrorBasisPoints?: number
  judge?: Judge
}
/**
 * Of `semantic`: the model that decides where the verifier cannot; without one that is a miss.
 */
export interface Judge {
  model: string
  /**
   * Later is a miss. Absent: the gateway's own limit.
   */
  withinMs?: number
}
export interface AttemptAction {
  kind: 'attempt'
  connectMs: number
  firstTokenMs: number
  idleMs: number
  totalMs: number
  retries: number
  backoffMinMs: number
  backoffMaxMs: number
  ambiguous: 'never' | 'once'
  /**
   * When the client goes away: end the attempt, or read on for its exact usage.
   */
  abort: 'cancel' | 'drain'
}
/**
 * A budget that each request of its row is charged to. Usage goes by `name`, and by the value of the dimension.
 */
export interface BudgetAction {
  kind: 'budget'
  name: string
  /**
   * Nano-dollars for each period; with `fromKey`, for keys that do not say.
   */
  amountNanos: number
  /**
   * The key's claim that gives the amount, and the most that it may give.
   */
  fromKey?: {
    claim: string
    atMostNanos?: number
  }
  /**
   * Of the calendar in the policy's zone.
   */
  period: 'hour' | 'day' | 'week' | 'month' | 'year'
  dimension?: Dimension
  /**
   * Counted and told, never denied.
   */
  soft: boolean
  /**
   * Lower the output cap before denying.
   */
  fit: boolean
  /**
   * Ascending.
   */
  warnAtBasisPoints: number[]
}
/**
 * The identity fact whose every value has a count of its own; absent: one count for all. A request that lacks it is counted by its key.
 */
export interface Dimension {
  fact: string
  /**
   * Of a declared fact: the key's claim that carries it.
   */
  claim?: string
}
/**
 * A limit that each request of its row counts towards.
 */
export interface LimitAction {
  kind: 'limit'
  name: string
  of: 'requests' | 'tokens' | 'concurrent'
  amount: number
  /**
   * A sliding window; `concurrent` has none.
   */
  period?: 'second' | 'minute' | 'hour' | 'day'
  dimension?: Dimension
  soft: boolean
  /**
   * Ascending.
   */
  warnAtBasisPoints: number[]
}
/**
 * What one row of `shape` sets; of all rows that match the lower number holds.
 */
export interface ShapeAction {
  kind: 'shape'
  /**
   * Tokens: the output cap that is sent, at most.
   */
  maxOutput?: number
  /**
   * Tokens of input that are left.
   */
  compactTo?: number
  promptCache?: 'auto' | 'off'
}
export interface LogAction {
  kind: 'log'
  level: 'off' | 'metadata' | 'content'
  /**
   * Basis points of the requests whose content is kept; of the others metadata is.
   */
  sample: number
}
export interface SelfTest {
  /**
   * Typed fact values by name; a fact that is not named is missing.
   */
  facts: {
    [k: string]: FactValue
  }
  /**
   * Rule indices per table that the artifact has, each looked up by itself, whatever guard says: every rule that matched, ascending, where all rows apply (guard, budget, limit, shape), and the deciding one elsewhere (-1: gwc's own).
   */
  expect: {
    guard: number[]
    route: number
    embeddings?: number
    cache: number
    attempt: number
    budget?: number[]
    limit?: number[]
    shape?: number[]
    log?: number
  }
}
