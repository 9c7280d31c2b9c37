/**
 * Writes `scripts/catalogue/quality.json`: one number per model family from published benchmark scores (models.dev, MIT).
 * Run by hand when the scores move on: `node scripts/derive-quality.ts FILE.json.gz DATE`. The catalogue's build reads
 * only the committed result.
 *
 * No benchmark lists every model, and an average over whatever a model was tested on would reward easy tests. So all
 * scores are explained by one ability per model: `logit(score) = level(benchmark) + slope(benchmark) · ability(model)`
 * (the two-parameter model of Birnbaum 1968), fitted by alternating least squares, slopes held near 1 and abilities
 * near the mean where scores are few; benchmarks that share models link the rest. Quality is the score so predicted on
 * SWE-bench Verified, as a share of the best model's. Nearly all of these benchmarks are about code.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { canonicalName, familyOf } from './catalogue/names.ts'

interface Score {
  readonly family: string
  readonly benchmark: string
  /** log(p / (1 - p)) of the share solved. */
  readonly logit: number
}

const reference = 'SWE-Bench Verified'
const rounds = 3_000
/** Imaginary observations at the mean ability: a model with a single score is believed, but not wholly. */
const abilityPull = 0.1
/** Imaginary observations at slope 1: a benchmark of two models has no slope of its own. */
const slopePull = 3
/** Standard deviation that abilities are held to; the scale is free otherwise. */
const spread = 0.7

function scoresOf(text: string): Score[] {
  const models = Object.entries(JSON.parse(text) as Record<string, Record<string, number>>)
  return models.flatMap(([id, scores]) => {
    const [provider = '', ...rest] = id.split('/')
    const family = familyOf(canonicalName(provider, rest.join('/')))
    return Object.entries(scores).map(([benchmark, percent]) => ({
      family,
      benchmark,
      logit: logitOf(percent),
    }))
  })
}

function logitOf(percent: number): number {
  const share = Math.min(0.98, Math.max(0.02, percent / 100))
  return Math.log(share / (1 - share))
}

const logistic = (x: number): number => 1 / (1 + Math.exp(-x))

interface Line {
  readonly level: number
  readonly slope: number
}

const mean = (values: readonly number[]): number =>
  values.reduce((sum, each) => sum + each, 0) / values.length

/** The line of one benchmark through its models' abilities, its slope pulled towards 1. */
function lineOf(scores: readonly Score[], ability: ReadonlyMap<string, number>): Line {
  const points = scores.map(({ family, logit }) => ({ x: ability.get(family) ?? 0, y: logit }))
  const [x, y] = [mean(points.map((each) => each.x)), mean(points.map((each) => each.y))]
  const together = points.reduce((sum, each) => sum + (each.x - x) * (each.y - y), 0)
  const alone = points.reduce((sum, each) => sum + (each.x - x) ** 2, 0)
  const slope = Math.max(0.2, (together + slopePull) / (alone + slopePull))
  return { level: y - slope * x, slope }
}

/** The ability that explains one model's scores best. */
function abilityOf(scores: readonly Score[], lines: ReadonlyMap<string, Line>): number {
  const terms = scores.map(({ benchmark, logit }) => ({
    logit,
    ...(lines.get(benchmark) ?? { level: 0, slope: 1 }),
  }))
  const explained = terms.reduce((sum, { logit, level, slope }) => sum + slope * (logit - level), 0)
  return explained / (terms.reduce((sum, { slope }) => sum + slope ** 2, 0) + abilityPull)
}

function standardise(ability: ReadonlyMap<string, number>): Map<string, number> {
  const values = [...ability.values()]
  const centre = mean(values)
  const deviation = Math.sqrt(mean(values.map((value) => (value - centre) ** 2))) || 1
  return new Map([...ability].map(([family, value]) => [family, ((value - centre) / deviation) * spread]))
}

function fit(scores: readonly Score[]): {
  readonly ability: ReadonlyMap<string, number>
  readonly lines: ReadonlyMap<string, Line>
} {
  const byBenchmark = [...Map.groupBy(scores, (each) => each.benchmark)]
  const byFamily = [...Map.groupBy(scores, (each) => each.family)]
  let ability = new Map<string, number>()
  let lines = new Map<string, Line>()
  for (let round = 0; round < rounds; round++) {
    lines = new Map(byBenchmark.map(([name, group]) => [name, lineOf(group, ability)]))
    ability = standardise(new Map(byFamily.map(([family, group]) => [family, abilityOf(group, lines)])))
  }
  return { ability, lines }
}

const [file, date] = process.argv.slice(2)
if (file === undefined || date === undefined) throw new Error('usage: derive-quality.ts FILE.json.gz DATE')

const { ability, lines } = fit(scoresOf(gunzipSync(readFileSync(file)).toString()))
const { level, slope } = lines.get(reference) ?? { level: 0, slope: 1 }
const predicted = [...ability].map(([family, value]) => [family, logistic(level + slope * value)] as const)
const best = Math.max(...predicted.map(([, score]) => score))
const overall = Object.fromEntries(
  predicted
    .map(([family, score]) => [family, Math.round((score / best) * 1000)] as const)
    .toSorted(([a], [b]) => (a < b ? -1 : 1)),
)
writeFileSync(
  join(import.meta.dirname, 'catalogue/quality.json'),
  `${JSON.stringify({ source: 'models.dev', date, overall }, null, 2)}\n`,
)
