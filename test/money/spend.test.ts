import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, onTestFinished, test, vi } from 'vitest'
import { run as spend } from '../../cli/spend.ts'
import { readBill } from '../../runtime/money/bill/read-bill.ts'
import type { BilledLine } from '../../runtime/money/bill/read-bill.ts'
import { reconcileBill } from '../../runtime/money/bill/reconcile-bill.ts'
import type { LedgerEntry } from '../../schemas/generated/ledger-entry.ts'
import { spendBy } from '../../cli/spend/dimensions.ts'
import { openLedger } from '../../runtime/money/ledger.ts'
import type { Ledger } from '../../runtime/money/ledger.ts'
import { openSqliteStore } from '../../runtime/money/sqlite/open-sqlite-store.ts'
import type { CachePart } from '../../runtime/money/store.ts'
import { fc } from '../support/fast-check.ts'
import { gwc, temporaryFolder } from '../support/gwc.ts'
import { budget, hold, settlement, toldReports } from '../support/money.ts'

const folder = temporaryFolder()
const path = join(folder.path, '.gwc', 'gwc.db')
const config = join(folder.path, 'gateway.json')
afterAll(() => folder[Symbol.dispose]())

/** Four attempts of two teams; of one nobody knows what it cost. */
beforeAll(async () => {
  writeFileSync(config, JSON.stringify({ policy: 'main.route', keys: 'open' }))
  const store = await openSqliteStore({
    path,
    durability: 'process',
    writesIn: 'here',
    reports: toldReports(),
  })
  const spend = async (id: string, team: string, model: string, nanos: number | 'unknown'): Promise<void> => {
    const asked = hold(id, [budget({ limit: 1e12 })], { boundNanos: 5_000_000_000 })
    await store.reserve({ ...asked, origin: { ...asked.origin, team, model } })
    if (nanos === 'unknown')
      await store.settle({
        ...settlement(id, 0),
        outcome: 'truncated',
        uncertainNanos: 'rest',
        tokens: {},
        costByClass: {},
      })
    else await store.settle({ ...settlement(id, nanos), providerRequestId: `req-${id}` })
  }
  await spend('a', 'search', 'openai/gpt-4.1', 1_500_000_000)
  await spend('b', 'search', 'openai/gpt-5.4', 250_000_000)
  await spend('c', 'ads', 'openai/gpt-4.1', 20)
  await spend('d', 'ads', 'openai/gpt-5.4', 'unknown')
  await store.close()
})

const always = { sinceMs: 0, untilMs: Date.now() + 60_000 }

function reading<T>(read: (ledger: Ledger) => T): T {
  const ledger = openLedger(path)
  try {
    return read(ledger)
  } finally {
    ledger.close()
  }
}

describe('a report', () => {
  test('adds up by any dimensions, dearest first', () => {
    const rows = reading((ledger) => spendBy(ledger, ['team'], always))
    expect(rows).toMatchObject([
      { group: ['ads'], attempts: 2n, certainNanos: 20n, uncertainNanos: 5_000_000_000n },
      {
        group: ['search'],
        attempts: 2n,
        certainNanos: 1_750_000_000n,
        uncertainNanos: 0n,
        tokens: { input: 40n, output: 10n },
      },
    ])
    const both = reading((ledger) => spendBy(ledger, ['team', 'model'], always))
    expect(both.map(({ group }) => group.join(' '))).toEqual([
      'ads openai/gpt-5.4',
      'search openai/gpt-4.1',
      'search openai/gpt-5.4',
      'ads openai/gpt-4.1',
    ])
  })

  test('counts what was held in the time that is asked for', () => {
    const none = reading((ledger) => spendBy(ledger, ['key'], { sinceMs: 0, untilMs: 1 }))
    expect(none).toEqual([])
  })

  test('is a table with bars, JSON, or CSV', async () => {
    const table = gwc(['spend', '--by', 'team', '--config', config])
    expect(table.out).toMatch(/^TEAM +SPENT +UNCERTAIN +ATTEMPTS/)
    expect(table.out).toContain('█')
    expect(table.out).toContain('$1.75 in all, and up to $5.00 that nobody knows yet')
    const json = gwc(['spend', '--by', 'team', '--json', '--config', config])
    expect(JSON.parse(json.out)).toMatchObject([
      { team: 'ads', spent: '0.00000002', uncertain: '5' },
      { spent: '1.75' },
    ])
    const csv = gwc(['spend', '--by', 'team,model', '--csv', '--config', config])
    expect(csv.out.split('\r\n')[1]).toBe('ads,openai/gpt-5.4,1,0,5,0,0,0,0,0')
  })

  test('shows what the cache saved beside what was spent, and what it spent itself', async () => {
    const saving = join(folder.path, 'saving')
    const store = await openSqliteStore({
      path: join(saving, '.gwc', 'gwc.db'),
      durability: 'process',
      writesIn: 'here',
      reports: toldReports(),
    })
    writeFileSync(join(saving, 'gateway.json'), JSON.stringify({ policy: 'main.route', keys: 'open' }))
    const spend = async (id: string, nanos: number, cache?: CachePart): Promise<void> => {
      const asked = hold(id, [], { boundNanos: nanos })
      await store.reserve({ ...asked, origin: { ...asked.origin, cache } })
      const told = settlement(id, nanos)
      await store.settle(nanos === 0 ? { ...told, outcome: 'cached', tokens: {}, costByClass: {} } : told)
    }
    await spend('asked', 4_000_000_000)
    await spend('again', 0, { part: 'exact', savedNanos: 1_000_000_000, savedTokens: 1_200 })
    await spend('alike', 0, { part: 'semantic', savedNanos: 3_000_000_000, savedTokens: 3_400 })
    await spend('judged', 20_000_000, { part: 'judge', savedNanos: 0, savedTokens: 0 })
    await store.close()
    const { out } = gwc(['spend', '--by', 'cache', '--config', join(saving, 'gateway.json')])
    expect(out).toBe(
      `
CACHE     SPENT  SAVED  UNCERTAIN  ATTEMPTS  INPUT  CACHED  OUTPUT
none      $4.00                    1         20     0       5       ████████████████████████
judge     $0.02                    1         20     0       5       ▏
semantic  $0     $3.00             1         0      0       0       ░░░░░░░░░░░░░░░░░░
exact     $0     $1.00             1         0      0       0       ░░░░░░

$4.02 in all
$4.00 saved (░): 4,600 tokens that the cache answered
`.trimStart(),
    )
  })

  test.each([
    [['--by', 'colour'], 'is none of org, team'],
    [['--since', 'soon'], 'no day or span'],
    [['--since', '1d', '--until', '2d'], '--until is not after --since'],
    [['--since', '2999-01-01'], '--since lies ahead'],
    [['--json', '--csv'], 'not both'],
  ])('says of %j what it takes', async (options, message) => {
    const { err, code } = gwc(['spend', ...options, '--config', config])
    expect(err).toContain(message)
    expect(code).toBe(1)
  })
})

test('an export has a line of JSON for each attempt', async () => {
  const { out } = gwc(['spend', 'export', '--config', config])
  const rows = out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as LedgerEntry)
  expect(rows.map(({ attemptId, certainNanos, outcome }) => [attemptId, certainNanos, outcome])).toEqual([
    ['a', 1_500_000_000, 'complete'],
    ['b', 250_000_000, 'complete'],
    ['c', 20, 'complete'],
    ['d', 0, 'truncated'],
  ])
})

describe('what is uncertain', () => {
  test('is listed, and settled by whoever finds out; what cost more than its bound is frozen until somebody thaws it', () => {
    expect(gwc(['spend', 'uncertain', '--config', config]).out).toMatch(/^d .*\$5\.00$/m)
    const typo = gwc(['spend', 'settle', 'd', '7.3', '--config', config])
    expect(typo.err).toContain('attempt d was held at $5 at the most')
    expect(typo.code).toBe(1)
    expect(gwc(['spend', 'settle', 'd', '7.3', '--above-bound', '--config', config]).code).toBe(0)
    const [row] = reading((ledger) =>
      [...ledger.entries(always)].filter(({ attemptId }) => attemptId === 'd'),
    )
    expect(row).toMatchObject({ certainNanos: 7_300_000_000, uncertainNanos: 0 })
    expect(gwc(['spend', 'uncertain', '--config', config]).err).toContain('it is known what it cost')
    expect(gwc(['spend', 'settle', 'd', '0.1', '--config', config]).code).toBe(0)
    const frozen = gwc(['spend', 'frozen', '--config', config]).out
    expect(frozen).toMatch(/^openai\/gpt-5\.4 +ab12 +\S+Z +month +d +\$5\.00 +\$0\.1$/m)
    expect(gwc(['spend', 'thaw', 'openai/gpt-5.4', 'ab12', '--config', config]).code).toBe(0)
    expect(gwc(['spend', 'frozen', '--config', config]).err).toContain('nothing is frozen')
  })

  test.each([
    [['settle'], 'name the attempt'],
    [['settle', 'd', 'much'], 'no amount of dollars'],
    [['settle', 'nope', '1'], 'nope was never held'],
    [['reconcile', 'x.csv'], 'whose export'],
    [['reconcile', 'x.csv', '--provider', 'openai'], 'x.csv as a usage export'],
    [['reconcile', 'empty.csv', '--provider', 'openai'], 'it has no line of usage'],
    [['reconcile', 'x.csv', '--provider', 'opnai'], 'there are: openai'],
  ])('%j is told what is missing', async ([action = '', first, ...more], message) => {
    writeFileSync(join(folder.path, 'empty.csv'), 'request_id,cost\n')
    const [second, provider] = more
    const words = [
      action,
      ...(first === undefined ? [] : [first.endsWith('.csv') ? join(folder.path, first) : first]),
    ]
    const asked =
      second === '--provider' ? spend(words, { config, provider }) : spend([...words, ...more], { config })
    await expect(asked).rejects.toThrow(message)
  })

  test('an option or a word that its action takes no notice of is refused', () => {
    const { err, code } = gwc(['spend', 'export', '--csv', '--config', config])
    expect(err).toContain('--csv is nothing to `gwc spend export`; it goes with report')
    expect(code).toBe(1)
    const word = gwc(['spend', 'frozen', 'ab12', '--config', config])
    expect(word.err).toContain('"ab12" is nothing to `gwc spend frozen`')
    expect(word.code).toBe(1)
  })

  test('before the first run there is nothing, and that is said', async () => {
    using fresh = temporaryFolder()
    const at = join(fresh.path, 'gateway.json')
    writeFileSync(at, '{"policy": "main.route"}')
    const said = vi.spyOn(console, 'error').mockImplementation(() => undefined)
    onTestFinished(() => said.mockRestore())
    expect(await spend([], { config: at })).toBe(0)
    expect(said.mock.calls.join()).toContain('nothing was spent yet')
    await expect(spend(['settle', 'a', '1'], { config: at })).rejects.toThrow('nothing was spent yet')
    expect(existsSync(join(fresh.path, '.gwc'))).toBe(false)
  })
})

describe('a bill', () => {
  test('is read of CSV, JSON and JSON Lines, whatever its columns are called', () => {
    const csv = 'Date,Model,"Cost USD",cost_usd\r\n2026-11-23,"gpt-4.1, dated",x,$0.50\r\n'
    expect(readBill(csv)).toEqual([
      { requestId: undefined, day: '2026-11-23', model: 'gpt-4.1, dated', nanos: 500_000_000n },
    ])
    expect(readBill('[{"request_id": "r", "amount": 1e-7}]')).toMatchObject([{ requestId: 'r', nanos: 100n }])
    expect(readBill('{"id":"1","usage":2}\n{"id":"2","usage":0}')).toMatchObject([
      { requestId: '1' },
      { nanos: 0n },
    ])
    expect(() => readBill('a,b\n1,2')).toThrow('line 2 has no cost')
    expect(() => readBill('date,cost\n2026-11-23,1\n2026-11-23,0,01')).toThrow('line 3 has more cells')
    expect(() => readBill('date,cost\n23.11.2026,1')).toThrow('line 2: "23.11.2026" is no day')
    expect(readBill('date,cost\n2026-11-23,1,\n')).toHaveLength(1)
  })

  const row = (attemptId: string, certain: number, uncertain = 0): LedgerEntry => ({
    attemptId,
    requestId: attemptId,
    at: '2026-11-23T01:02:03.000Z',
    endedAt: '2026-11-23T01:02:04.000Z',
    policy: 'p',
    rule: 'r',
    provider: 'openai',
    model: 'openai/gpt-4.1',
    account: 0,
    key: 'k',
    outcome: 'complete',
    providerRequestId: `req-${attemptId}`,
    latencyMs: 1,
    tokens: {},
    cost: {},
    boundNanos: certain + uncertain,
    estimateNanos: 0,
    certainNanos: certain,
    uncertainNanos: uncertain,
    corrections: 0,
  })
  const line = (nanos: number, more: object = {}) => ({
    requestId: undefined,
    day: '2026-11-23',
    model: 'gpt-4.1-2025-04-14',
    nanos: BigInt(nanos),
    ...more,
  })

  const reconciled = (lines: readonly BilledLine[], attempts: readonly LedgerEntry[], today = '2026-11-24') =>
    reconcileBill(lines, attempts, today)

  test('with ids of requests settles them one by one, and names those that differ', () => {
    const found = reconciled(
      [line(5, { requestId: 'req-a' }), line(7, { requestId: 'req-b' }), line(1, { requestId: 'strange' })],
      [row('a', 0, 100), row('b', 8), row('c', 0, 9)],
    )
    expect(found).toEqual({
      settled: [{ attemptId: 'a', nanos: 5 }],
      differences: [
        { what: 'req-b', billed: 7n, recorded: 8n },
        { what: 'strange', billed: 1n, recorded: 0n },
      ],
      open: 1,
    })
  })

  test('several lines of a request are what it cost together', () => {
    const lines = [3, 4, 8].map((nanos) => line(nanos, { requestId: nanos === 8 ? 'req-b' : 'req-a' }))
    expect(reconciled(lines, [row('a', 0, 100), row('b', 8)])).toEqual({
      settled: [{ attemptId: 'a', nanos: 7 }],
      differences: [],
      open: 0,
    })
  })

  test('a bill that says nothing of a day and model settles nothing there', () => {
    const others = line(10, { model: 'gpt-5.4' })
    expect(reconciled([others], [row('a', 0, 100), row('b', 0, 9)])).toMatchObject({
      settled: [],
      open: 2,
    })
    expect(reconciled([others], [row('a', 10), row('b', 0, 9)])).toMatchObject({
      settled: [],
      differences: [{ billed: 10n }, { billed: 0n, recorded: 10n }],
      open: 1,
    })
  })

  test('by days settles nothing of a day that runs', () => {
    const attempts = [row('a', 10), row('b', 0, 100)]
    expect(reconciled([line(10)], attempts, '2026-11-23')).toEqual({ settled: [], differences: [], open: 1 })
    expect(reconciled([line(10)], attempts).settled).toHaveLength(1)
  })

  test('by days and models settles what it tells apart', () => {
    expect(reconciled([line(30)], [row('a', 10), row('b', 5, 100)])).toMatchObject({
      settled: [{ attemptId: 'b', nanos: 20 }],
      differences: [],
    })
    expect(reconciled([line(15)], [row('a', 10), row('b', 5, 100), row('c', 0, 9)]).settled).toHaveLength(2)
    expect(reconciled([line(20)], [row('a', 10), row('b', 5, 100), row('c', 0, 9)])).toMatchObject({
      settled: [],
      open: 2,
    })
    expect(reconciled([line(9)], [row('a', 10)]).differences).toHaveLength(1)
  })

  test('never settles an attempt below what is certain of it, nor above what was held', () => {
    const attempts = fc.array(fc.tuple(fc.nat(1_000), fc.nat(1_000)), { maxLength: 6 })
    fc.assert(
      fc.property(attempts, fc.nat(5_000), (made, billed) => {
        const rows = made.map(([certain, uncertain], index) => row(String(index), certain, uncertain))
        for (const { attemptId, nanos } of reconciled([line(billed)], rows).settled) {
          const { certainNanos, boundNanos } = rows[Number(attemptId)]!
          expect(nanos).toBeGreaterThanOrEqual(certainNanos)
          expect(nanos).toBeLessThanOrEqual(boundNanos)
        }
      }),
    )
  })

  test('settles what the command line is given, and exits 10 where bill and ledger differ', async () => {
    const file = join(folder.path, 'usage.csv')
    writeFileSync(file, 'request_id,cost\nreq-a,1.5\nreq-b,0.3\n')
    const { out, code } = gwc(['spend', 'reconcile', file, '--provider', 'openai', '--config', config])
    expect(out).toContain('req-b  $0.3    $0.25')
    expect(code).toBe(10)
  })

  test('says what is frozen when the bill says more than was held', async () => {
    using fresh = temporaryFolder()
    const at = join(fresh.path, 'gateway.json')
    writeFileSync(at, JSON.stringify({ policy: 'main.route', keys: 'open' }))
    const store = await openSqliteStore({
      path: join(fresh.path, '.gwc', 'gwc.db'),
      durability: 'process',
      writesIn: 'here',
      reports: toldReports(),
    })
    await store.reserve(hold('a', [budget({ limit: 1e12 })], { boundNanos: 1_000_000 }))
    await store.settle({
      ...settlement('a', 0),
      outcome: 'truncated',
      uncertainNanos: 'rest',
      providerRequestId: 'req-a',
    })
    await store.close()
    const file = join(fresh.path, 'usage.csv')
    writeFileSync(file, 'request_id,cost\nreq-a,0.5\n')
    const { out, err, code } = gwc(['spend', 'reconcile', file, '--provider', 'openai', '--config', at])
    expect(out).toContain('1 uncertain attempt settled')
    expect(err).toMatch(
      /^hard budgets take no attempt of .+ until .+: a was told to have cost more than the \$0\.001 that/m,
    )
    expect(code).toBe(0)
  })
})
