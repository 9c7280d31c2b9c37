import type { Capabilities, Model } from '../core/catalogue.ts'
import type { UsageClass } from '../core/price.ts'
import type { FactRow, FactType, FactValue } from '../core/types.ts'
import { dearestRate } from '../core/worst-price.ts'

/**
 * A property of models that `where` may ask for, in the form of a fact, so that one checker types both.
 * `read` gives its value on a day, in base units; `undefined` = the catalogue does not say, which fails the filter.
 */
export interface ModelProperty {
  readonly row: FactRow
  readonly read: (model: Model, day: string) => FactValue | undefined
}

const property = (name: string, type: FactType, doc: string, read: ModelProperty['read']): ModelProperty => ({
  row: { name, type, source: 'deployment', cost: 'free', origin: { kind: 'builtin' }, optional: true, doc },
  read,
})

const tokens: FactType = { kind: 'number', unit: 'tokens', min: 0 }
const money: FactType = { kind: 'number', unit: 'money', min: 0 }
const text: FactType = { kind: 'string' }

const can = (name: string, capability: keyof Capabilities, doc: string): ModelProperty =>
  property(name, { kind: 'bool' }, doc, (model) => model.capabilities[capability])

const price = (name: string, of: UsageClass, doc: string): ModelProperty =>
  property(name, money, doc, (model, day) => dearestRate(model, of, day))

/** Every property that `SET where …` may compare: the one list behind checker, completion, hover and the reference. */
export const modelProperties: readonly ModelProperty[] = [
  property(
    'quality',
    { kind: 'number', unit: 'score', min: 0, max: 1_000 },
    'Predicted score over all tasks, 1 for the best model.',
    (model) => model.quality?.overall,
  ),
  property('context', tokens, 'Tokens that fit in the window.', (model) => model.context),
  property('max_input', tokens, 'Tokens of input that fit.', (model) => model.maxInput ?? model.context),
  property('max_output', tokens, 'Tokens of one answer, reasoning included.', (model) => model.maxOutput),
  property(
    'speed',
    { kind: 'number', unit: 'integer', min: 0 },
    'Output tokens a second, roughly.',
    (model) => model.speed,
  ),
  price('price.input', 'input', 'Dollars per million input tokens, dearest tier of the day.'),
  price('price.output', 'output', 'Dollars per million output tokens, dearest tier of the day.'),
  price(
    'price.cache_read',
    'cacheRead',
    'Dollars per million tokens read from the prompt cache, dearest tier of the day.',
  ),
  price(
    'price.cache_write',
    'cacheWrite5m',
    'Dollars per million tokens written to the prompt cache, dearest tier of the day.',
  ),
  can('tools', 'tools', 'Whether it calls tools.'),
  can('images', 'images', 'Whether it reads images.'),
  can('documents', 'documents', 'Whether it reads documents.'),
  can('audio', 'audio', 'Whether it reads sound.'),
  can('json_schema', 'jsonSchema', 'Whether it answers by a JSON Schema.'),
  can('reasoning', 'reasoning', 'Whether it takes a reasoning effort.'),
  can('streaming', 'streaming', 'Whether it streams.'),
  can('prompt_cache', 'promptCache', 'Whether its provider caches prompts.'),
  property('provider', text, 'Provider that serves it: `openai`.', (model) => model.provider),
  property('family', text, 'Name that is equal for one model at several providers.', (model) => model.family),
  property('name', text, 'Name without the provider.', (model) => model.name),
]

/** The rows by name, as a condition's vocabulary. */
export const modelPropertyRows: ReadonlyMap<string, FactRow> = new Map(
  modelProperties.map(({ row }) => [row.name, row]),
)

/** A model's value of each property that it has. */
export function propertiesOf(model: Model, day: string): Readonly<Record<string, FactValue>> {
  const entries = modelProperties.map(({ row, read }) => [row.name, read(model, day)] as const)
  return Object.fromEntries(
    entries.filter((entry): entry is readonly [string, FactValue] => entry[1] !== undefined),
  )
}
