import { deepEqual, equal, ok } from 'node:assert/strict'
import { windowAt } from '../../runtime/money/core/calendar-window.ts'
import { slidingWindow } from '../../runtime/money/core/sliding-window.ts'
import { openMemoryStore } from '../../runtime/money/open-memory-store.ts'
import { fc } from './fast-check.ts'
import { budget, hold, settlement, setWorld, toldReports } from './money.ts'
import { simulate, someSteps } from './money-simulation.ts'

/** Something that the money core promises, checked at random; rejects when it does not hold. */
export interface MoneyProperty {
  readonly name: string
  readonly hold: (parameters: MoneyRuns) => Promise<void>
}

export interface MoneyRuns {
  readonly seed: number
  readonly numRuns: number
  readonly endOnFailure?: boolean
}

const zones = [
  'UTC',
  'Europe/Berlin',
  'America/New_York',
  'Asia/Kolkata',
  'Australia/Lord_Howe',
  'America/Sao_Paulo',
  'Africa/Cairo',
  'Pacific/Apia',
]
const periods = ['hour', 'day', 'week', 'month', 'year'] as const
const anInstant = fc.integer({ min: Date.UTC(2008, 0), max: Date.UTC(2036, 0) })

/** Windows lie end to end, each is the one of each of its instants, and no two bear one label. */
async function windowsPartitionTime(runs: MoneyRuns): Promise<void> {
  fc.assert(
    fc.property(fc.constantFrom(...zones), fc.constantFrom(...periods), anInstant, (zone, period, at) => {
      const window = windowAt(period, zone, at)
      ok(window.startsMs <= at && at < window.endsMs, `${at} is not in its window`)
      windowAt(period, zone, at + 400 * 86_400_000) // so that nothing is remembered
      deepEqual(windowAt(period, zone, window.startsMs), window)
      windowAt(period, zone, at - 400 * 86_400_000)
      deepEqual(windowAt(period, zone, window.endsMs - 1), window)
      const next = windowAt(period, zone, window.endsMs)
      equal(next.startsMs, window.endsMs)
      ok(next.label !== window.label)
    }),
    runs,
  )
}

/** What slides counts what lies within it, to the millisecond, and says when there is room. */
async function slidingWindowsCount(runs: MoneyRuns): Promise<void> {
  const steps = fc.array(fc.record({ passes: fc.nat(400), amount: fc.nat(9), correct: fc.nat(5) }), {
    minLength: 1,
    maxLength: 60,
  })
  fc.assert(
    fc.property(steps, (all) => {
      const window = slidingWindow(1_000)
      const entries: { atMs: number; amount: number }[] = []
      let nowMs = 50_000
      const within = () => entries.filter(({ atMs }) => atMs + 1_000 > nowMs)
      const sum = () => within().reduce((total, { amount }) => total + amount, 0)
      for (const { passes, amount, correct } of all) {
        nowMs += passes
        window.add(nowMs, amount)
        entries.push({ atMs: nowMs, amount })
        const corrected = entries[entries.length - 1 - correct]
        if (corrected !== undefined && corrected.atMs + 1_000 > nowMs) {
          window.correct(corrected.atMs, 2)
          corrected.amount += 2
        }
        equal(window.sumAt(nowMs), sum())
        const free = window.freeAt(nowMs, 3)
        const left = entries.filter(({ atMs }) => atMs + 1_000 > free).reduce((t, e) => t + e.amount, 0)
        ok(free === nowMs || sum() - left >= Math.min(3, sum()), 'there is room when it says')
      }
    }),
    runs,
  )
}

/** Charges of any size add up to the nano-dollar, and thresholds are told when they are reached, not before. */
async function chargesAddUp(runs: MoneyRuns): Promise<void> {
  const charges = fc.array(fc.nat(2 ** 31), { minLength: 1, maxLength: 40 })
  const run = async (amounts: readonly number[]): Promise<void> => {
    const store = openMemoryStore(toldReports(), setWorld())
    const limit = 7 * 10 ** 10 + 1
    const charge = budget({ limit, warnAt: [3_333, 5_000] })
    let sum = 0
    const told: number[] = []
    for (const [place, amount] of amounts.entries()) {
      const id = `a${place}`
      const reply = await store.reserve(hold(id, [charge], { boundNanos: amount }))
      equal(reply.kind, sum + amount <= limit ? 'held' : 'denied')
      if (reply.kind !== 'held') continue
      await store.settle(settlement(id, amount))
      sum += amount
      equal(store.spentOf(charge), sum)
      told.push(...reply.warnings.map(({ basisPoints }) => basisPoints))
      const reached = charge.warnAt.filter((point) => BigInt(sum) * 10_000n >= BigInt(limit) * BigInt(point))
      deepEqual(told, reached)
    }
    await store.close()
  }
  await fc.assert(fc.asyncProperty(charges, run), runs)
}

/** In the order in which they find most of what is wrong. */
export const moneyProperties: readonly MoneyProperty[] = [
  {
    name: 'no counter says less than is billed or more than was said, in worlds that fail',
    hold: (runs) => Promise.resolve(fc.assert(fc.asyncProperty(someSteps, simulate), runs)),
  },
  { name: 'calendar windows partition time in each zone', hold: windowsPartitionTime },
  { name: 'sliding windows count what lies within them', hold: slidingWindowsCount },
  { name: 'charges add up, and thresholds are told when they are reached', hold: chargesAddUp },
]
