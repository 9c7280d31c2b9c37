import { performance } from 'node:perf_hooks'
import { decide } from './core/decide.ts'
import { learnAttempt, learnCounter } from './core/learn.ts'
import { spentOf } from './core/meters.ts'
import type { Answer, Operation } from './core/operation.ts'
import { countersNow, differences } from './core/recompute.ts'
import { sharesOf } from './core/shares-of.ts'
import { isHardBudget } from './charge.ts'
import type { Row } from './core/rows.ts'
import type { MoneyState } from './core/state.ts'
import { openSpool } from './spool.ts'
import type { CounterDifference, HoldReply, HoldRequest, MoneyStore } from './store.ts'
import type { MoneyWriter } from './writer.ts'

/** What a store runs on. */
export interface StoreParts {
  readonly state: MoneyState
  readonly writer: MoneyWriter
  /** Whose holds these are: the process that settles them. */
  readonly owner: string
  readonly world: StoreWorld
  readonly reports: StoreReports
  /** How long ended attempts keep a row of their own; for ever when absent. */
  readonly retentionMs?: number
  /** Rows that are kept at most while nothing can be written. */
  readonly spoolRowsMax?: number
}

/** Clock and timers, so that a test can be the world. */
export interface StoreWorld {
  /** The store's clock: milliseconds since 1970. */
  readonly now: () => number
  /** Milliseconds that only grow. */
  readonly elapsed: () => number
  /** Calls at the end of this turn of the event loop. */
  readonly soon: (call: () => void) => void
  /** Calls later; what it returns calls it off. */
  readonly after: (ms: number, call: () => void) => () => void
}

/** What a store tells of itself, one sentence each. */
export interface StoreReports {
  /** Rows cannot be written, or can be again. */
  readonly writing: (message: string | undefined) => void
  /** Something that must not be: counters that differ from rows, a cost above its bound. */
  readonly alarm: (message: string) => void
}

const sweepEveryMs = 1_000
const forgetEverySweeps = 60
const verifyEverySweeps = 60
/** More would hold up writing for longer than a few dozen milliseconds. */
const verifiedRowsMax = 20_000
const rollUpEverySweeps = 3_600

/** The world as it is. */
export const realWorld: StoreWorld = {
  now: Date.now,
  elapsed: () => performance.now(),
  soon: setImmediate,
  after: (ms, call) => {
    const timer = setTimeout(call, ms)
    return () => clearTimeout(timer)
  },
}

/**
 * A store over rows: the core decides in memory, and an answer is given once the rows that it follows from are written. All
 * that is asked in one turn of the event loop, or while a batch is being written, is one batch. `first`: rows that opening it made.
 */
export function openStore(parts: StoreParts, first: readonly Row[] = []): MoneyStore {
  const { state, writer, owner, world, reports } = parts
  const spool = openSpool(parts, {
    letGo: (attemptId) => void apply({ kind: 'release', attemptId, latencyMs: 0 }),
    disown: (attemptId) => void apply({ kind: 'disown', attemptId }),
  })
  spool.add(first)
  let counterDifferences = 0
  let closed = false
  let isVerified = false

  /** Decides, and puts what is to be written behind what waits. */
  function apply(operation: Operation): Answer {
    const { answer, rows } = decide(state, operation, world.now())
    spool.add(rows)
    if (rows.length > 0) isVerified = false
    for (const row of rows) if ('violated' in row && row.violated) reports.alarm(violation(row.attemptId))
    return answer
  }
  const reserve = async (hold: HoldRequest, by = owner): Promise<HoldReply> => {
    const isHard = hold.charges.some(isHardBudget)
    if (closed || !spool.takes(isHard)) return unavailable
    const isNew = !state.holds.has(hold.attemptId)
    const answer = apply({ kind: 'reserve', hold, owner: by })
    switch (answer.kind) {
      case 'held': {
        const fate = await spool.written(isNew ? { attemptId: hold.attemptId, isLetGo: isHard } : undefined)
        if (fate === 'repeated') throw new Error(`attempt ${hold.attemptId} has ended`)
        return fate === 'late' && isHard ? unavailable : answer
      }
      case 'unavailable':
        void recall()
        return answer
      case 'denied':
      case 'frozen':
        return answer
      case 'refused':
        throw new Error(answer.message)
      case 'unknown':
      case 'done':
        throw new Error(`a hold was answered by ${answer.kind}`)
    }
  }
  /** What ends holds is kept whatever the store does; what nobody here knows is looked up in its rows. */
  const tell = async (operation: Operation): Promise<void> => {
    if (closed) throw new Error('the store is closed')
    const answer = apply(operation)
    if (answer.kind === 'unknown') {
      const found = await writer.find(answer.attemptId)
      if (found === undefined) throw new Error(`attempt ${answer.attemptId} was never held`)
      learnAttempt(state, found, world.now())
      return tell(operation)
    }
    if (answer.kind === 'refused') throw new Error(answer.message)
    await spool.written()
  }
  /** Takes counters back into memory that were let go of: the clock was put back far. */
  const recall = async (): Promise<void> => {
    const sinceMs = world.now()
    const rows = await writer.countersSince(sinceMs).catch(() => undefined)
    if (rows === undefined) return
    for (const row of rows) learnCounter(state, row)
    state.forgottenUntilMs = Math.min(state.forgottenUntilMs, sinceMs)
  }
  const verify = async (rowsMax?: number): Promise<readonly CounterDifference[]> => {
    isVerified = true
    const found = await spool.between(async () => {
      const now = countersNow(state)
      const sums = await writer.recompute(now.sinceMs, rowsMax)
      return sums === undefined ? [] : differences(now, sums)
    })
    counterDifferences += found.length
    for (const each of found) reports.alarm(difference(each))
    return found
  }
  /** Rolls up what is older than is kept, and counts in no window that is open, a little at a time. */
  const rollUp = async (retentionMs: number): Promise<void> => {
    const starts = [...state.counters.values()].map(({ startsMs }) => startsMs)
    const beforeMs = Math.min(world.now() - retentionMs, ...starts)
    let taken = 1
    while (taken > 0) taken = closed ? 0 : await writer.rollUp(beforeMs)
  }
  let sweeps = 0
  const sweep = (): void => {
    sweeps += 1
    apply({ kind: 'sweep' })
    if (sweeps % forgetEverySweeps === 0) apply({ kind: 'forget' })
    if (sweeps % verifyEverySweeps === 1 && !isVerified) verify(verifiedRowsMax).catch(() => undefined)
    if (sweeps % rollUpEverySweeps === 1 && parts.retentionMs !== undefined)
      rollUp(parts.retentionMs).catch(() => undefined)
    callOff = world.after(sweepEveryMs, sweep)
  }
  let callOff = world.after(sweepEveryMs, sweep)

  return {
    reserve,
    settle: (settlement) => tell({ kind: 'settle', settlement }),
    release: (attemptId, latencyMs) => tell({ kind: 'release', attemptId, latencyMs }),
    endOwner: (gone) => tell({ kind: 'end owner', owner: gone }),
    correct: (correction) => tell({ kind: 'correct', correction }),
    rename: (from, to) => tell({ kind: 'rename', from, to }),
    frozen: () => [...state.frozen.values()],
    thaw: (model, key) => tell({ kind: 'thaw', model, key }),
    spentOf: (charge) => spentOf(state, charge, world.now()),
    sharesOf: (charges) => sharesOf(state, charges, world.now()),
    verify: () => verify(),
    figures: () => ({
      writable: spool.isWritable(),
      spooledRows: spool.rows(),
      holds: state.holds.size,
      boundViolations: state.boundViolations,
      frozen: state.frozen.size,
      softOvershootNanos: state.softOvershootNanos,
      counterDifferences,
    }),
    close: async () => {
      closed = true
      callOff()
      await spool.end()
      await writer.close()
    },
  }
}

const unavailable: HoldReply = { kind: 'unavailable' }

const violation = (attemptId: string): string =>
  `attempt ${attemptId} cost more than its bound: its model and key take no hold in hard budgets until an operator thaws them`

const difference = ({ name, of, window, counted, byRows }: CounterDifference): string =>
  `budget ${name} ${of} ${window} is counted as ${JSON.stringify(counted)}, and by its rows it is ${JSON.stringify(byRows)}`
