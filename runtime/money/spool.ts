import type { Row } from './core/rows.ts'
import { takeUnwritten } from './core/take-unwritten.ts'
import type { StoreParts } from './open-store.ts'
import { errorText } from '../error-text.ts'

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
   * Resolves once all that was added is written, and at once while writing does not work; to `late` when it stops working
   * meanwhile, to `repeated` when `hold` is none.
   */
  readonly written: (hold?: TakenHold) => Promise<Fate>
  /** Calls when all that was added is at the writer, and nothing else; rejects when that is not written. */
  readonly between: <T>(call: () => Promise<T>) => Promise<T>
  readonly isWritable: () => boolean
  readonly rows: () => number
  /** Writes what is left. Rejects when rows are lost. */
  readonly end: () => Promise<void>
}

type Parts = Pick<StoreParts, 'state' | 'writer' | 'world' | 'reports' | 'spoolRowsMax'>

/** What became of rows. */
export type Fate = 'written' | 'late' | 'repeated'

/** A hold that waits for its row. */
export interface TakenHold {
  readonly attemptId: string
  /** Whether its caller hears that nothing was held when the row is late: then it is let go. */
  readonly isLetGo: boolean
}

/** What ends holds whose callers hear that there are none. */
export interface HoldEnds {
  /** A row may tell of it. */
  readonly letGo: (attemptId: string) => void
  /** No row tells of it. */
  readonly disown: (attemptId: string) => void
}

interface Waiter {
  /** At which look it began to wait. */
  readonly since: number
  readonly hold: TakenHold | undefined
  readonly give: (fate: Fate) => void
}

interface Batch {
  readonly rows: readonly Row[]
  readonly waiters: Waiter[]
  sentMs: number
  /** Fulfilled when it is written, or has failed once. */
  readonly fate: PromiseWithResolvers<boolean>
}

/** A write is waited for as long as this many looks; a disk that is slow, or a machine that is busy, is not yet one that is dead. */
const looksMax = 10
/** How long it is from one look to the next. While this process stands still there is none, so that time is not held against the disk. */
const lookEveryMs = 100
const slowAfterMs = looksMax * lookEveryMs
const retryEveryMs = 250
const endWaitMs = 5_000

/** Opens the way to a writer. */
export function openSpool(parts: Parts, ends: HoldEnds): Spool {
  const { state, writer, world, reports, spoolRowsMax = 100_000 } = parts
  let added: Row[] = []
  let waiters: Waiter[] = []
  let underway: Batch | undefined
  let trouble: string | undefined
  let isScheduled = false
  let isWatched = false
  let looks = 0
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
    if (rows.length === 0) for (const { give } of batch.waiters) give('written')
  }
  const write = (batch: Batch): void => {
    underway = batch
    batch.sentMs = world.elapsed()
    writer.write(batch.rows).then(
      (repeated) => succeeded(batch, repeated),
      (error: unknown) => failed(batch, error),
    )
  }
  const succeeded = (batch: Batch, repeated: readonly string[]): void => {
    underway = undefined
    batch.fate.resolve(true)
    for (const attemptId of repeated) {
      reports.alarm(`attempt ${attemptId} had ended before it was held: what it costs is not counted`)
      ends.disown(attemptId)
    }
    for (const { hold, give } of batch.waiters)
      give(hold !== undefined && repeated.includes(hold.attemptId) ? 'repeated' : 'written')
    if (!hasMore() || world.elapsed() - batch.sentMs < slowAfterMs) stopTrouble()
    if (hasMore()) send()
    if (rowCount() === 0) for (const call of whenIdle.splice(0)) call()
  }
  const failed = (batch: Batch, error: unknown): void => {
    batch.fate.resolve(false)
    giveUp(errorText(error))
    world.after(retryEveryMs, () => write(batch))
  }
  /** Answers all that waits. Holds of which their callers hear that there are none are let go, behind the rows that took them. */
  const giveUp = (message: string): void => {
    if (trouble === undefined) reports.writing(message)
    trouble = message
    const late = [...(underway?.waiters.splice(0) ?? []), ...waiters.splice(0)]
    for (const { hold } of late) if (hold?.isLetGo === true) ends.letGo(hold.attemptId)
    for (const { give } of late) give('late')
  }
  const stopTrouble = (): void => {
    if (trouble !== undefined) reports.writing(undefined)
    trouble = undefined
  }
  /** One timer for all that waits. */
  const watch = (): void => {
    looks += 1
    const oldest = underway?.waiters[0] ?? waiters[0]
    isWatched = oldest !== undefined && looks - oldest.since < looksMax
    if (isWatched) return void world.after(lookEveryMs, watch)
    if (oldest !== undefined) giveUp(`writing takes longer than ${slowAfterMs} ms`)
  }
  const wait = (hold: TakenHold | undefined): Promise<Fate> =>
    new Promise((give) => {
      waiters.push({ since: looks, hold, give })
      schedule()
      if (isWatched) return
      isWatched = true
      world.after(lookEveryMs, watch)
    })
  return {
    add: (rows) => {
      for (const row of rows) added.push(row)
      if (added.length > 0 || state.unwritten.size > 0) schedule()
    },
    takes: (isHard) => trouble === undefined || (!isHard && rowCount() < spoolRowsMax),
    written: (hold) => {
      const isQuiet = rowCount() === 0 && state.unwritten.size === 0
      return trouble !== undefined || isQuiet ? Promise.resolve('written') : wait(hold)
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
