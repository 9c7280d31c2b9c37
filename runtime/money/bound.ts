import type { Model } from '../../core/catalogue.ts'
import { dayOf, inputClasses, outputClasses } from '../../core/price.ts'
import type { Terms, UsageClass } from '../../core/price.ts'
import { worstCalls, worstOf, worstSum, worstTiers } from '../../core/worst-price.ts'
import type { PricedClass } from './price-class.ts'

/** How large one request is at the most. */
export interface RequestSize {
  /** Tokens that no tokenizer exceeds, as `Conversation.inputBound` has them; endless where not all of it stands in the body. */
  readonly inputTokens: number
  /** Prompts that are read apart, each of which may fill the window; absent: one. */
  readonly prompts?: number | undefined
  /** Whether some of it is pictures. */
  readonly images: boolean
  /** Of one answer, by the cap that is sent; `undefined`: none is. */
  readonly outputTokens: number | undefined
  /** How long the request asks to be kept in the prompt cache; `undefined`: it may, for the longest time there is. */
  readonly cached?: 'never' | '5m' | undefined
}

/** The most that an attempt can cost. */
export type Bound =
  /** Nano-dollars: no bill of an attempt of that size is higher. */
  | { readonly kind: 'bounded'; readonly nanos: number }
  /** One sentence. */
  | { readonly kind: 'unboundable'; readonly reason: string }

/**
 * The most that one attempt can cost at a model, from an instant until the end of the next day: the dearest tier, hour and class
 * of the price lists on its terms, the input that its model can take where the request does not bound it, and each answer as
 * long as its cap lets it be.
 */
export function boundOf(model: Model, size: RequestSize, by: PricedClass, atMs: number): Bound {
  const input = inputMost(model, size, by)
  const output = outputMost(model, size.outputTokens)
  if (input === undefined)
    return unboundable(`How much input ${model.id} reads of what is not in the request is not known.`)
  if (output === undefined)
    return unboundable(`How long an answer of ${model.id} gets is not known: set a cap on its output.`)
  // A bill may be dated by the answer's end.
  const tiers = worstTiers(model, dayOf(atMs), dayOf(atMs + DAY_MS), termsOf(model, by))
  const calls = worstCalls(model, by.calls)
  if (tiers === undefined || calls === undefined)
    return unboundable(`${model.id} has no price for what the request asks.`)
  const rates = worstOf(tiers, input, inputsOf(size.cached), outputClasses)
  const outputs = output * by.answers
  if (!isPayable(input, rates.input) || !isPayable(outputs, rates.output))
    return unboundable(`What it may cost at ${model.id} is more than any budget holds.`)
  return { kind: 'bounded', nanos: worstSum(rates, input, outputs, calls) }
}

const unboundable = (reason: string): Bound => ({ kind: 'unboundable', reason })

/** Models that bill more tokens for a picture than it takes of their window (OpenAI: 5,667 for each tile). */
const PICTURES_OUTGROW_WINDOW: ReadonlySet<string> = new Set(['gpt-4o-mini'])

/**
 * The input that can be billed at the most: by the request where all of it stands there, else by the model's window for each prompt, once more
 * for each call of the provider's own tools, whose results are read as input. `undefined` where nothing bounds it.
 */
function inputMost(
  model: Pick<Model, 'context' | 'maxInput' | 'family'>,
  { inputTokens, images, prompts = 1 }: Pick<RequestSize, 'inputTokens' | 'images' | 'prompts'>,
  { calls }: Pick<PricedClass, 'calls'>,
): number | undefined {
  const rounds = 1 + Object.values(calls).reduce((sum, count) => sum + count, 0)
  const window = (model.context ?? model.maxInput ?? Infinity) * prompts
  if (images && PICTURES_OUTGROW_WINDOW.has(model.family)) return undefined
  const most = rounds === 1 ? Math.min(inputTokens, window) : window * rounds
  return Number.isSafeInteger(most) && most < Number.MAX_SAFE_INTEGER ? most : undefined
}

function outputMost({ kind, maxOutput, context }: Model, cap: number | undefined): number | undefined {
  if (kind === 'embedding') return 0
  const most = Math.min(cap ?? Infinity, maxOutput ?? context ?? Infinity)
  return Number.isSafeInteger(most) ? most : undefined
}

/** With the multipliers that the account's own setting may bring, where this model has them. */
function termsOf(model: Model, { terms, mayTimes }: PricedClass): Terms {
  const may = mayTimes.filter((name) => model.times?.[name] !== undefined)
  return may.length === 0 ? terms : { ...terms, times: [...(terms.times ?? []), ...may] }
}

const shortWrites = inputClasses.filter((name) => name !== 'cacheWrite1h')
const noWrites = shortWrites.filter((name) => name !== 'cacheWrite5m')

function inputsOf(cached: RequestSize['cached']): readonly UsageClass[] {
  if (cached === undefined) return inputClasses
  return cached === '5m' ? shortWrites : noWrites
}

/** Whether the cost stays well among the safe integers, so that budgets can add it up. */
function isPayable(tokens: number, rate: number): boolean {
  return (tokens / 1e6) * rate < Number.MAX_SAFE_INTEGER / 1e4
}

const DAY_MS = 86_400_000
