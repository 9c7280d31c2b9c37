import { canServe, type Needs } from '../core/capability.ts'
import type { Model } from '../core/catalogue.ts'
import { showQuantity } from '../core/quantity.ts'

/** A feature that a request asks for, and the fact that says so. */
export const askedFeatures = [
  { need: 'tools', fact: 'tools' },
  { need: 'images', fact: 'images' },
  { need: 'jsonSchema', fact: 'json_schema' },
  { need: 'reasoning', fact: 'reasoning' },
  { need: 'stream', fact: 'stream' },
] as const satisfies readonly { readonly need: keyof Needs; readonly fact: string }[]

type Feature = (typeof askedFeatures)[number]['need']

/** What requests ask of a model, at the least: these features together, and more tokens than these. */
export interface Ask {
  readonly features: readonly Feature[]
  /** More input than this; `undefined` = any. */
  readonly inputAbove: number | undefined
  /** A larger output cap than this; `undefined` = any, or none. */
  readonly outputAbove: number | undefined
}

const nothing: Ask = { features: [], inputAbove: undefined, outputAbove: undefined }

/** Everything that a model by itself refuses, each the least of its kind. */
export function refusedBy(model: Model): readonly Ask[] {
  const features = askedFeatures.filter(({ need }) => !canServe(model, { [need]: true }).ok)
  const input = Math.min(model.context ?? Infinity, model.maxInput ?? Infinity)
  return [
    ...features.map(({ need }): Ask => ({ ...nothing, features: [need] })),
    ...(input === Infinity ? [] : [{ ...nothing, inputAbove: input }]),
    ...(model.maxOutput === undefined ? [] : [{ ...nothing, outputAbove: model.maxOutput }]),
  ]
}

/** Everything that each of the models refuses: one of the first's, with one of the second's, and so on. */
export function refusedByAll(models: readonly Model[]): readonly Ask[] {
  return models.reduce<readonly Ask[]>(
    (asks, model) => {
      const refused = refusedBy(model)
      return least(asks.flatMap((ask) => refused.map((other) => both(ask, other))))
    },
    [nothing],
  )
}

function both(a: Ask, b: Ask): Ask {
  return {
    features: askedFeatures
      .map(({ need }) => need)
      .filter((need) => [...a.features, ...b.features].includes(need)),
    inputAbove: larger(a.inputAbove, b.inputAbove),
    outputAbove: larger(a.outputAbove, b.outputAbove),
  }
}

function larger(a: number | undefined, b: number | undefined): number | undefined {
  return a === undefined || b === undefined ? (a ?? b) : Math.max(a, b)
}

/** Without those that ask for all that another one asks for. */
function least(asks: readonly Ask[]): readonly Ask[] {
  return asks.filter(
    (ask, index) =>
      !asks.some(
        (other, at) => at !== index && asksAtMost(other, ask) && (at < index || !asksAtMost(ask, other)),
      ),
  )
}

function asksAtMost(a: Ask, b: Ask): boolean {
  return (
    a.features.every((need) => b.features.includes(need)) &&
    (a.inputAbove ?? -1) <= (b.inputAbove ?? -1) &&
    (a.outputAbove ?? -1) <= (b.outputAbove ?? -1)
  )
}

/** Windows that differ by less than a tenth count as equal: nobody routes by the difference. */
const clearlyLarger = 1.1

/** Whether a model serves such requests, and not by a hair's breadth of its window. */
export function serves(model: Model, ask: Ask): boolean {
  const { inputAbove, outputAbove } = ask
  const roomy = { ...ask, inputAbove: scaled(inputAbove), outputAbove: scaled(outputAbove) }
  return canServe(model, needsOf(roomy)).ok
}

const scaled = (tokens: number | undefined): number | undefined =>
  tokens === undefined ? undefined : Math.ceil(tokens * clearlyLarger)

/** The least request that asks for it. */
export function needsOf({ features, inputAbove, outputAbove }: Ask): Needs {
  return {
    kind: 'generation',
    ...Object.fromEntries(features.map((need) => [need, true])),
    ...(inputAbove === undefined ? {} : { inputTokens: inputAbove + 1 }),
    ...(outputAbove === undefined ? {} : { maxOutput: outputAbove + 1 }),
  }
}

/** As a policy spells it: `images and input_tokens > 128k`. */
export function showAsk({ features, inputAbove, outputAbove }: Ask): string {
  const flags = askedFeatures.filter(({ need }) => features.includes(need)).map(({ fact }) => fact)
  return [
    ...flags,
    ...(inputAbove === undefined ? [] : [`input_tokens > ${showQuantity(inputAbove, 'tokens')}`]),
    ...(outputAbove === undefined ? [] : [`max_output > ${showQuantity(outputAbove, 'tokens')}`]),
  ].join(' and ')
}
