import type { BudgetCharge, LimitCharge } from '../../runtime/money/charge.ts'
import type { HoldRequest, Settlement } from '../../runtime/money/store.ts'
import type { StoreReports, StoreWorld } from '../../runtime/money/open-store.ts'

/** A hard budget of 100 nano-dollars a month in UTC, one count for all, unless told otherwise. */
export const budget = (more: Partial<BudgetCharge> = {}): BudgetCharge => ({
  kind: 'budget',
  name: 'month',
  of: '',
  period: 'month',
  zone: 'UTC',
  limit: 100,
  soft: false,
  fit: false,
  warnAt: [],
  ...more,
})

/** Ten requests a minute. */
export const limit = (more: Partial<LimitCharge> = {}): LimitCharge => ({
  kind: 'limit',
  name: 'rpm',
  of: '',
  counts: 'requests',
  windowMs: 60_000,
  limit: 10,
  soft: false,
  warnAt: [],
  ...more,
})

/** A hold of 10 nano-dollars in `charges`. */
export const hold = (
  attemptId: string,
  charges: HoldRequest['charges'],
  more: Partial<HoldRequest> = {},
): HoldRequest => ({
  attemptId,
  boundNanos: 10,
  estimateNanos: 5,
  estimateTokens: 100,
  charges,
  ttlMs: 600_000,
  origin: {
    requestId: attemptId,
    policy: 'p'.repeat(64),
    priceDate: '2026-11-01',
    rule: 'main.route#default',
    provider: 'openai',
    model: 'openai/gpt-4.1',
    account: 0,
    key: 'ab12',
    team: 'payments',
  },
  ...more,
})

/** A complete answer that cost so much. */
export const settlement = (
  attemptId: string,
  certainNanos: number,
  more: Partial<Settlement> = {},
): Settlement => ({
  attemptId,
  certainNanos,
  uncertainNanos: 0,
  outcome: 'complete',
  tokens: { input: 20, output: 5 },
  costByClass: { input: 1, output: Math.max(0, certainNanos - 1) },
  status: 200,
  latencyMs: 12,
  ...more,
})

/** The world of a store with a clock that stands until it is set. */
export interface SetWorld extends StoreWorld {
  /** Sets the store's clock. */
  readonly set: (nowMs: number) => void
  /** Lets time go by, on both clocks; calls what is due. */
  readonly pass: (ms: number) => void
}

export function setWorld(startMs = Date.UTC(2026, 10, 23, 12)): SetWorld {
  let nowMs = startMs
  let elapsedMs = 0
  const due = new Set<{ readonly atMs: number; readonly call: () => void }>()
  return {
    now: () => nowMs,
    elapsed: () => elapsedMs,
    soon: setImmediate,
    after: (ms, call) => {
      const entry = { atMs: elapsedMs + ms, call }
      due.add(entry)
      return () => due.delete(entry)
    },
    set: (toMs) => (nowMs = toMs),
    pass: (ms) => {
      nowMs += ms
      elapsedMs += ms
      for (const entry of due) if (entry.atMs <= elapsedMs && due.delete(entry)) entry.call()
    },
  }
}

/** What a store told, in order. */
export interface ToldReports extends StoreReports {
  readonly alarms: readonly string[]
  readonly troubles: readonly (string | undefined)[]
}

export function toldReports(): ToldReports {
  const alarms: string[] = []
  const troubles: (string | undefined)[] = []
  return { alarms, troubles, alarm: (said) => alarms.push(said), writing: (said) => troubles.push(said) }
}
