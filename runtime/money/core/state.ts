import type { BudgetCharge, LimitCharge } from '../charge.ts'
import type { AttemptOrigin, FrozenPair } from '../store.ts'
import type { HeldRow } from './rows.ts'
import type { SlidingWindow } from './sliding-window.ts'

/** All that the core knows. It is changed in place, by the operations of this folder alone. */
export interface MoneyState {
  /** Budgets' counters by meter, whose and window. */
  readonly counters: Map<string, Counter>
  readonly limits: Map<string, LimitMeter>
  /** Holds that stand, by attempt. */
  readonly holds: Map<string, Hold>
  /** Attempts that ended lately, oldest first: a store's rows know the others. */
  readonly ended: Map<string, EndedAttempt>
  /** By model and key (`frozenKey`): the attempt that cost more than its bound. */
  readonly frozen: Map<string, FrozenPair>
  /** What a meter was first called, by its later names. */
  readonly aliases: Map<string, string>
  /** Meters that no row tells of as they are now. */
  readonly unwritten: Set<Counter | LimitMeter>
  /** The next id of a meter. */
  nextId: number
  /** Counters whose window ended before this are not in memory. */
  forgottenUntilMs: number
  boundViolations: number
  /** Σ max(0, actual − estimate) over attempts that soft budgets count. */
  softOvershootNanos: number
}

/** What one budget has used of one window, whose it is included. INVARIANT: certain, uncertain and held are sums over rows. */
export interface Counter {
  readonly kind: 'counter'
  readonly id: number
  name: string
  readonly of: string
  readonly period: BudgetCharge['period']
  readonly label: string
  readonly startsMs: number
  endsMs: number
  certainNanos: number
  uncertainNanos: number
  heldNanos: number
  warned: number
  /** The limit that it was last asked for with, since start. */
  limit?: number
  /** Whether rows may refer to it. */
  written: boolean
  /** Who counts on for it, once two names became one. */
  mergedInto?: Counter
}

/** What counts towards one limit, and whose. */
export interface LimitMeter {
  readonly kind: 'limit'
  readonly id: number
  name: string
  readonly of: string
  readonly counts: LimitCharge['counts']
  readonly windowMs: number
  readonly window: SlidingWindow
  /** Attempts under way; of `concurrent` alone. */
  places: number
  warned: number
  warnedUntilMs: number
  limit?: number
  written: boolean
  mergedInto?: LimitMeter
}

/** A hold that stands, with the meters that it is in. */
export interface Hold extends Omit<HeldRow, 'kind' | 'hard' | 'soft' | 'limits'> {
  readonly hard: readonly Counter[]
  readonly soft: readonly Counter[]
  readonly limits: readonly LimitMeter[]
}

/** What is still to be known of an attempt whose row is written. */
export interface EndedAttempt {
  readonly attemptId: string
  /** `swept` attempts may still be settled by their owner. */
  readonly state: 'settled' | 'unsent' | 'swept'
  /** When something of it was last heard. */
  readonly heardAtMs: number
  readonly boundNanos: number
  readonly estimateNanos: number
  readonly certainNanos: number
  readonly uncertainNanos: number
  readonly softUncertainNanos: number
  readonly hard: readonly Counter[]
  readonly soft: readonly Counter[]
  /** How often something was found out of it. */
  readonly corrections: number
  readonly model: string
  readonly key: string
}

/** A core that knows nothing yet. */
export function emptyState(): MoneyState {
  return {
    counters: new Map(),
    limits: new Map(),
    holds: new Map(),
    ended: new Map(),
    frozen: new Map(),
    aliases: new Map(),
    unwritten: new Set(),
    nextId: 1,
    forgottenUntilMs: -Infinity,
    boundViolations: 0,
    softOvershootNanos: 0,
  }
}

/** Who counts for a meter now. */
export function standing<Meter extends { mergedInto?: Meter }>(meter: Meter): Meter {
  return meter.mergedInto === undefined ? meter : standing(meter.mergedInto)
}

/** How a counter stands: certain + uncertain + held (nano-dollars). */
export const spentBy = ({ certainNanos, uncertainNanos, heldNanos }: Counter): number =>
  certainNanos + uncertainNanos + heldNanos

/** Under which model and key something is frozen. */
export const frozenKey = ({ model, key }: Pick<AttemptOrigin, 'model' | 'key'>): string => `${model} ${key}`
