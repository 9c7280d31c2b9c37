import type { Model } from '../core/catalogue.ts'
import { type WorstRates, worstCost, worstRates } from '../core/worst-price.ts'
import { heaviestPath } from './chain-ways.ts'
import type { CompileInput } from './input.ts'
import type { TypedStage } from './typed.ts'

/** Models and prices, as of a day. */
export type Prices = Pick<CompileInput, 'catalogue' | 'asOf'>

/** How large some requests can be. `Infinity`: nothing that they say bounds it. */
export interface RequestBounds {
  /** Input tokens by their bytes. */
  readonly input: number
  /** Output tokens of one answer, as they ask for. */
  readonly output: number
  /** How many answers. */
  readonly choices: number
}

/** What one request sent to one model can cost at the most. */
export interface AttemptCost {
  readonly model: string
  /** Nano-dollars; `Infinity` where `unbounded` says why. */
  readonly nanos: number
  readonly input: { readonly tokens: number; readonly by: 'request' | 'window' }
  readonly output: { readonly tokens: number; readonly by: 'request' | 'model' }
  readonly choices: number
  readonly rates: WorstRates | undefined
  /** The part that nothing bounds. */
  readonly unbounded: 'price' | 'input' | 'output' | undefined
}

/** The input that a model takes at the most; `Infinity` where the catalogue does not say. */
export const windowOf = ({ context, maxInput }: Model): number =>
  Math.min(context ?? Infinity, maxInput ?? Infinity)

/**
 * The most that one attempt can cost: the dearest tier, hour and class of the prices of that day (cache writes among
 * them), input by the request's bytes or the model's window, output by the request's cap or the model's, once for each answer.
 */
export function attemptCost(model: Model, bounds: RequestBounds, day: string): AttemptCost {
  const [window, outputMax] = [windowOf(model), model.maxOutput ?? model.context ?? Infinity]
  const input = Math.min(window, bounds.input)
  const output = Math.min(outputMax, bounds.output)
  const rates = worstRates(model, day, Number.isFinite(input) ? input : undefined)
  const unbounded = openPart(rates, input, output * bounds.choices)
  return {
    model: model.id,
    nanos:
      unbounded === undefined
        ? (worstCost(model, input, output * bounds.choices, day) ?? Infinity)
        : Infinity,
    input: { tokens: input, by: bounds.input < window ? 'request' : 'window' },
    output: { tokens: output, by: bounds.output < outputMax ? 'request' : 'model' },
    choices: bounds.choices,
    rates,
    unbounded,
  }
}

function openPart(rates: WorstRates | undefined, input: number, output: number): AttemptCost['unbounded'] {
  if (rates === undefined) return 'price'
  if (!isPayable(input, rates.input)) return 'input'
  return isPayable(output, rates.output) ? undefined : 'output'
}

/** Whether the cost stays among the safe integers with room to sum a chain of attempts; what costs nothing always does. */
function isPayable(tokens: number, rate: number): boolean {
  return rate === 0 ? Number.isSafeInteger(tokens) : (tokens / 1e6) * rate < Number.MAX_SAFE_INTEGER / 1e4
}

/** The most that a request can cost, and along which way. */
export interface RequestCost {
  readonly nanos: number
  readonly stages: readonly StageCost[]
  /** What it costs to ask once whether a cached answer will do. */
  readonly judge: AttemptCost | undefined
}

/** A judge is asked of one pair that the verifier leaves open, and of one fresh answer that is compared with the kept one. */
export const judgings = 2

/** What a stage can cost: its dearest model, each time that it is tried. */
export interface StageCost {
  readonly stage: TypedStage
  readonly attempt: AttemptCost
  readonly tries: number
  /** Of the copy that is sent beside it. */
  readonly copy: AttemptCost | undefined
}

/** What decides a request's cost beside its size. */
export interface Sent {
  readonly stages: readonly TypedStage[]
  /** The models that it asks for. */
  readonly asked: readonly string[]
  readonly retries: number
  /** The model that judges cached answers. */
  readonly judge: string | undefined
}

/**
 * The most that a request can cost: every attempt is taken to be billed in full, each stage on the dearest way as often
 * as it is tried, each time at its dearest model, with its copy once, and the judge of cached answers twice.
 */
export function requestCost(sent: Sent, bounds: RequestBounds, prices: Prices): RequestCost {
  const costs = sent.stages.map((stage) => stageCost(stage, sent, bounds, prices))
  const path = heaviestPath(
    sent.stages,
    costs.map((each) => (each === undefined ? 0 : stageNanos(each))),
  )
  // It reads the question and a cached answer, and says a word: its own limits bound all three.
  const whole: RequestBounds = { input: Infinity, output: Infinity, choices: 1 }
  const judge = sent.judge === undefined ? undefined : costAt(sent.judge, whole, prices)
  const stages = path.stages.flatMap((index) => costs[index] ?? [])
  return { nanos: path.total + judgings * (judge?.nanos ?? 0), stages, judge }
}

/** What a stage can cost in all. */
export const stageNanos = ({ attempt, tries, copy }: StageCost): number =>
  attempt.nanos * tries + (copy?.nanos ?? 0)

function stageCost(
  stage: TypedStage,
  { asked, retries }: Sent,
  bounds: RequestBounds,
  prices: Prices,
): StageCost | undefined {
  const attempts = (stage.pick === 'asked' ? asked : stage.models).flatMap(
    (id) => costAt(id, bounds, prices) ?? [],
  )
  const [first, ...others] = attempts
  if (first === undefined) return undefined
  const attempt = others.reduce((a, b) => (b.nanos > a.nanos ? b : a), first)
  const copy = stage.shadow === undefined ? undefined : costAt(stage.shadow.model, bounds, prices)
  return { stage, attempt, tries: 1 + retries, copy }
}

function costAt(id: string, bounds: RequestBounds, { catalogue, asOf }: Prices): AttemptCost | undefined {
  const model = catalogue.byId.get(id)
  return model && attemptCost(model, bounds, asOf)
}
