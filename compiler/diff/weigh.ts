import { type Catalogue, catalogueOf, type Model } from '../../core/catalogue.ts'
import { cost, inputOf, type Usage } from '../../core/price.ts'
import type { DecisionTable, Stage } from '../../schemas/generated/decision-table.ts'
import type { TrafficLogEntry } from '../../schemas/generated/traffic-log.ts'
import { cheapestOf } from '../cheapest.ts'
import type { PolicyDiff } from '../diff.ts'
import type { Facts } from '../holds.ts'
import type { Effect } from './effect.ts'
import { type Judged, judgeOf } from './judge.ts'

/** What recorded requests are touched, and what they would have cost. Money in nano-dollars, after less before. */
export interface Weight {
  readonly requests: number
  readonly nanos: number
  /** Requests of these whose price is not known under both policies. */
  readonly unpriced: number
}

/** A difference, weighed with recorded traffic. */
export interface Weighed {
  readonly requests: number
  /** Days from the first request to the last; at least an hour. */
  readonly days: number
  /** Requests that are decided differently in some respect. */
  readonly changed: Weight
  /** In the order of the rows. */
  readonly rows: readonly Weight[]
  /** Why requests could not be priced, and how many. */
  readonly reasons: ReadonlyMap<string, number>
  /** Facts that the new policy asks about and no request of the log tells. */
  readonly untold: readonly string[]
}

/** Whether a policy decided the request: one that could not be read, or whose key is unknown, was decided by nothing. */
export function isDecided({ rule }: TrafficLogEntry): boolean {
  return rule !== 'gwc#undecided' && rule !== 'gwc#facts'
}

interface Tally {
  requests: number
  nanos: number
  unpriced: number
}

const tally = (): Tally => ({ requests: 0, nanos: 0, unpriced: 0 })

/**
 * Decides every recorded request by both policies, and prices those that go elsewhere by each policy's own catalogue. What was only counted, and what no
 * policy saw, weighs nothing.
 */
export function weigh(
  diff: PolicyDiff,
  tables: { readonly before: DecisionTable; readonly after: DecisionTable },
  entries: Iterable<TrafficLogEntry>,
): Weighed {
  const judge = judgeOf(diff)
  const catalogues = { before: pinned(tables.before), after: pinned(tables.after) }
  const rows = diff.changes.map(tally)
  const [changed, reasons, told] = [tally(), new Map<string, number>(), new Set<string>()]
  let [requests, first, last] = [0, Infinity, -Infinity]
  for (const entry of entries) {
    if (entry.operation === 'count_tokens' || !isDecided(entry)) continue
    requests += 1
    const at = Date.parse(entry.at)
    first = Math.min(first, at)
    last = Math.max(last, at)
    for (const fact of [...Object.keys(entry.facts), ...(entry.absent ?? [])]) told.add(fact)
    const judged = judge(entry.facts)
    const touched = placesOf(diff, judged)
    if (touched.length === 0) continue
    const price = priceChange(judged, entry, catalogues)
    if (typeof price === 'string') reasons.set(price, (reasons.get(price) ?? 0) + 1)
    for (const weight of [changed, ...touched.map((place) => rows[place] ?? tally())]) add(weight, price)
  }
  const days = Math.max(last - first, 3_600_000) / 86_400_000
  const untold = tables.after.axes.map(({ fact }) => fact).filter((fact) => !told.has(fact))
  return { requests, days, changed, rows, reasons, untold: requests === 0 ? [] : [...new Set(untold)] }
}

function add(weight: Tally, price: number | string): void {
  weight.requests += 1
  if (typeof price === 'string') weight.unpriced += 1
  else weight.nanos += price
}

/** The rows that a request falls into, at most one of each strand. */
function placesOf({ changes }: PolicyDiff, { strands }: Judged): readonly number[] {
  return changes.flatMap(({ strand, before, after }, place) => {
    const mine = strands.find((each) => each.strand === strand)
    return mine?.before.effect.key === before.key && mine.after.effect.key === after.key ? [place] : []
  })
}

/** A built table's own models and prices. */
const pinned = ({ models, catalogueDate }: DecisionTable): Catalogue =>
  catalogueOf({ date: catalogueDate, sources: {}, models: models as Model[] })

/** Nano-dollars more than before, or why that is not known. Where the decision stays, so does the price. */
function priceChange(
  { decision }: Judged,
  entry: TrafficLogEntry,
  catalogues: { readonly before: Catalogue; readonly after: Catalogue },
): number | string {
  if (decision.before.effect.key === decision.after.effect.key) return 0
  const before = priceOf(decision.before.effect, entry, catalogues.before)
  const after = priceOf(decision.after.effect, entry, catalogues.after)
  if (typeof before === 'string') return before
  return typeof after === 'string' ? after : after - before
}

/** What a request costs by the first choice of a chain, at its recorded tokens and instant. */
function priceOf(effect: Effect, entry: TrafficLogEntry, catalogue: Catalogue): number | string {
  const [stage] = effect.stages ?? []
  if (stage === undefined) return 0
  if (entry.usage === undefined) return 'the log tells no usage of it'
  const id = modelOf(stage, entry, catalogue)
  if (id === undefined) return `\`${stage.shown}\` is decided when the request comes`
  const model = catalogue.byId.get(id)
  const price = model === undefined ? undefined : cost(model, usageOf(entry.usage), Date.parse(entry.at))
  return price === undefined ? `${id} has no price` : price.total
}

function modelOf(stage: Stage, entry: TrafficLogEntry, catalogue: Catalogue): string | undefined {
  const facts = entry.facts as Facts
  const [only] = stage.models
  if (stage.models.length === 1) return only
  if (stage.pick === 'cheapest') {
    const input = facts.input_tokens ?? inputOf(usageOf(entry.usage ?? {}))
    return cheapestOf(stage.models, catalogue, { ...facts, input_tokens: input })
  }
  if (stage.pick === 'asked') return typeof facts.model === 'string' ? facts.model : undefined
  return stage.models.find((id) => id === entry.model)
}

type LoggedUsage = NonNullable<TrafficLogEntry['usage']>

/** What was logged, in the classes that are priced: reasoning is part of the output. */
function usageOf(logged: LoggedUsage): Usage {
  const { input = 0, cacheRead = 0, cacheWrite5m = 0, cacheWrite1h = 0, output = 0 } = logged
  return { input, cacheRead, cacheWrite5m, cacheWrite1h, output }
}
