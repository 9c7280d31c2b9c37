import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { expect, test } from 'vitest'
import { openLedger } from '../../runtime/money/ledger.ts'
import { openSqliteStore } from '../../runtime/money/sqlite/open-sqlite-store.ts'
import type { MoneyStore } from '../../runtime/money/store.ts'
import { putBack, watchWrites } from '../support/crash-points.ts'
import type { LeftBehind } from '../support/crash-points.ts'
import { isFull, noteFigure } from '../support/figures.ts'
import { temporaryFolder } from '../support/gwc.ts'
import { budget, hold, limit, settlement, setWorld, toldReports } from '../support/money.ts'
import { runSeed } from '../support/seed.ts'

const month = budget({ limit: 120 })
const charges = [month, budget({ name: 'key', of: 'key=k', limit: 90 }), limit({ limit: 1_000 })]

/** What each attempt holds, and what its provider bills for it. */
const attempts = {
  a: { bound: 20, bill: 7 },
  b: { bound: 20, bill: 15 },
  unsent: { bound: 10, bill: 0 },
  lost: { bound: 30, bill: 29 },
  tooDear: { bound: 90, bill: 0 },
  c: { bound: 5, bill: 5 },
  after: { bound: 9, bill: 9 },
} as const

type Name = keyof typeof attempts

/** What callers know: attempts that are held, and what those cost that are settled. */
interface Said {
  readonly held: ReadonlySet<Name>
  readonly costs: ReadonlyMap<Name, number>
}

const open = (path: string): Promise<MoneyStore> =>
  openSqliteStore({
    path,
    durability: 'process',
    writesIn: 'here',
    world: setWorld(),
    reports: toldReports(),
  })

/** All that is written of attempts, in two lives of a store, with a log that is copied into the file and begun again between. */
async function writeAll(path: string): Promise<readonly LeftBehind<Said>[]> {
  const held = new Set<Name>()
  const costs = new Map<Name, number>()
  using points = watchWrites(path, () => ({ held: new Set(held), costs: new Map(costs) }))
  let store = await open(path)
  const reserve = async (name: Name): Promise<void> => {
    const reply = await store.reserve(hold(name, charges, { boundNanos: attempts[name].bound }))
    if (reply.kind === 'held') held.add(name)
  }
  await Promise.all([reserve('a'), reserve('b')])
  await store.settle(settlement('a', 7))
  costs.set('a', 7)
  await store.settle(settlement('b', 3, { uncertainNanos: 'rest', outcome: 'aborted' }))
  costs.set('b', 20)
  await reserve('unsent')
  await store.release('unsent', 1)
  costs.set('unsent', 0)
  copyLogIntoFile(path)
  await reserve('lost')
  await reserve('tooDear')
  costs.delete('b')
  await store.correct({ attemptId: 'b', certainNanos: 15, source: 'operator' })
  costs.set('b', 15)
  await reserve('c')
  await store.rename('month', 'monthly')
  await store.settle(settlement('c', 5))
  costs.set('c', 5)
  await store.close()
  store = await open(path)
  await reserve('after')
  await store.settle(settlement('after', 9))
  costs.set('after', 9)
  await store.close()
  return points.leftBehind()
}

/** As SQLite does by itself when the log is long: the next batch begins it again from its start. */
function copyLogIntoFile(path: string): void {
  const database = new DatabaseSync(path)
  database.exec('PRAGMA wal_checkpoint(PASSIVE)')
  database.close()
}

/** The six invariants of money.md, in the store that is opened on what was left. */
async function expectPromises(path: string, { held, costs }: Said): Promise<void> {
  const store = await open(path)
  expect(await store.verify()).toEqual([])
  expect(store.figures().holds).toBe(0)
  const ledger = openLedger(path)
  const rows = [...ledger.entries({})]
  ledger.close()
  const charged = new Map(rows.map((row) => [row.attemptId as Name, row.certainNanos + row.uncertainNanos]))
  expect(charged.size).toBe(rows.length)
  for (const name of held) expect(charged.has(name), `a row of ${name}`).toBe(true)
  for (const [name, nanos] of charged) {
    const { bound, bill } = attempts[name]
    expect(nanos, `what ${name} is charged`).toBeLessThanOrEqual(bound)
    expect(nanos, `what ${name} is charged`).toBeGreaterThanOrEqual(bill)
    if (costs.has(name)) expect(nanos, `what ${name} was said to cost`).toBe(costs.get(name))
  }
  const spent = [...charged.values()].reduce((sum, nanos) => sum + nanos, 0)
  expect(store.spentOf(month)).toBe(spent)
  expect(spent).toBeLessThanOrEqual(month.limit)
  const left = month.limit - spent
  expect(await store.reserve(hold('fits', [month], { boundNanos: left }))).toMatchObject({ kind: 'held' })
  expect(await store.reserve(hold('not', [month], { boundNanos: 1 }))).toMatchObject({ kind: 'denied' })
  await store.close()
}

test('M03 a process that is killed between any two writes to its files, or statements, has kept every promise', async () => {
  using folder = temporaryFolder()
  const all = await writeAll(join(folder.path, 'gwc.db'))
  const step = isFull ? 1 : 5
  for (let at = runSeed() % step; at < all.length; at += step) {
    const path = join(folder.path, `left-${at}.db`)
    putBack(all[at]!, path)
    await expectPromises(path, all[at]!.said)
  }
  noteFigure(
    `M03 a store that is killed between any two of its writes: ${all.length} moments`,
    '0 violations',
  )
})
