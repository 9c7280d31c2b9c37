import { canServe, type Needs } from '../core/capability.ts'
import type { Catalogue, Model } from '../core/catalogue.ts'
import { cost } from '../core/price.ts'
import type { FactValue } from '../core/types.ts'
import type { Facts } from './holds.ts'

/** What an answer is taken to be where the request does not cap it: the gateway ranks by the same number. */
const outputTokens = 500

/**
 * The model that `cheapest` takes for a request by pinned list prices, the given tokens and a cold cache; equals keep
 * the policy's order. `undefined` when none of them can serve it.
 */
export function cheapestOf(ids: readonly string[], catalogue: Catalogue, facts: Facts): string | undefined {
  const at = Date.parse(`${catalogue.date}T12:00:00Z`)
  const usage = {
    input: count(facts.input_tokens) ?? 0,
    output: Math.min(count(facts.max_output) ?? outputTokens, outputTokens),
  }
  const ranked = ids
    .map((id) => catalogue.byId.get(id))
    .filter((model): model is Model => model !== undefined && canServe(model, needsOf(facts)).ok)
    .map((model) => ({ id: model.id, price: cost(model, usage, at)?.total ?? Number.MAX_VALUE }))
  return ranked.toSorted((a, b) => a.price - b.price)[0]?.id
}

/** What a request asks of a model, as far as its facts say. */
export function needsOf(facts: Facts): Needs {
  const [inputTokens, maxOutput] = [count(facts.input_tokens), count(facts.max_output)]
  return {
    ...(inputTokens === undefined ? {} : { inputTokens }),
    ...(maxOutput === undefined ? {} : { maxOutput }),
    tools: facts.tools === true,
    images: facts.images === true,
    jsonSchema: facts.json_schema === true,
    reasoning: facts.reasoning === true,
    stream: facts.stream === true,
  }
}

function count(value: FactValue | undefined): number | undefined {
  return typeof value === 'number' ? value : undefined
}
