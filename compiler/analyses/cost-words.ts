import { showQuantity } from '../../core/quantity.ts'
import type { Breach } from '../assertions/violation.ts'
import type { AttemptCost, RequestBounds, RequestCost, StageCost } from '../worst-cost.ts'
import { attemptCost, type Prices } from '../worst-cost.ts'

type Costs = Extract<Breach, { readonly kind: 'cost' }>

/** Money for people: cents from a dollar on, hundredths of a cent below, always rounded up. */
export function showDollars(nanos: number): string {
  if (!Number.isFinite(nanos)) return 'any amount'
  const step = nanos >= 1e9 ? 1e7 : 1e5
  return showQuantity(Math.ceil(nanos / step) * step, 'money')
}

/** What is open of an attempt whose cost nothing bounds. */
export function openPartOf({ model, unbounded }: AttemptCost): string | undefined {
  switch (unbounded) {
    case undefined:
      return undefined
    case 'price':
      return `no price of ${model} is known`
    case 'input':
      return `no context window of ${model} is known, and nothing else bounds its input`
    case 'output':
      return `no output limit of ${model} is known, and nothing else bounds its output`
  }
}

/** The first stage whose cost nothing bounds. */
export function openStageOf({ stages }: RequestCost): StageCost | undefined {
  return stages.find(({ attempt }) => attempt.unbounded !== undefined)
}

/** How the worst case of a stage adds up, in one line. */
export function sumOf({ attempt, tries }: StageCost): string {
  const { model, input, output, choices, rates, nanos } = attempt
  if (rates === undefined) return `${model} has no price`
  const answers = choices === 1 ? '' : `${choices} × `
  return (
    `${model}: ${showTokens(input.tokens)} in at ${showRate(rates.input)} + ${answers}${showTokens(output.tokens)} out at ${showRate(rates.output)}` +
    ` = ${showDollars(nanos)}${tries === 1 ? '' : `, ${tries} times`}`
  )
}

const showTokens = (tokens: number): string =>
  Number.isFinite(tokens) ? showQuantity(tokens, 'tokens') : 'any'

const showRate = (nanosPerMillion: number): string => `${showQuantity(nanosPerMillion, 'money')}/M`

/** Bounds that are easy to remember, from the widest. */
const inputs = [500_000, 200_000, 100_000, 64_000, 32_000, 16_000, 8_000, 4_000, 2_000, 1_000]

/** The widest bound on requests by which the cost stays within `max` nano-dollars, as a condition that it may not meet. */
export function boundFor({ cost }: Costs, max: number, prices: Prices): string | undefined {
  const fits = (bounds: Partial<RequestBounds>): boolean => costWithin(cost, bounds, prices) <= max
  if (fits({ choices: 1 })) return 'choices > 1'
  const input = inputs.find((each) => fits({ choices: 1, input: each }))
  return input === undefined ? undefined : `(choices > 1 or input_bound > ${showQuantity(input, 'tokens')})`
}

/** What the dearest way costs where requests are bounded so, in nano-dollars. */
export function costWithin(
  { stages }: RequestCost,
  bounds: Partial<RequestBounds>,
  { catalogue, asOf }: Prices,
): number {
  return stages.reduce((sum, { attempt, tries }) => {
    const model = catalogue.byId.get(attempt.model)
    const { input, output, choices } = attempt
    const now: RequestBounds = {
      input: Math.min(input.tokens, bounds.input ?? Infinity),
      output: Math.min(output.tokens, bounds.output ?? Infinity),
      choices: Math.min(choices, bounds.choices ?? Infinity),
    }
    return sum + (model === undefined ? Infinity : tries * attemptCost(model, now, asOf).nanos)
  }, 0)
}
