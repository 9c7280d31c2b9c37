import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { expect, onTestFinished, test } from 'vitest'
import { emptyState } from '../../runtime/money/core/state.ts'
import { openMemoryWriter } from '../../runtime/money/memory-writer.ts'
import { openStore } from '../../runtime/money/open-store.ts'
import { openSqliteStore } from '../../runtime/money/sqlite/open-sqlite-store.ts'
import { rounds } from '../support/figures.ts'
import { routeAll, stage, startFixture } from '../support/gateway-fixture.ts'
import { temporaryFolder } from '../support/gwc.ts'
import { budget, hold, limit, settlement, setWorld, toldReports } from '../support/money.ts'

/** A store whose disk does as it is told. */
function faulty(spoolRowsMax = 1_000) {
  const disk = {
    does: 'write' as 'write' | 'fail' | 'hang' | 'slow' | 'write, and fail to say so',
    goesOn: (): void => undefined,
  }
  const writer = openMemoryWriter()
  const world = setWorld()
  const reports = toldReports()
  const store = openStore({
    state: emptyState(),
    writer: {
      ...writer,
      write: async (rows) => {
        if (disk.does === 'fail') throw new Error('gwc.db cannot be written: the disk is full')
        if (disk.does === 'hang') return new Promise(() => undefined)
        if (disk.does === 'slow') await new Promise<void>((resolve) => (disk.goesOn = resolve))
        const repeated = await writer.write(rows)
        if (disk.does === 'write, and fail to say so')
          throw new Error('gwc.db cannot be written: the disk reports an error')
        return repeated
      },
    },
    owner: 'us',
    world,
    reports,
    spoolRowsMax,
  })
  return { store, disk, world, reports, rows: writer.rows }
}

const endOfTurn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))
const unlimited = (id: string) => hold(id, [limit({ limit: 1_000_000 })])

test('M17 while nothing can be written, hard budgets are unavailable, and what else is asked goes on', async () => {
  const { store, disk, world, reports, rows } = faulty()
  await store.reserve(hold('before', [budget()]))
  disk.does = 'fail'
  const first = store.reserve(hold('hard', [budget()]))
  expect(await first).toEqual({ kind: 'unavailable' })
  expect(store.figures()).toMatchObject({ writable: false, holds: 1 })
  expect(await store.reserve(hold('again', [budget()]))).toEqual({ kind: 'unavailable' })
  expect(await store.reserve(unlimited('soft'))).toMatchObject({ kind: 'held' })
  await store.settle(settlement('soft', 3))
  await store.settle(settlement('before', 4))
  expect(store.spentOf(budget())).toBe(4)

  disk.does = 'write'
  world.pass(250)
  await endOfTurn()
  await endOfTurn()
  expect(reports.troubles).toEqual(['gwc.db cannot be written: the disk is full', undefined])
  expect(store.figures()).toMatchObject({ writable: true, spooledRows: 0 })
  const written = [...rows.ended.values()].map(({ attemptId, outcome }) => [attemptId, outcome])
  expect(written).toEqual([
    ['hard', 'unsent'],
    ['soft', 'complete'],
    ['before', 'complete'],
  ])
  expect(await store.reserve(hold('after', [budget()]))).toMatchObject({ kind: 'held' })
  expect(await store.verify()).toEqual([])
})

test('M16 a batch of which nobody knows whether it was written is written again, and counts once', async () => {
  const { store, disk, world, rows } = faulty()
  await store.reserve(hold('a', [budget()]))
  disk.does = 'write, and fail to say so'
  await store.settle(settlement('a', 3))
  disk.does = 'write'
  world.pass(250)
  await endOfTurn()
  expect([...rows.ended.keys()]).toEqual(['a'])
  expect(await store.verify()).toEqual([])
})

test('a hold whose disk does not answer for a second is unavailable, and its money free again', async () => {
  const { store, disk, world } = faulty()
  disk.does = 'hang'
  const asked = store.reserve(hold('a', [budget()]))
  await endOfTurn()
  for (let tenths = 1; tenths < 10; tenths++) world.pass(100)
  expect(store.figures().writable).toBe(true)
  world.pass(100)
  expect(await asked).toEqual({ kind: 'unavailable' })
  expect(store.spentOf(budget())).toBe(0)
  expect(await store.reserve(hold('b', [budget()]))).toEqual({ kind: 'unavailable' })
  expect(await store.reserve(unlimited('c'))).toMatchObject({ kind: 'held' })
})

test('a disk that takes most of a second is waited for, and so is one whose gateway itself stood still', async () => {
  const { store, disk, world } = faulty()
  for (const passes of [[200, 200, 200, 200], [60_000]]) {
    disk.does = 'slow'
    const asked = store.reserve(hold(`a${passes.length}`, [budget()]))
    await endOfTurn()
    for (const ms of passes) world.pass(ms)
    disk.goesOn()
    expect(await asked).toMatchObject({ kind: 'held' })
  }
  expect(store.figures().writable).toBe(true)
})

test('what waits to be written is bounded, and what ends holds is kept beyond that', async () => {
  const { store, disk } = faulty(10)
  disk.does = 'fail'
  const replies = []
  for (let n = 0; n < 30; n++) replies.push(await store.reserve(unlimited(`a${n}`)))
  const held = replies.filter(({ kind }) => kind === 'held').length
  expect(held).toBeGreaterThan(5)
  expect(replies.at(-1)).toEqual({ kind: 'unavailable' })
  const { spooledRows } = store.figures()
  for (let n = 0; n < held; n++) await store.settle(settlement(`a${n}`, 1))
  expect(store.figures().spooledRows).toBe(spooledRows + held)
})

test('rows that cannot be written before the end are told of', async () => {
  const { store, disk, world } = faulty()
  disk.does = 'fail'
  await store.reserve(unlimited('a'))
  const closing = store.close()
  world.pass(5_000)
  await expect(closing).rejects.toThrow(
    /^\d+ rows could not be written: gwc\.db cannot be written: the disk is full$/,
  )
})

test('a name that another attempt had before a restart is refused, and nothing is held of it', async () => {
  using folder = temporaryFolder()
  const path = join(folder.path, 'gwc.db')
  const open = () =>
    openSqliteStore({
      path,
      durability: 'process',
      writesIn: 'here',
      world: setWorld(),
      reports: toldReports(),
    })
  const before = await open()
  await before.reserve(hold('a', [budget()]))
  await before.settle(settlement('a', 3))
  await before.close()
  const after = await open()
  await expect(after.reserve(hold('a', [budget()]))).rejects.toThrow('attempt a has ended')
  expect(after.spentOf(budget())).toBe(3)
  expect(await after.verify()).toEqual([])
  await after.close()
})

test('a gateway whose store cannot be written is alive, and not ready', async () => {
  const { store, disk, world } = faulty()
  await using fixture = await startFixture(routeAll([stage('acme/large')]), {
    providers: { acme: { baseUrl: 'http://127.0.0.1:9' } },
    money: store,
  })
  const status = async (path: string): Promise<number> =>
    (await fetch(`http://127.0.0.1:${fixture.gateway.port}${path}`)).status
  expect(await status('/readyz')).toBe(200)
  disk.does = 'fail'
  await store.reserve(hold('a', [budget()]))
  expect([await status('/healthz'), await status('/readyz')]).toEqual([200, 503])
  disk.does = 'write'
  world.pass(250)
  await expect.poll(() => status('/readyz')).toBe(200)
})

const kills = rounds(40)

test(`M03 ${kills} times a process is killed as it writes: each hold that it told of is counted`, async () => {
  using folder = temporaryFolder()
  const path = join(folder.path, 'gwc.db')
  const told = new Set<string>()
  for (let round = 0; round < kills; round++) {
    const child = spawn(
      process.execPath,
      [join(import.meta.dirname, '../support/money-writer-process.ts'), path, `r${round}-`],
      { stdio: ['ignore', 'pipe', 'inherit'] },
    )
    const lines = createInterface({ input: child.stdout })
    let count = 0
    for await (const line of lines) {
      told.add(line)
      count += 1
      if (count === 3 + round * 7) child.kill('SIGKILL')
    }
    if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
  }
  expect(existsSync(path)).toBe(true)
  const store = await openSqliteStore({
    path,
    durability: 'process',
    writesIn: 'here',
    reports: toldReports(),
  })
  onTestFinished(store.close)
  expect(told.size).toBeGreaterThan(kills)
  // Each holds ten, and none is settled: what was told is the least that is counted.
  expect(store.spentOf(budget({ limit: 1e9 }))).toBeGreaterThanOrEqual(told.size * 10)
  expect(store.figures().holds).toBe(0)
  expect(await store.verify()).toEqual([])
}, 120_000)
