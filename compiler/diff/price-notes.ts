import { type Catalogue, catalogueOf, type Model } from '../../core/catalogue.ts'
import { showDollarsPerMillion } from './show-rates.ts'
import type { DecisionTable, Stage } from '../../schemas/generated/decision-table.ts'
import { cheapestOf } from '../cheapest.ts'
import type { Facts } from '../holds.ts'
import type { Note } from './note.ts'

/** Prices and limits of models that differ, where they make `cheapest` pick another model of a set that both policies have. */
export function priceNotes(before: DecisionTable, after: DecisionTable): readonly Note[] {
  const [old, now] = [pinned(before), pinned(after)]
  const changed = old.models.filter((model) => isOther(model, now.byId.get(model.id)))
  if (changed.length === 0) return []
  const stages = sharedSets(before, after).filter(({ models }) =>
    changed.some(({ id }) => models.includes(id)),
  )
  const shifts = stages.flatMap((stage) => shiftOf(stage, old, now) ?? [])
  if (shifts.length === 0) return []
  return changed.flatMap((model) => {
    const effect = shifts.filter(({ stage }) => stage.models.includes(model.id)).map(({ words }) => words)
    return effect.length === 0 ? [] : [noteOf(model, now.byId.get(model.id) as Model, effect)]
  })
}

const pinned = ({ models, catalogueDate }: DecisionTable): Catalogue =>
  catalogueOf({ date: catalogueDate, sources: {}, models: models as Model[] })

/** What ranking by price looks at: not where a price was read, nor when. */
function rankedBy({ prices, capabilities, context, maxInput, maxOutput }: Model): string {
  const rows = prices.map((price) => ({ ...price, source: '', date: '' }))
  return JSON.stringify([rows, capabilities, context, maxInput, maxOutput])
}

const isOther = (model: Model, other: Model | undefined): boolean =>
  other !== undefined && rankedBy(model) !== rankedBy(other)

/** `cheapest` stages of one member list that both tables have; where the list itself differs, a row tells so. */
function sharedSets(before: DecisionTable, after: DecisionTable): readonly Stage[] {
  const listed = new Set(cheapestStages(before).map(({ models }) => models.join()))
  const shared = cheapestStages(after).filter(({ models }) => listed.has(models.join()))
  return [...new Map(shared.map((stage) => [stage.models.join(), stage])).values()]
}

const cheapestStages = ({ actions }: DecisionTable): readonly Stage[] =>
  actions.flatMap((action) =>
    action.kind === 'chain' ? action.stages.filter(({ pick }) => pick === 'cheapest') : [],
  )

interface Shift {
  readonly stage: Stage
  readonly words: string
}

/** The first request for which the stage picks another model now. */
function shiftOf(stage: Stage, old: Catalogue, now: Catalogue): Shift | undefined {
  for (const facts of tellingRequests(stage, old, now)) {
    const [was, is] = [cheapestOf(stage.models, old, facts), cheapestOf(stage.models, now, facts)]
    if (was === is) continue
    const given = Object.entries(facts).map(([name, value]) => `${name}=${String(value)}`)
    const words = `\`${stage.shown}\` picks ${is ?? 'none'} where it picked ${was ?? 'none'}: ${given.join(' ')}`
    return { stage, words }
  }
  return undefined
}

const needs = ['tools', 'images', 'json_schema', 'reasoning', 'stream'] as const

/**
 * Requests at which a ranking may turn: costs are linear in input and output between the limits and tiers of the models,
 * so an order changes where two lines cross or a limit is passed; both sides of each are asked, with each need by itself.
 */
function* tellingRequests(stage: Stage, old: Catalogue, now: Catalogue): Generator<Facts> {
  const models = [old, now].flatMap(({ byId }) => stage.models.flatMap((id) => byId.get(id) ?? []))
  for (const need of [undefined, ...needs]) {
    const asked = need === undefined ? {} : { [need]: true }
    for (const output of outputs)
      for (const input of inputsOf(models, output))
        yield { ...asked, input_tokens: input, max_output: output }
  }
}

/** The most that a ranking takes an answer to be, and a short one. */
const outputs = [500, 50]

/** Usual prompts, and both sides of each limit, tier and crossing. */
function inputsOf(models: readonly Model[], output: number): readonly number[] {
  const limits = models.flatMap(({ context, maxInput }) => [context ?? 0, maxInput ?? 0])
  const prices = models.flatMap((model) => model.prices)
  const tiers = prices.map(({ inputAbove }) => inputAbove ?? 0)
  const crossings = prices.flatMap(({ rates: a }) =>
    prices.map(({ rates: b }) => Math.floor((output * (b.output - a.output)) / (a.input - b.input))),
  )
  const edges = [1_000, 10_000, ...limits, ...tiers, ...crossings].filter(
    (edge) => Number.isFinite(edge) && edge > 0,
  )
  return [...new Set(edges.flatMap((edge) => [edge, edge + 1]))].toSorted((a, b) => a - b)
}

function noteOf(old: Model, now: Model, effects: readonly string[]): Note {
  const [before, after] = [showDollarsPerMillion(old), showDollarsPerMillion(now)]
  const isSame = before === after
  return {
    what: `price ${old.id}`,
    before: isSame ? `${before}, as it was` : before,
    after: isSame ? `${after}, other limits or tiers` : after,
    effect: effects.join('; '),
  }
}
