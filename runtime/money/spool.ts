import type { Row } from './core/rows.ts'
import { takeUnwritten } from './core/take-unwritten.ts'
import type { StoreParts } from './open-store.ts'

/**
 * Rows on their way to be written, in order, each exactly once. One batch is under way at a time. A batch that fails is
 * written again until it succeeds; meanwhile, and while one takes too long, no hold of a hard budget is taken, and what else
 * is asked is answered without waiting.
 */
export interface Spool {
  readonly add: (rows: readonly Row[]) => void
  /** Whether a hold may be decided now: of hard budgets only while writing works, else while there is room for its rows. */
  readonly takes: (isHard: boolean) => boolean
  /**
   * Resolves to `true` once all that was added is written, and at once to `true` while writing does not work; to `false` when
   * it stops working meanwhile. `taken`: the attempt of a hold whose caller hears then that nothing was held.
   */
  readonly written: (taken?: string) => Promise<boolean>
  /** Calls when all that was added is at the writer, and nothing else; rejects when that is not written. */
  readonly between: <T>(call: () => Promise<T>) => Promise<T>
  readonly isWritable: () => boolean
  readonly rows: () => number
  /** Writes what is left. Rejects when rows are lost. */
  readonly end: () => Promise<void>
}

type Parts = Pick<StoreParts, 'state' | 'writer' | 'world' | 'reports' | 'spoolRowsMax'>

/** What waits for a batch: `taken` is the attempt of a hold that is let go when its rows are late. */
interface Waiter {
  readonly sinceMs: number
  readonly taken: string | undefined
  readonly give: (isWritten: boolean) => void
}

interface Batch {
  readonly rows: readonly Row[]
  readonly waiters: Waiter[]
  sentMs: number
  /** Fulfilled when it is written, or has failed once. */
  readonly fate: PromiseWithResolvers<boolean>
}

const slowAfterMs = 300
const retryEveryMs = 250
const endWaitMs = 5_000

/** Opens the way to a writer. `letGo` ends the hold of an attempt whose caller heard that nothing was held. */
export function openSpool(parts: Parts, letGo: (attemptId: string) => void): Spool {
  const { state, writer, world, reports, spoolRowsMax = 100_000 } = parts
  let added: Row[] = []
  let waiters: Waiter[] = []
  let underway: Batch | undefined
  let trouble: string | undefined
  let isScheduled = false
  let isWatched = false
  /** Who wants to know when the next batch is at the writer. */
  let betweens: ((batch: Batch | undefined) => void)[] = []
  let whenIdle: (() => void)[] = []

  const rowCount = (): number => added.length + (underway?.rows.length ?? 0)
  const hasMore = (): boolean => added.length + waiters.length + betweens.length + state.unwritten.size > 0

  const schedule = (): void => {
    if (isScheduled || underway !== undefined) return
    isScheduled = true
    world.soon(() => {
      isScheduled = false
      if (underway === undefined) send()
    })
  }
  /** Puts all that waits under way as one batch, counters as they are now with it. */
  const send = (): void => {
    const rows = [...added, ...takeUnwritten(state)]
    const batch: Batch = { rows, waiters, sentMs: world.elapsed(), fate: Promise.withResolvers() }
    const callers = betweens
    added = []
    waiters = []
    betweens = []
    if (rows.length > 0) write(batch)
    for (const call of callers) call(rows.length > 0 ? batch : undefined)
    if (rows.length === 0) answer(batch.waiters, true)
  }
  const write = (batch: Batch): void => {
    underway = batch
    batch.sentMs = world.elapsed()
    writer.write(batch.rows).then(
      () => succeeded(batch),
      (error: unknown) => failed(batch, error),
    )
  }
  const succeeded = (batch: Batch): void => {
    underway = undefined
    batch.fate.resolve(true)
    answer(batch.waiters, true)
    if (!hasMore() || world.elapsed() - batch.sentMs < slowAfterMs) stopTrouble()
    if (hasMore()) send()
    if (rowCount() === 0) for (const call of whenIdle.splice(0)) call()
  }
  const failed = (batch: Batch, error: unknown): void => {
    batch.fate.resolve(false)
    giveUp(error instanceof Error ? error.message : String(error))
    world.after(retryEveryMs, () => write(batch))
  }
  /** Answers all that waits. Holds of which their callers hear that there are none are let go, behind the rows that took them. */
  const giveUp = (message: string): void => {
    if (trouble === undefined) reports.writing(message)
    trouble = message
    const late = [...(underway?.waiters.splice(0) ?? []), ...waiters.splice(0)]
    for (const { taken } of late) if (taken !== undefined) letGo(taken)
    answer(late, false)
  }
  const stopTrouble = (): void => {
    if (trouble !== undefined) reports.writing(undefined)
    trouble = undefined
  }
  /** One timer for all that waits. */
  const watch = (): void => {
    const oldest = underway?.waiters[0] ?? waiters[0]
    isWatched = oldest !== undefined
    if (oldest === undefined) return
    const leftMs = oldest.sinceMs + slowAfterMs - world.elapsed()
    if (leftMs > 0) return void world.after(leftMs, watch)
    isWatched = false
    giveUp(`writing takes longer than ${slowAfterMs} ms`)
  }
  const wait = (taken: string | undefined): Promise<boolean> =>
    new Promise((give) => {
      waiters.push({ sinceMs: world.elapsed(), taken, give })
      schedule()
      if (isWatched) return
      isWatched = true
      world.after(slowAfterMs, watch)
    })
  return {
    add: (rows) => {
      for (const row of rows) added.push(row)
      if (added.length > 0 || state.unwritten.size > 0) schedule()
    },
    takes: (isHard) => trouble === undefined || (!isHard && rowCount() < spoolRowsMax),
    written: (taken) => {
      const isQuiet = rowCount() === 0 && state.unwritten.size === 0
      return trouble !== undefined || isQuiet ? Promise.resolve(true) : wait(taken)
    },
    between: async (call) => {
      const { promise, resolve } =
        Promise.withResolvers<readonly [Promise<boolean>, ReturnType<typeof call>]>()
      betweens.push((batch) => resolve([batch?.fate.promise ?? Promise.resolve(true), call()]))
      schedule()
      const [fate, called] = await promise
      const result = await called
      if (!(await fate)) throw new Error('what was to be looked at could not be written')
      return result
    },
    isWritable: () => trouble === undefined,
    rows: rowCount,
    end: async () => {
      if (underway === undefined && hasMore()) send()
      if (rowCount() === 0) return
      await new Promise<void>((resolve) => {
        whenIdle.push(resolve)
        world.after(endWaitMs, resolve)
      })
      if (rowCount() > 0) throw new Error(`${rowCount()} rows could not be written: ${trouble ?? 'unknown'}`)
    },
  }
}

function answer(waiters: readonly Waiter[], isWritten: boolean): void {
  for (const { give } of waiters) give(isWritten)
}
