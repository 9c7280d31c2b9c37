import { describe, expect, test } from 'vitest'
import { compile } from '../../compiler/compile.ts'
import { builtinCatalogue, type GatewayProviders, withGatewayModels } from '../../core/catalogue.ts'
import { saidOf, toldOf } from '../support/told.ts'

const routed = (...rows: string[]): readonly string[] => saidOf(`gwc 1\nroute {\n${rows.join('\n')}\n}`)

/** What is said where the gateway has these models alone. */
function saidWith(providers: GatewayProviders, text: string): readonly string[] {
  const catalogue = withGatewayModels(builtinCatalogue(), providers)
  const names = Object.keys(providers)
  const { diagnostics } = compile({
    root: 'main.route',
    sources: new Map([['main.route', `gwc 1\n${text}`]]),
    catalogue: {
      ...catalogue,
      models: catalogue.models.filter(({ prices }) => prices.some(({ source }) => source === 'gateway')),
    },
    providers: names,
    asOf: catalogue.date,
  })
  return diagnostics.map(({ code, message }) => `${code} ${message}`)
}

const price = { input: 1, output: 1 }

describe('a rule whose models cannot do what it takes', () => {
  test('is an error: what is missing, what happens, and which model can', () => {
    expect(
      toldOf(`gwc 1
route {
  rule pictures when images use deepseek/deepseek-v4-pro
  default use openai/gpt-4.1
}`),
    ).toEqual([
      {
        says: 'GWC2401 no model of rule `pictures` can serve what it takes: requests with images',
        at: ['images ← uses only deepseek/deepseek-v4-pro'],
        notes: [
          'note: deepseek/deepseek-v4-pro cannot do images',
          'effect: each request that it takes is refused with 400',
          'help: `openai/gpt-4.1` can: use it, or a set that has it, in place of the chain',
        ],
      },
    ])
  })

  test('by size, where each of its prompts is too long', () => {
    expect(
      routed('rule long when input_tokens > 300k use openai/gpt-5.4-nano', 'default use openai/gpt-4.1'),
    ).toEqual(['GWC2401 no model of rule `long` can serve what it takes: requests with input_tokens > 272k'])
  })

  test('is none where an earlier rule takes those requests', () => {
    expect(
      routed(
        'rule pictures when images use openai/gpt-4.1',
        'rule team_a when team == "a" use deepseek/deepseek-v4-pro',
        'default use openai/gpt-4.1-mini',
      ),
    ).toEqual([])
  })
})

describe('some requests of a rule', () => {
  test('that its chain cannot serve are told once for all rules of that chain', () => {
    expect(
      toldOf(`gwc 1
route {
  rule a when stream use deepseek/deepseek-v4-pro
  rule b when tools use deepseek/deepseek-v4-pro
  default use openai/gpt-4.1
}`),
    ).toMatchObject([
      {
        says: 'GWC2402 no model of rule `a` can serve requests with images',
        at: ['stream ← uses only deepseek/deepseek-v4-pro', 'tools ← and here'],
      },
    ])
  })

  test('may lack a model by what they ask for together', () => {
    const eyes = { tools: false, images: true, jsonSchema: true, price }
    const hands = { tools: true, images: false, jsonSchema: true, price }
    const both = { tools: true, images: true, jsonSchema: true, price }
    expect(
      saidWith(
        { local: { models: { eyes, hands, both } } },
        'route { default use local/eyes then local/hands }',
      ),
    ).toEqual([
      'GWC2402 no model of rule `default` can serve requests with tools and images',
      'GWC2403 the fallback of rule `default` on any failure cannot serve requests with images',
    ])
  })

  test('need a stage that accepts `unavailable`: one that cannot take a request counts as that', () => {
    expect(routed('default use deepseek/deepseek-v4-pro then openai/gpt-4.1')).toEqual([])
    expect(routed('default use deepseek/deepseek-v4-pro then openai/gpt-4.1 on {429}')).toEqual([
      'GWC2402 no model of rule `default` can serve requests with images',
    ])
  })

  test.each([
    ['the chain ends in a deny', 'default use deepseek/deepseek-v4-pro then deny "No pictures."'],
    ['the client names the model', 'default use asked'],
    ['every model can', 'default use cheapest of {openai/gpt-4.1, deepseek/deepseek-v4-pro}'],
    ['reasoning is never tested', 'default use openai/gpt-4.1'],
  ])('are none where %s', (_, row) => {
    expect(routed(row)).toEqual([])
  })

  test('are none where the guard denies them in words', () => {
    expect(
      saidOf(
        'gwc 1\nguard { deny "No pictures." when images }\nroute { default use deepseek/deepseek-v4-pro }',
      ),
    ).toEqual([])
  })

  test('are none where no model of the gateway can either', () => {
    expect(
      saidWith({ local: { models: { plain: { price } } } }, 'route { default use local/plain }'),
    ).toEqual([])
  })

  test('that ask for reasoning count where the policy tests it', () => {
    expect(
      routed('rule hard when reasoning and tools use openai/gpt-5.4-nano', 'default use openai/gpt-4.1'),
    ).toEqual(['GWC2402 no model of rule `default` can serve requests with reasoning'])
  })

  test('of a size count where the policy tests the size and uses a model with clearly more room', () => {
    const nano = 'default use openai/gpt-5.4-nano'
    expect(routed(nano)).toEqual([])
    expect(routed('rule tiny when input_tokens < 1k use openai/gpt-4.1', nano)).toEqual([
      'GWC2402 no model of rule `default` can serve requests with input_tokens > 272k',
    ])
    expect(routed('rule long when input_tokens > 200k use openai/gpt-4.1', nano)).toEqual([])
    expect(
      routed('rule long when input_tokens > 200k use openai/gpt-4.1', 'default use google/gemini-3.1-pro'),
    ).toEqual([])
  })
})

describe('a fallback', () => {
  test('that can do less than the stage before it is told at the stage', () => {
    expect(
      toldOf('gwc 1\nroute { default use openai/gpt-4.1 then deepseek/deepseek-v4-pro on {429} }'),
    ).toEqual([
      {
        says: 'GWC2403 the fallback of rule `default` on `429` cannot serve requests with images',
        at: ['deepseek/deepseek-v4-pro on {429} ← cannot take them', 'openai/gpt-4.1 ← serves them'],
        notes: [
          'effect: when the first of the two fails, such requests fail with it',
          'help: fall back to a model that can, end the chain in `then deny "…"`, or keep them out of the rule: `and not images`',
        ],
      },
    ])
  })

  test('that is skipped for one that can is none', () => {
    expect(
      routed('default use openai/gpt-4.1 then deepseek/deepseek-v4-pro then openai/gpt-4.1-mini'),
    ).toEqual([])
  })

  test('with a smaller window counts where the policy tests the size', () => {
    const chain = 'use openai/gpt-4.1 then openai/gpt-5.4-nano'
    expect(routed(`default ${chain}`)).toEqual([])
    expect(routed(`rule long when input_tokens > 100k ${chain}`, 'default use openai/gpt-4.1-mini')).toEqual([
      'GWC2403 the fallback of rule `long` on any failure cannot serve requests with input_tokens > 272k',
    ])
    expect(
      routed(
        `rule long when input_tokens > 100k and input_tokens < 200k ${chain}`,
        'default use openai/gpt-4.1-mini',
      ),
    ).toEqual([])
  })

  test('that says what happens is none', () => {
    expect(routed('default use openai/gpt-4.1 then deepseek/deepseek-v4-pro then deny "Busy."')).toEqual([])
  })
})
