import { describe, expect, test } from 'vitest'
import { compile } from '../../compiler/compile.ts'
import { builtinCatalogue, withGatewayModels } from '../../core/catalogue.ts'
import { saidOf, toldOf } from '../support/told.ts'

const rest = 'route { default use openai/gpt-4.1 }'

/** What is said where the gateway adds a model of its own, with or without a price. */
function saidWith(model: object, text: string): readonly string[] {
  const providers = {
    openai: {},
    local: { models: { mine: { tools: true, images: true, jsonSchema: true, ...model } } },
  }
  const catalogue = withGatewayModels(builtinCatalogue(), providers)
  const { diagnostics } = compile({
    root: 'main.route',
    sources: new Map([['main.route', `gwc 1\n${text}`]]),
    catalogue,
    providers: Object.keys(providers),
    asOf: catalogue.date,
  })
  return diagnostics.map(({ code, message }) => `${code} ${message}`)
}

describe('a model without a price', () => {
  const missing = 'GWC2501 `local/mine` has no price, and the budget `all` counts what it costs'

  test.each([
    ['as the first choice', 'route { default use local/mine }'],
    ['as a fallback', 'route { default use openai/gpt-4.1 then local/mine }'],
    ['as a member', 'route { default use cheapest of {openai/gpt-4.1, local/mine} }'],
    ['by being asked for', 'route { default use asked }'],
  ])('is an error under a budget: %s', (_, route) => {
    expect(saidWith({}, `budget all $5 per day\n${route}`)).toEqual([missing])
    expect(saidWith({ price: { input: 0, output: 0 } }, `budget all $5 per day\n${route}`)).toEqual([])
    expect(saidWith({}, route)).toEqual([])
  })

  test('is an error under a budget where it judges cached answers', () => {
    const policy =
      'route { default use openai/gpt-4.1 }\ncache { default => semantic 0.95 for 1h verify judge local/mine }'
    expect(saidWith({}, `budget all $5 per day\n${policy}`)).toEqual([missing])
    expect(saidWith({}, `budget all $5 per day when team == "x"\n${policy}`)).toEqual([missing])
    expect(saidWith({ price: { input: 0, output: 0 } }, `budget all $5 per day\n${policy}`)).toEqual([])
    expect(saidWith({}, policy)).toEqual([])
  })

  test('is none where the requests that it serves are not budgeted', () => {
    const route = 'route {\n rule own when team == "own" use local/mine\n default use openai/gpt-4.1\n}'
    expect(saidWith({}, `budget all $5 per day when team == "x"\n${route}`)).toEqual([])
    expect(saidWith({}, `budget all $5 per day when team in {"x", "own"}\n${route}`)).toEqual([missing])
  })
})

describe('a budget by the model asked for', () => {
  const budget = 'budget premium $5 per day when model == anthropic/claude-opus-4.8'

  test('does not count what a rule sends there by itself', () => {
    expect(
      toldOf(
        `gwc 1\n${budget}\nroute { default use openai/gpt-4.1 then anthropic/claude-opus-4.8 on {429} }`,
      ),
    ).toEqual([
      {
        says: 'GWC2502 the budget `premium` does not count what rule `default` sends to `anthropic/claude-opus-4.8`',
        at: [
          'anthropic/claude-opus-4.8 on {429} ← may come to anthropic/claude-opus-4.8',
          'model == anthropic/claude-opus-4.8 ← counts by the model that the client asks for',
        ],
        notes: [
          'effect: such a request is charged to nothing: it asks for another model, or for none',
          'help: leave `model` out of the condition of the budget, or add a budget over all requests',
        ],
      },
    ])
  })

  test('has no way around where another budget counts the rest, or the model is used when asked for', () => {
    expect(
      saidOf(`gwc 1\n${budget}\nbudget all $50 per day\nroute { default use anthropic/claude-opus-4.8 }`),
    ).toEqual([])
    expect(
      saidOf(`gwc 1\n${budget}
route {
  rule named when model == anthropic/claude-opus-4.8 use asked
  default use openai/gpt-4.1
}`),
    ).toEqual([])
  })
})

describe('a budget by what the client says', () => {
  test('is escaped by another word', () => {
    expect(saidOf(`gwc 1\nbudget agents $5 per day when client == "codex"\n${rest}`)).toEqual([
      'GWC2602 a client escapes the budget `agents` by saying client = "other"',
    ])
  })

  test('is not where another word leads to other models, or to another budget', () => {
    expect(
      saidOf(`gwc 1
budget agents $5 per day when client == "codex"
route {
  rule agents_small when client == "codex" use openai/gpt-4.1-mini
  default use openai/gpt-4.1
}`),
    ).toEqual([])
    expect(
      saidOf(`gwc 1\nbudget agents $5 per day when client == "codex"\nbudget all $50 per day\n${rest}`),
    ).toEqual([])
  })
})

describe('a budget or limit that no request reaches', () => {
  test('is told, with the guard that denies them', () => {
    expect(
      saidOf(`gwc 1
guard { deny "No." when team in {"x", "y"} }
budget a $5 per day when team == "x"
limit b 5 requests per minute when team == "y"
limit c 5 requests per minute when team == "z"
${rest}`),
    ).toEqual(['GWC2104 budget `a` can never run', 'GWC2104 limit `b` can never run'])
  })
})
