import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { openLedger } from '../../runtime/money/ledger.ts'
import type { LedgerEntry } from '../../schemas/generated/ledger-entry.ts'
import { isFull, noteFigure, rounds } from '../support/figures.ts'
import { temporaryFolder } from '../support/gwc.ts'
import { balanceOf } from '../support/kills/balance.ts'
import { ask, askWithoutPause } from '../support/kills/clients.ts'
import { watchStore } from '../support/kills/counted.ts'
import type { StoreWatch } from '../support/kills/counted.ts'
import { rates, startKilledPool } from '../support/kills/killed-pool.ts'
import type { KilledPool } from '../support/kills/killed-pool.ts'
import { readBill } from '../support/provider/bill.ts'
import { startProviderChild } from '../support/provider-child.ts'
import { runSeed } from '../support/seed.ts'
import { seededRandom } from '../support/seeded-random.ts'

const open: (() => unknown)[] = []
afterEach(async () => {
  for (const close of open.splice(0).toReversed()) await close()
})

const clients = 32
const KILLS = rounds(100)
const ATTEMPTS = rounds(5_000)
const tight = { clients: 4, dollars: isFull ? '0.004' : '0.0012' }
const limits = { fleet: 50e9, tight: Number(tight.dollars) * 1e9 }
const faults =
  '429,500,503,529,reset-before-head,end-before-head,cut-by-end,cut-by-reset,malformed-chunk,no-terminal,error-event,stall'

/** A provider that fails a share of requests and keeps its own bill, and four processes before it. */
async function startAll() {
  const folder = temporaryFolder()
  open.push(() => folder[Symbol.dispose]())
  const billFile = join(folder.path, 'bill.jsonl')
  const seed = ['--seed', String(runSeed()), '--share', '0.2', '--script', faults, '--good', 'slow']
  const provider = await startProviderChild(...seed, '--bill', billFile, '--named')
  open.push(provider.kill)
  const pool = await startKilledPool({
    folder: folder.path,
    providerUrl: provider.baseUrl,
    clients: clients + 1,
    tight,
    fleetDollars: '50',
  })
  open.push(() => pool[Symbol.asyncDispose]())
  const file = join(folder.path, '.gwc/gwc.db')
  const watch = watchStore(file)
  open.push(() => watch[Symbol.dispose]())
  return { pool, watch, bill: () => readBill(billFile), rows: () => rowsOf(file) }
}

function rowsOf(file: string): readonly LedgerEntry[] {
  const ledger = openLedger(file)
  const rows = [...ledger.entries({})]
  ledger.close()
  return rows
}

/** Kills after each few attempts that were billed, until it is over: each tenth time the process that has the store, else one of the workers. */
async function killWithoutPause(
  pool: KilledPool,
  kills: { workers: number; stores: number },
  run: { readonly billed: () => number; readonly isOver: () => boolean },
): Promise<void> {
  const random = seededRandom(runSeed() + 1_000)
  for (let turn = 0; !run.isOver(); turn++) {
    const next = run.billed() + random() * 2 * (ATTEMPTS / KILLS)
    while (run.billed() < next && !run.isOver()) await new Promise((resolve) => setTimeout(resolve, 20))
    if (turn % 10 === 5) {
      await pool.killStore()
      kills.stores++
    } else if (pool.killWorker(random())) kills.workers++
  }
}

/** Budgets that count more than they allow, seen at any instant. */
function overshoots(watch: StoreWatch): readonly string[] {
  return watch
    .counted()
    .filter(({ name, spentNanos }) => spentNanos > limits[name as keyof typeof limits])
    .map(({ name, whose, spentNanos }) => `${name} ${whose}: ${spentNanos}`)
}

const shareOf = (part: number, whole: number): string => `${((100 * part) / whole).toFixed(1)}%`

test(
  'M04 four processes and their store are killed again and again: every billed attempt has its row, no budget is overshot, nobody is charged too little',
  { timeout: rounds(1_800_000) },
  async () => {
    const { pool, watch, bill, rows } = await startAll()
    const kills = { workers: 0, stores: 0 }
    const startedMs = performance.now()
    const leastMs = rounds(60_000)
    let billed = 0
    const run = {
      billed: () => billed,
      isOver: () =>
        performance.now() - startedMs >= leastMs &&
        kills.workers + kills.stores >= KILLS &&
        billed >= ATTEMPTS,
    }
    const over: string[] = []
    const looks = setInterval(() => {
      over.push(...overshoots(watch))
      billed = bill().length
    }, 250)
    open.push(() => clearInterval(looks))
    const [seen] = await Promise.all([
      askWithoutPause({ url: pool.url, count: clients, seed: runSeed(), isOver: run.isOver }),
      killWithoutPause(pool, kills, run),
    ])
    clearInterval(looks)
    // What the dead held is swept when the store is opened.
    await pool.killStore()
    await expect.poll(() => watch.holds(), { timeout: 20_000 }).toBe(0)

    const balance = balanceOf(bill(), rows())
    expect(balance.disagreements).toEqual([])
    expect(over).toEqual([])
    expect(overshoots(watch)).toEqual([])
    expect(balance.billedNanos).toBeLessThanOrEqual(balance.certainNanos + balance.uncertainNanos)
    expect(seen.byStatus.get(402)).toBeGreaterThan(0)
    await expectRoom(pool, rows)

    const overcharge = balance.certainNanos + balance.uncertainNanos - balance.billedNanos
    noteFigure(
      `${kills.workers} kills of four workers and ${kills.stores} of the store's process in ${Math.round((performance.now() - startedMs) / 1_000)} s`,
      `${seen.requests} requests, ${bill().length} attempts billed: 0 overshoot, 0 billed without a row, 0 under-charged; ${shareOf(overcharge, balance.billedNanos)} of the bill charged beyond it, all of it uncertain`,
    )
    noteFigure('what is uncertain of that run', uncertainBy(rows(), balance.billedNanos))
    noteFigure(
      'the mix of that run',
      `${shareOf(seen.aborted, seen.requests)} left by their clients, ${shareOf(seen.broken, seen.requests)} broken by kills, faults at 20% of attempts; ${[...seen.byStatus].map(([status, count]) => `${count} × ${status}`).join(', ')}`,
    )
  },
)

/** Whose uncertain amounts these are, as shares of the bill: `uncertain` are those whose process was killed. */
function uncertainBy(rows: readonly LedgerEntry[], billedNanos: number): string {
  const open = rows.filter(({ uncertainNanos }) => uncertainNanos > 0)
  return [...Map.groupBy(open, ({ outcome }) => outcome)]
    .map(([outcome, of]) => {
      const nanos = of.reduce((sum, { uncertainNanos }) => sum + uncertainNanos, 0)
      return `${of.length} ${outcome}: ${shareOf(nanos, billedNanos)} of the bill`
    })
    .join(', ')
}

/** No phantom denial: what rows leave of a budget admits a request that may take all of it, and denies one that may take a token more. */
async function expectRoom(pool: KilledPool, rows: () => readonly LedgerEntry[]): Promise<void> {
  for (let number = 0; number < tight.clients; number++) {
    const most = mostTokens(rows().filter(({ developer }) => developer === `c${number}`))
    const status = async (turn: number, maxTokens: number): Promise<number> =>
      (await ask(pool.url(), { number, turn: 900_000 + turn, stream: false, maxTokens })).status
    expect(await status(0, Math.max(1, most + 1))).toBe(402)
    if (most > 0) expect(await status(1, most)).not.toBe(402)
  }
  const newcomer = { number: clients, turn: 0, stream: false }
  expect((await ask(pool.url(), newcomer)).status).not.toBe(402)
}

/** The highest output cap that these rows leave room for, by the bound of one of them that had a cap of 50; below 1: none. */
function mostTokens(rows: readonly LedgerEntry[]): number {
  const spent = rows.reduce((sum, { certainNanos, uncertainNanos }) => sum + certainNanos + uncertainNanos, 0)
  const bound = rows.find(({ model }) => model === 'acme/large')!.boundNanos
  return 50 + Math.floor((limits.tight - spent - bound) / rates.large.output)
}
