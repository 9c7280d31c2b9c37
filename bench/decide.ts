/**
 * `npm run bench:decide`: the mean CPU time of one decision from typed facts at 10 to 10,000 rules: by the table, and by
 * reading the rules one after the other. Goal: ≤ 1 µs by the table up to 1,000 rules. Exits 1 when it is missed.
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

const goalNs = 1_000
const goalRules = 1_000
const sizes = [10, 100, 1_000, 10_000]
const requests = 1_024

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

function measure(count: number): { readonly cells: readonly string[]; readonly meets: boolean } {
  const { policy, table, buildMs } = build(count)
  const asked = generateFacts(count, requests)
  const factsAt = (index: number): (typeof asked)[number] => asked[index % requests] ?? {}
  const lookNs = leastNs(20, 20_000, (index) =>
    firstRow(table.route, table.typedReading.begin(factsAt(index))),
  )
  const decideNs = leastNs(20, 20_000, (index) => decideFacts(table, factsAt(index)))
  const linearNs = leastNs(5, Math.ceil(200_000 / count), (index) => linear(policy, factsAt(index)))
  const cells = [lookNs, decideNs, linearNs, buildMs].map((value) => Math.round(value).toLocaleString('en'))
  return { cells: [count.toLocaleString('en'), ...cells], meets: count > goalRules || decideNs <= goalNs }
}

const measured = sizes.map(measure)
console.log(
  columns([
    ['rules', 'route looked up ns', 'whole decision ns', 'rule after rule ns', 'text to table ms'],
    ...measured.map(({ cells }) => cells),
  ]),
)
console.log(
  `goal: a whole decision within ${goalNs.toLocaleString('en')} ns up to ${goalRules.toLocaleString('en')} rules; CPU time, least of 20 batches`,
)
if (!measured.every(({ meets }) => meets)) process.exitCode = 1
