import { showQuantity } from '../../core/quantity.ts'
import type { Breach } from '../assertions/violation.ts'
import type { AttemptCost, RequestBounds, RequestCost } from '../worst-cost.ts'
import { attemptCost, judgings, type Prices } from '../worst-cost.ts'

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

/** The first attempt whose cost nothing bounds. */
export function openAttemptOf({ stages, judge }: RequestCost): AttemptCost | undefined {
  return [...stages.flatMap(({ attempt, copy }) => [attempt, copy]), judge].find(
    (each) => each?.unbounded !== undefined,
  )
}

/** How a worst case adds up, a line for each part. */
export function sumsOf({ stages, judge }: RequestCost): readonly string[] {
  return [
    ...stages.flatMap(({ attempt, tries, copy }) => [
      sumOf(attempt, tries),
      ...(copy === undefined ? [] : [`a copy to ${sumOf(copy, 1)}`]),
    ]),
    ...(judge === undefined ? [] : [`the judge ${sumOf(judge, judgings)}`]),
  ]
}

function sumOf({ model, input, output, choices, rates, nanos }: AttemptCost, tries: number): string {
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
  { stages, judge }: RequestCost,
  bounds: Partial<RequestBounds>,
  prices: Prices,
): number {
  const now = (attempt: AttemptCost | undefined): number =>
    attempt === undefined ? 0 : recost(attempt, bounds, prices)
  return stages.reduce(
    (sum, { attempt, tries, copy }) => sum + tries * now(attempt) + now(copy),
    judgings * (judge?.nanos ?? 0),
  )
}

function recost(
  { model: id, input, output, choices }: AttemptCost,
  bounds: Partial<RequestBounds>,
  { catalogue, asOf }: Prices,
): number {
  const model = catalogue.byId.get(id)
  if (model === undefined) return Infinity
  const now: RequestBounds = {
    input: Math.min(input.tokens, bounds.input ?? Infinity),
    output: Math.min(output.tokens, bounds.output ?? Infinity),
    choices: Math.min(choices, bounds.choices ?? Infinity),
  }
  return attemptCost(model, now, asOf).nanos
}
