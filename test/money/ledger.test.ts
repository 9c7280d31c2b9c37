import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { openLedger } from '../../runtime/money/ledger.ts'
import type { Ledger } from '../../runtime/money/ledger.ts'
import { openSqliteStore } from '../../runtime/money/sqlite/open-sqlite-store.ts'
import isEntry from '../../schemas/generated/ledger-entry.validate.js'
import { temporaryFolder } from '../support/gwc.ts'
import { budget, hold, settlement, setWorld, toldReports } from '../support/money.ts'

const open: (() => Promise<void> | void)[] = []
afterEach(async () => {
  for (const close of open.splice(0).reverse()) await close()
})

const dayMs = 24 * 3_600_000

/** A store with as much money as an attempt wants, and its ledger beside it. */
async function world(retentionMs?: number) {
  const folder = temporaryFolder()
  const path = join(folder.path, 'gwc.db')
  const clock = setWorld()
  const store = await openSqliteStore({
    path,
    durability: 'process',
    writesIn: 'here',
    world: clock,
    reports: toldReports(),
    ...(retentionMs === undefined ? {} : { retentionMs }),
  })
  open.push(() => folder[Symbol.dispose](), store.close)
  const ledger = (): Ledger => {
    const opened = openLedger(path)
    open.push(opened.close)
    return opened
  }
  let attempts = 0
  const spend = async (nanos: number, origin: object = {}): Promise<string> => {
    const id = `a${attempts++}`
    const base = hold(id, [budget({ of: `count=${id}`, limit: 2 ** 53 - 1 })], { boundNanos: nanos })
    await store.reserve({ ...base, origin: { ...base.origin, ...origin } })
    await store.settle(settlement(id, nanos, { providerRequestId: `req_${id}` }))
    return id
  }
  return { store, clock, ledger, spend }
}

test('each attempt is one entry of the contract', async () => {
  const { store, clock, ledger, spend } = await world()
  await spend(3, { developer: 'alice', team: undefined })
  await store.reserve(hold('unsent', [budget()]))
  await store.release('unsent', 4)
  await store.reserve(hold('lost', [budget()], { ttlMs: 500 }))
  clock.pass(1_000)
  await store.rename('x', 'y')
  const entries = [...ledger().entries({})]
  for (const entry of entries) expect(isEntry(entry), JSON.stringify(isEntry.errors)).toBe(true)
  expect(entries.map(({ attemptId, outcome }) => [attemptId, outcome])).toEqual([
    ['a0', 'complete'],
    ['lost', 'uncertain'],
    ['unsent', 'unsent'],
  ])
  expect(entries[0]).toEqual({
    attemptId: 'a0',
    requestId: 'a0',
    providerRequestId: 'req_a0',
    at: '2026-11-23T12:00:00.000Z',
    endedAt: '2026-11-23T12:00:00.000Z',
    policy: 'p'.repeat(64),
    priceDate: '2026-11-01',
    rule: 'main.route#default',
    provider: 'openai',
    model: 'openai/gpt-4.1',
    account: 0,
    key: 'ab12',
    developer: 'alice',
    outcome: 'complete',
    status: 200,
    latencyMs: 12,
    boundNanos: 3,
    estimateNanos: 5,
    certainNanos: 3,
    uncertainNanos: 0,
    corrections: 0,
    tokens: { input: 20, output: 5 },
    cost: { input: 1, output: 2 },
  })
})

test('what is found out later is in the amounts, and the row itself stays', async () => {
  const { store, clock, ledger } = await world()
  await store.reserve(hold('late', [budget()], { ttlMs: 500 }))
  await store.reserve(hold('lost', [budget()], { ttlMs: 500 }))
  clock.pass(1_000)
  await store.settle(settlement('late', 4, { providerRequestId: 'req_late' }))
  expect([...ledger().entries({ isUncertain: true })].map(({ attemptId }) => attemptId)).toEqual(['lost'])
  await store.correct({ attemptId: 'lost', certainNanos: 7, source: 'operator' })
  const [late, lost] = ledger().entries({})
  expect(late).toMatchObject({
    outcome: 'uncertain',
    certainNanos: 4,
    uncertainNanos: 0,
    corrections: 1,
    providerRequestId: 'req_late',
    tokens: { input: 20, output: 5 },
  })
  expect(lost).toMatchObject({ certainNanos: 7, uncertainNanos: 0, corrections: 1 })
  expect(ledger().spend([], {})).toMatchObject([{ attempts: 2n, certainNanos: 11n, uncertainNanos: 0n }])
})

test('spend is summed by any columns, filtered, and exact beyond 2^53', async () => {
  const { clock, ledger, spend } = await world()
  const most = 2 ** 53 - 1
  await spend(most, { team: 'a', developer: 'alice' })
  clock.set(clock.now() + 40 * dayMs)
  await spend(most, { team: 'a', developer: 'bob' })
  await spend(5, { team: 'b', developer: 'carol' })
  const groups = ledger().spend(['team'], {})
  expect(groups.map(({ group, certainNanos }) => [group.team, certainNanos])).toEqual([
    ['a', 2n * BigInt(most)],
    ['b', 5n],
  ])
  expect(ledger().spend(['team', 'developer'], { where: { team: 'a' } })).toHaveLength(2)
  expect(ledger().spend([], { sinceMs: clock.now() - dayMs, where: { team: 'a' } })).toMatchObject([
    { attempts: 1n, certainNanos: BigInt(most), tokens: { input: 20n, output: 5n, cacheRead: 0n } },
  ])
  expect(ledger().spend(['day'], { untilMs: clock.now() })).toMatchObject([
    { group: { day: '2026-11-23' }, attempts: 1n },
  ])
})

test('sound, pictures and calls of tools have classes of their own, and cost by class outlives the rows', async () => {
  const { store, clock, ledger } = await world(30 * dayMs)
  const tokens = { input: 20, inputAudio: 7, inputImage: 3, output: 5, outputAudio: 2, webSearch: 1 }
  const costByClass = {
    input: 2,
    inputAudio: 70,
    inputImage: 30,
    output: 10,
    outputAudio: 40,
    webSearch: 900,
  }
  await store.reserve(hold('heard', [], { boundNanos: 0 }))
  await store.settle(settlement('heard', 1_052, { tokens, costByClass }))
  await store.reserve(hold('late', [], { ttlMs: 500 }))
  clock.pass(1_000)
  await store.settle(settlement('late', 40, { tokens: { outputAudio: 2 }, costByClass: { outputAudio: 40 } }))
  expect([...ledger().entries({})]).toMatchObject([
    { tokens, cost: costByClass },
    { tokens: { outputAudio: 2 }, cost: { outputAudio: 40 } },
  ])
  const [before] = ledger().spend([], {})
  expect(before).toMatchObject({ tokens: { inputAudio: 7n, outputAudio: 4n, webSearch: 1n } })
  expect(before).toMatchObject({ cost: { inputAudio: 70n, outputAudio: 80n, webSearch: 900n } })
  clock.set(clock.now() + 60 * dayMs)
  for (let sweeps = 0; sweeps < 3_661; sweeps++) clock.pass(1_000)
  await expect.poll(() => [...ledger().entries({})].length).toBe(0)
  expect(ledger().spend([], {})).toEqual([before])
})

test('old rows become sums of their days, and count on in reports; those of an open window stay', async () => {
  const { store, clock, ledger, spend } = await world(30 * dayMs)
  await spend(3, { team: 'a' })
  await spend(4, { team: 'a', cache: { part: 'semantic', savedNanos: 9, savedTokens: 2 } })
  clock.set(clock.now() + 60 * dayMs)
  await spend(5, { team: 'a' })
  const before = ledger().spend(['team', 'day', 'cache'], {})
  // The first sweep of each hour rolls up; meters of windows that ended are let go of each minute.
  for (let sweeps = 0; sweeps < 3_661; sweeps++) clock.pass(1_000)
  expect(await store.verify()).toEqual([])
  expect([...ledger().entries({})].map(({ certainNanos }) => certainNanos)).toEqual([5])
  expect(ledger().spend(['team', 'day', 'cache'], {})).toEqual(before)
})
