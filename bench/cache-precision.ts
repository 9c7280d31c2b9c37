/**
 * `npm run bench:cache [-- --json] [--data FOLDER] [--read N]`: how much of what should be served the verifier serves, and how many
 * traps, beside cosine alone on the same encoder; then the false hits among the 13,083 customers' questions of Banking77, if FOLDER
 * (by default `../shared/data`) has its two files. `--read N` prints N hits of that to be read. Exits 1 when a goal is missed.
 */
import { parseArgs } from 'node:util'
import { pairSets, pairsByHand, pairsOf } from '../test/cache/corpus/pairs.ts'
import { readBanking77 } from './cache/banking77.ts'
import { byVerifier, cacheOf, type FalseHits, falseHits } from './cache/false-hits.ts'
import { judge, type Judged, type Shares, sharesOf } from './cache/judged.ts'
import { columns } from './cpu.ts'

const { values: options } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    data: { type: 'string', default: '../shared/data' },
    read: { type: 'string', default: '0' },
  },
})

const goals = { hits: 0.4, traps: 0.005 } as const
const thresholds = [0.8, 0.85, 0.9, 0.92, 0.94, 0.96, 0.98] as const
/** Every so many questions of Banking77 ask; all of them are in the cache. */
const every = 4

interface Row extends Shares {
  readonly set: string
  readonly pairs: string
  readonly decides: string
}

function rowsOf(set: (typeof pairSets)[number], pairs: 'by hand' | 'all'): readonly Row[] {
  const judged = (pairs === 'all' ? pairsOf(set) : pairsByHand(set)).map(judge)
  const row = (decides: string, isServed: (pair: Judged) => boolean): Row => ({
    set,
    pairs,
    decides,
    ...sharesOf(judged, isServed),
  })
  return [
    row('verifier', ({ verdict }) => verdict === 'accept'),
    row(
      'verifier, judge never wrong',
      ({ verdict, should }) => verdict === 'accept' || (verdict === 'grey' && should === 'hit'),
    ),
    ...thresholds.map((least) => row(`cosine ≥ ${least.toFixed(2)}`, ({ cosine }) => cosine >= least)),
  ]
}

const percent = (share: number): string => `${(share * 100).toFixed(1)}%`

/** What is served rightly to the right, what is served wrongly to the left. */
function picture(rows: readonly Row[]): string {
  const width = 40
  const bar = (share: number, mark: string): string => mark.repeat(Math.round(share * width))
  return rows
    .map(
      ({ decides, hits, traps }) =>
        `${bar(traps, '▒').padStart(width)}┃${bar(hits, '█').padEnd(width)}  ${decides}`,
    )
    .join('\n')
}

const rows = pairSets.flatMap((set) => [
  ...rowsOf(set, 'by hand'),
  ...(set === 'unseen' ? [] : rowsOf(set, 'all')),
])

interface BankingRow {
  readonly decides: string
  readonly asked: number
  readonly hits: number
  readonly otherIntent: number
}

const summary = (decides: string, { asked, hits }: FalseHits): BankingRow => ({
  decides,
  asked,
  hits: hits.length,
  otherIntent: hits.filter(({ isOtherIntent }) => isOtherIntent).length,
})

const questions = cacheOf(readBanking77(options.data))
const verified = questions.length === 0 ? undefined : falseHits(questions, every, byVerifier)
const banking: readonly BankingRow[] =
  verified === undefined
    ? []
    : [
        summary('verifier', verified),
        ...thresholds.map((least) =>
          summary(
            `cosine ≥ ${least.toFixed(2)}`,
            falseHits(questions, every, (_, __, score) => score >= least),
          ),
        ),
      ]

/** Hits spread evenly over all of them, so that the same are read each time. */
const toRead = (count: number): FalseHits['hits'] => {
  const hits = verified?.hits ?? []
  return Array.from(
    { length: Math.min(count, hits.length) },
    (_, nth) => hits[Math.floor((nth * hits.length) / count)]!,
  )
}

if (options.json)
  process.stdout.write(`${JSON.stringify({ goals, rows, banking77: banking }, undefined, 2)}\n`)
else {
  const table = rows.map(({ set, pairs, decides, hits, traps, precision }) => [
    set,
    pairs,
    decides,
    percent(hits),
    percent(traps),
    percent(precision),
  ])
  console.log(columns([['set', 'pairs', 'decides', 'hits served', 'traps served', 'precision'], ...table]))
  console.log(`\n${'traps served'.padStart(40)} ┃ hits served: held-out, by hand`)
  console.log(picture(rows.filter(({ set, pairs }) => set === 'held-out' && pairs === 'by hand')))
  if (banking.length === 0) console.log(`\nBanking77 is not in ${options.data}: pass its folder with --data`)
  else {
    const lines = banking.map(({ decides, asked, hits, otherIntent }) => [
      decides,
      String(asked),
      percent(hits / asked),
      String(otherIntent),
      percent(otherIntent / Math.max(1, hits)),
    ])
    console.log(
      `\nBanking77, ${questions.length} questions\n${columns([['decides', 'asked', 'hits', 'of another intent', 'share of hits'], ...lines])}`,
    )
  }
  for (const { asked, kept, isOtherIntent } of toRead(Number(options.read)))
    console.log(`${isOtherIntent ? 'other' : 'same '} | ${asked} | ${kept}`)
}

const isMet = rows
  .filter(({ decides }) => decides === 'verifier')
  .every(({ hits, traps }) => hits >= goals.hits && traps <= goals.traps)
if (!isMet) process.exitCode = 1
