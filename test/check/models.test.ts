import { describe, expect, test } from 'vitest'
import { modelProperties, propertiesOf } from '../../compiler/model-properties.ts'
import { interpret } from '../../compiler/interpret.ts'
import { builtinCatalogue, catalogueOf, type Model } from '../../core/catalogue.ts'
import { inputOf } from '../support/corpus.ts'
import { checkInput, marksFound, marksIn, typed } from '../support/marks.ts'

const agree = (text: string): void => expect(marksFound(text)).toEqual(marksIn(text))
const stages = (chain: string, before = '') =>
  typed(`${before}\nroute { default use ${chain} }`).route[0]?.stages ?? []
const small = 'const small = {openai/gpt-4.1-mini, google/gemini-3.5-flash, deepseek/deepseek-v4-flash}'

describe('sets of models', () => {
  test('names, unions, differences, filters keep the written order', () => {
    expect(stages('cheapest of small - {google/gemini-3.5-flash}', small)).toMatchObject([
      {
        pick: 'cheapest',
        models: ['openai/gpt-4.1-mini', 'deepseek/deepseek-v4-flash'],
        shown: 'cheapest of small - {google/gemini-3.5-flash}',
      },
    ])
    expect(
      stages('fastest of (small + {openai/gpt-4.1}) where provider != "deepseek"', small)[0]?.models,
    ).toEqual(['openai/gpt-4.1-mini', 'google/gemini-3.5-flash', 'openai/gpt-4.1'])
  })

  test('a condition on the model by pattern asks for ids: what nobody serves is told, not waited for', () => {
    agree(`
route {
  rule a when model like "gpt-4.1*"      use asked
  //                     ^^^^^^^^^^ GWC1306
  rule b when model not like "opnai/*"   use asked
  //                         ^^^^^^^^^ GWC1306
  rule c when model like "openai/gpt-5*" use asked
  default use openai/gpt-4.1
}
`)
  })

  test('a name that no model has matches no pattern on the model: it is *other*', () => {
    const policy = typed(`
route {
  rule named when model like "*" use asked
  default use openai/gpt-4.1
}`)
    expect(interpret(policy, { model: 'openai/gpt-5' }).route?.name).toBe('named')
    expect(interpret(policy, { model: 'auto' }).route?.name).toBe('default')
    expect(interpret(policy, {}).route?.name).toBe('default')
  })

  test('an alias is its model, wherever it stands', () => {
    expect(stages('openai/gpt-4.1-2025-04-14')).toMatchObject([
      { pick: 'model', models: ['openai/gpt-4.1'], shown: 'openai/gpt-4.1' },
    ])
    expect(stages('house', 'const house = openai/gpt-4.1')[0]?.models).toEqual(['openai/gpt-4.1'])
  })

  test('families and patterns take what the gateway serves', () => {
    const [family] = stages('cheapest of family("claude-opus-4.8")')
    expect(family?.models.length).toBeGreaterThan(1)
    expect(new Set(family?.models.map((id) => builtinCatalogue().byId.get(id)?.family))).toEqual(
      new Set(['claude-opus-4.8']),
    )
    const [glob] = stages('cheapest of model("openai/gpt-4.1*")')
    expect(glob?.models).toEqual(expect.arrayContaining(['openai/gpt-4.1', 'openai/gpt-4.1-mini']))
    const input = inputOf('main.route', [
      ['main.route', '// providers: anthropic\nroute { default use cheapest of family("claude-opus-4.8") }'],
    ])
    expect(checkInput(input).policy?.route[0]?.stages[0]?.models).toEqual(['anthropic/claude-opus-4.8'])
  })

  test('a missing value fails a filter, negated or not', () => {
    const model = (name: string, more: Partial<Model>): Model => ({
      id: `lab/${name}`,
      provider: 'lab',
      name,
      upstream: name,
      family: name,
      kind: 'generation',
      aliases: [],
      capabilities: {},
      prices: [],
      ...more,
    })
    const quality = { overall: 700, source: 'lab', date: '2026-01-01' }
    const catalogue = catalogueOf({
      date: '2026-01-01',
      sources: {},
      models: [model('scored', { quality }), model('unscored', {})],
    })
    const kept = (filter: string) => {
      const text = `route { default use cheapest of model("lab/*") where ${filter} }`
      return checkInput({ ...inputOf('main.route', [['main.route', text]]), catalogue }).policy?.route[0]
        ?.stages[0]?.models
    }
    expect(kept('quality >= 0.7')).toEqual(['lab/scored'])
    expect(kept('not quality >= 0.8')).toEqual(['lab/scored'])
    expect(kept('not has quality')).toEqual(['lab/unscored'])
    expect(kept('quality >= 0.7 or name == "unscored"')).toEqual(['lab/scored', 'lab/unscored'])
  })

  test('prices are the dearest tier of the day, in dollars per million tokens', () => {
    const price = (input: number, more: object) => ({
      rates: { input, output: 2 * input },
      source: 'x',
      date: '2026-01-01',
      ...more,
    })
    const prices = [
      price(1, {}),
      price(5, { until: '2026-06-01' }),
      price(3, { from: '2026-06-01' }),
      price(4, { from: '2026-06-01', inputAbove: 200_000 }),
    ]
    const model: Model = {
      id: 'lab/a',
      provider: 'lab',
      name: 'a',
      upstream: 'a',
      family: 'a',
      kind: 'generation',
      aliases: [],
      capabilities: {},
      prices,
    }
    expect(propertiesOf(model, '2026-01-01')).toMatchObject({ 'price.input': 5, 'price.output': 10 })
    expect(propertiesOf(model, '2026-07-01')).toMatchObject({ 'price.input': 4, 'price.output': 8 })
    expect(propertiesOf({ ...model, prices: [] }, '2026-07-01')).not.toHaveProperty(['price.input'])
  })

  test('every property has its own name', () =>
    expect(new Set(modelProperties.map(({ row }) => row.name)).size).toBe(modelProperties.length))

  test('mistakes in sets and filters', () =>
    agree(`
${small}
const texts = {"a", "b"}
route {
  rule a when stream use cheapest of texts
  //                                 ^^^^^ GWC1311
  rule b when stream use cheapest of smal
  //                                 ^^^^ GWC1001
  rule c when stream use cheapest of small where quality >= 80%
  //                                                        ^^^ GWC1203
  rule d when stream use cheapest of small where team == "a"
  //                                             ^^^^ GWC1308
  rule e when stream use cheapest of small - small
  //                                 ^^^^^^^^^^^^^ GWC1307
  rule f when stream use cheapest of model("gpt-*")
  //                                       ^^^^^^^ GWC1306
  rule g when stream use cheapest of {"openai/gpt-4.1"}
  //                                 ^^^^^^^^^^^^^^^^^^ GWC1311
  default use openai/gpt-5
  //          ^^^^^^^^^^^^ GWC1304
}`))
})

describe('chains', () => {
  test('a stage without `on` accepts all but context, refused, budget', () => {
    const [first, second, third] = stages(
      'openai/gpt-4.1 then openai/gpt-4.1-mini then deny on {context, 429}',
    )
    expect(first?.on).toEqual([])
    expect(second?.on).toEqual(['429', 'overloaded', '5xx', 'timeout', 'unavailable'])
    expect(third).toMatchObject({ pick: 'deny', on: ['429', 'context'], shown: 'deny' })
  })

  test('stages that are reached, and stages that are not', () =>
    agree(`
route {
  rule a when stream use openai/gpt-4.1 then deny "x" on {429} then openai/gpt-4.1-mini
  rule b when images use openai/gpt-4.1 then deny "x" then openai/gpt-4.1-mini on {context}
  rule c when tools use openai/gpt-4.1 then deny "x" on {429} then openai/gpt-4.1-mini on {429}
  //                                                               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ GWC1310
  default use deny "x" then openai/gpt-4.1
  //                        ^^^^^^^^^^^^^^ GWC1310
}`))

  test('the same stage twice warns', () =>
    agree(`
route { default use openai/gpt-4.1 then asked then openai/gpt-4.1-2025-04-14 }
//                                                 ^^^^^^^^^^^^^^^^^^^^^^^^^ GWC1309
`))
})
