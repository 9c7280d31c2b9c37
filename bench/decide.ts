/**
 * `npm run bench:decide`: the mean CPU time of one decision from typed facts at 10 to 10,000 rules: by the table, and by
 * reading the rules one after the other. Each request faces its team's ten rules at every size, so that a difference
 * between sizes is the table's own. Exits 1 when a goal is missed.
 */
import { check } from '../compiler/check.ts'
import { cubePolicy } from '../compiler/cubed.ts'
import { emit, serialize } from '../compiler/emit.ts'
import { holds, type Facts } from '../compiler/holds.ts'
import { link } from '../compiler/modules.ts'
import { reachOf } from '../compiler/reach.ts'
import type { Policy } from '../compiler/typed.ts'
import { builtinCatalogue } from '../core/catalogue.ts'
import { firstRow } from '../runtime/table/bit-rows.ts'
import { decideFacts } from '../runtime/table/decide.ts'
import type { LinkedTable } from '../runtime/table/link.ts'
import { loadTable } from '../runtime/table/load.ts'
import { generateFacts, generateRules } from '../test/support/generate-rules.ts'
import { columns, cpuUs, leastNs } from './cpu.ts'

const sizes = [10, 100, 1_000, 10_000] as const
/** Of a whole decision; `growth` is that of the least size to 1,000 rules. */
const goals = { ns: 1_000, nsAtMost: 2_000, growth: 1.3 } as const
const requests = 1_024
const rounds = 10
const batches = 20
/** Every request four times. */
const callsPerBatch = 4 * requests

/** The policy of a text, and its table, whatever the analyses would say of rules made at random. */
function build(count: number): {
  readonly policy: Policy
  readonly table: LinkedTable
  readonly buildMs: number
} {
  const before = cpuUs()
  const catalogue = builtinCatalogue()
  const sources = new Map([['main.route', generateRules(count)]])
  const input = { root: 'main.route', sources, catalogue, providers: undefined, asOf: catalogue.date }
  const { policy } = check(link(input).modules, input)
  const cubing = policy === undefined ? undefined : cubePolicy(policy)
  if (policy === undefined || cubing?.kind !== 'cubed') throw new Error(`${count} rules do not compile`)
  const bytes = serialize(emit(cubing.cubed, { catalogue, sources, reach: reachOf(cubing.cubed) }))
  const buildMs = (cpuUs() - before) / 1000
  const loaded = loadTable(Buffer.from(bytes))
  if (!loaded.ok) throw new Error(loaded.message)
  return { policy, table: loaded.table, buildMs }
}

/** What a gateway without a table does: the first rule whose condition holds. */
function linear(policy: Policy, facts: Facts): number {
  return policy.route.findIndex(({ condition }) => holds(condition, facts))
}

interface Measure {
  readonly count: number
  readonly lookNs: number
  readonly decideNs: number
  readonly linearNs: number
  readonly buildMs: number
}

type Built = ReturnType<typeof build> & { readonly count: number }

function measure({ count, policy, table, buildMs }: Built): Measure {
  const asked = generateFacts(count, requests)
  const factsAt = (index: number): (typeof asked)[number] => asked[index % requests] ?? {}
  return {
    count,
    lookNs: leastNs(batches, callsPerBatch, (index) =>
      firstRow(table.route, table.typedReading.begin(factsAt(index))),
    ),
    decideNs: leastNs(batches, callsPerBatch, (index) => decideFacts(table, factsAt(index))),
    linearNs: leastNs(1, Math.ceil(200_000 / count), (index) => linear(policy, factsAt(index))),
    buildMs,
  }
}

/** Size after size in each round, so that what else the machine does falls on all of them alike. */
function measureAll(): readonly Measure[] {
  const built = sizes.map((count) => ({ ...build(count), count }))
  return Array.from({ length: rounds }, () => built.map(measure)).reduce((before, now) =>
    before.map((one, index) => least(one, now[index] ?? one)),
  )
}

function least(a: Measure, b: Measure): Measure {
  return {
    ...a,
    lookNs: Math.min(a.lookNs, b.lookNs),
    decideNs: Math.min(a.decideNs, b.decideNs),
    linearNs: Math.min(a.linearNs, b.linearNs),
  }
}

/** Which goals are missed, in words. */
function missed(measured: readonly Measure[]): readonly string[] {
  const slow = measured.filter(
    ({ count, decideNs }) => decideNs > (count <= 1_000 ? goals.ns : goals.nsAtMost),
  )
  const nsOf = (rules: number): number => measured.find(({ count }) => count === rules)?.decideNs ?? NaN
  const growth = nsOf(1_000) / nsOf(sizes[0])
  return [
    ...slow.map(({ count }) => `${count} rules are too slow`),
    ...(growth <= goals.growth ? [] : [`growth ${growth.toFixed(2)}`]),
  ]
}

const shown = (value: number): string => Math.round(value).toLocaleString('en')

const measured = measureAll()
console.log(
  columns([
    ['rules', 'route looked up ns', 'whole decision ns', 'rule after rule ns', 'text to table ms'],
    ...measured.map((each) =>
      [each.count, each.lookNs, each.decideNs, each.linearNs, each.buildMs].map(shown),
    ),
  ]),
)
console.log(
  `goals: a whole decision within ${shown(goals.ns)} ns up to 1,000 rules and ${shown(goals.nsAtMost)} ns beyond, ` +
    `1,000 rules at most ${goals.growth} × 10 rules; CPU time, least of ${rounds * batches} batches`,
)
const misses = missed(measured)
if (misses.length > 0) {
  console.log(`missed: ${misses.join('; ')}`)
  process.exitCode = 1
}
