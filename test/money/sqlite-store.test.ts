import { copyFileSync, existsSync, readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterAll, afterEach, expect, test } from 'vitest'
import { openLedger } from '../../runtime/money/ledger.ts'
import { openSqliteStore } from '../../runtime/money/sqlite/open-sqlite-store.ts'
import type { SqliteStoreOptions } from '../../runtime/money/sqlite/open-sqlite-store.ts'
import type { MoneyStore } from '../../runtime/money/store.ts'
import { migrations } from '../../runtime/store/migrations.ts'
import { isFull } from '../support/figures.ts'
import { temporaryFolder } from '../support/gwc.ts'
import { budget, hold, limit, settlement, setWorld, toldReports } from '../support/money.ts'
import { conforms } from './conformance.ts'

const folder = temporaryFolder()
afterAll(() => folder[Symbol.dispose]())

let files = 0
const newPath = (): string => join(folder.path, `store-${files++}.db`)

conforms('sqlite', (world, reports) =>
  openSqliteStore({ path: newPath(), durability: 'process', writesIn: 'here', world, reports }),
)

const opened = new Set<MoneyStore>()
afterEach(async () => {
  for (const store of opened) await close(store)
})

async function open(path: string, world = setWorld(), more: Partial<SqliteStoreOptions> = {}) {
  const reports = toldReports()
  const store = await openSqliteStore({
    path,
    durability: 'process',
    writesIn: 'here',
    world,
    reports,
    ...more,
  })
  opened.add(store)
  return store
}

async function close(store: MoneyStore): Promise<void> {
  opened.delete(store)
  await store.close()
}

/** What is on disk at this moment, as a kill would leave it. */
function crashed(path: string): string {
  const copy = newPath()
  for (const end of ['', '-wal']) if (existsSync(path + end)) copyFileSync(path + end, copy + end)
  return copy
}

test('a store that is closed and opened goes on where it was: budgets, thresholds, limits, names', async () => {
  const world = setWorld()
  const path = newPath()
  const charges = [
    budget({ warnAt: [500] }),
    limit({ limit: 2 }),
    limit({ name: 'tpm', counts: 'tokens', limit: 1_000 }),
  ]
  const before = await open(path, world)
  expect(await before.reserve(hold('a', charges))).toMatchObject({ warnings: [{ basisPoints: 500 }] })
  await before.settle(settlement('a', 7))
  await before.rename('month', 'monthly')
  await close(before)

  const after = await open(path, world)
  expect(charges.map((charge) => after.spentOf(charge))).toEqual([7, 1, 25])
  expect(after.spentOf(budget({ name: 'monthly' }))).toBe(7)
  expect(await after.reserve(hold('b', charges))).toMatchObject({ kind: 'held', warnings: [] })
  expect(await after.reserve(hold('c', charges))).toMatchObject({ kind: 'denied', charge: { name: 'rpm' } })
  await after.settle(settlement('a', 9))
  expect(after.spentOf(budget())).toBe(17)
  expect(await after.verify()).toEqual([])
})

test('what a process held when it was killed is uncertain, and its places are free', async () => {
  const path = newPath()
  const charges = [budget(), limit({ name: 'parallel', counts: 'concurrent', windowMs: 0 })]
  const before = await open(path)
  await before.reserve(hold('a', charges))
  await before.reserve(hold('b', charges))
  await before.settle(settlement('b', 3))

  const after = await open(crashed(path))
  expect(after.figures().holds).toBe(0)
  expect(charges.map((charge) => after.spentOf(charge))).toEqual([13, 0])
  expect(await after.verify()).toEqual([])
  await after.correct({ attemptId: 'a', certainNanos: 2, source: 'operator' })
  expect(after.spentOf(budget())).toBe(5)
})

test('a second gateway on the same file is told what to do', async () => {
  const path = newPath()
  await open(path)
  await expect(open(path)).rejects.toThrow(
    `${path} is in use by another gwc (${path}-lock is locked): one gateway at a time writes a store.`,
  )
})

test('a model and key stay frozen over a restart', async () => {
  const path = newPath()
  const before = await open(path)
  await before.reserve(hold('a', [budget()]))
  await before.settle(settlement('a', 11))
  await close(before)
  expect(await (await open(path)).reserve(hold('b', [budget()]))).toEqual({ kind: 'frozen', attemptId: 'a' })
})

test.each(['process', 'power'] as const)(
  'a thread of its own writes with durability `%s`',
  async (durability) => {
    const path = newPath()
    const store = await open(path, setWorld(), { writesIn: 'thread', durability })
    const replies = await Promise.all(
      Array.from({ length: 100 }, (_, n) => store.reserve(hold(`a${n}`, [budget()]))),
    )
    expect(replies.filter(({ kind }) => kind === 'held')).toHaveLength(10)
    await store.settle(settlement('a0', 2))
    await store.correct({ attemptId: 'a0', certainNanos: 4, source: 'reconciliation' })
    await expect(store.release('never', 0)).rejects.toThrow('attempt never was never held')
    expect(await store.verify()).toEqual([])
    await expect(open(path, setWorld(), { writesIn: 'thread' })).rejects.toThrow('is in use by another gwc')
  },
)

test(
  'M17 whatever is cut off the end of the log, each answer that was given before the last batch stands',
  { timeout: 600_000 },
  async () => {
    const path = newPath()
    const before = await open(path)
    await before.reserve(hold('a', [budget()]))
    await before.settle(settlement('a', 3))
    const whole = statSync(`${path}-wal`).size
    await before.reserve(hold('b', [budget()]))
    const end = statSync(`${path}-wal`).size
    expect(end).toBeGreaterThan(whole)
    const step = isFull ? 1 : Math.ceil((end - whole) / 40)
    for (let size = whole; size <= end; size += step) {
      const copy = crashed(path)
      truncateSync(`${copy}-wal`, size)
      const after = await open(copy)
      expect([3, 13]).toContain(after.spentOf(budget()))
      expect(await after.verify()).toEqual([])
      await close(after)
    }
  },
)

test('a file that is no store, and one of a newer gwc, are refused by name', async () => {
  const text = newPath()
  writeFileSync(text, 'this is no database, whatever its name may say '.repeat(40))
  await expect(open(text)).rejects.toThrow(`${text} is damaged, or is no store of gwc`)

  const other = newPath()
  const database = new DatabaseSync(other)
  database.exec('CREATE TABLE theirs (a)')
  database.close()
  await expect(open(other)).rejects.toThrow(`${other} is damaged, or is no store of gwc`)

  const newer = newPath()
  await close(await open(newer))
  const later = new DatabaseSync(newer)
  later.exec('PRAGMA user_version = 99')
  later.close()
  await expect(open(newer)).rejects.toThrow(`${newer} was written by a newer gwc (form 99`)
})

test('a file of before goes on in the form of now: what was counted stays, hits were exact', async () => {
  const path = newPath()
  const before = new DatabaseSync(path)
  before.exec(`${migrations[0]} PRAGMA application_id = 1735877425; PRAGMA user_version = 1`)
  const dimensions = "'main.route#default', 'openai', 'openai/gpt-4.1', 0, 'ab12'"
  before.exec(`
    INSERT INTO rollups VALUES ('2026-01-01', ${dimensions}, '', '', '', '', 'complete', 3, 7, 0, 1, 0, 0, 0, 2, 0);
    INSERT INTO rollups VALUES ('2026-01-01', ${dimensions}, '', '', '', '', 'cached', 2, 0, 0, 0, 0, 0, 0, 0, 0)`)
  before.close()
  expect(() => openLedger(path)).toThrow('was written by an older gwc: `gwc serve` brings it')
  await close(await open(path))
  const ledger = openLedger(path)
  expect(ledger.spend(['cache'], {})).toMatchObject([
    {
      group: { cache: '' },
      attempts: 3n,
      certainNanos: 7n,
      savedNanos: 0n,
      tokens: { input: 1n, output: 2n },
    },
    { group: { cache: 'exact' }, attempts: 2n, certainNanos: 0n, savedNanos: 0n },
  ])
  ledger.close()
})

test('M17 a damaged page is refused, and nothing in the file is changed by that', async () => {
  const path = newPath()
  const store = await open(path)
  for (let n = 0; n < 50; n++) {
    await store.reserve(hold(`a${n}`, [budget({ limit: 10_000 })]))
    await store.settle(settlement(`a${n}`, 1))
  }
  await close(store)
  const { size } = statSync(path)
  const bytes = Buffer.alloc(4_096, 0x5a)
  const database = new DatabaseSync(path)
  const root = Number(
    database.prepare("SELECT rootpage FROM sqlite_schema WHERE name = 'ledger'").get()?.['rootpage'],
  )
  database.close()
  writeFileSync(path, spliced(path, (root - 1) * 4_096, bytes))
  await expect(open(path)).rejects.toThrow(`${path} is damaged`)
  expect(statSync(path).size).toBe(size)
})

function spliced(path: string, at: number, bytes: Buffer): Buffer {
  const all = Buffer.from(readFileSync(path))
  bytes.copy(all, at)
  return all
}
