import { describe, expect, test } from 'vitest'
import {
  builtinCatalogue,
  catalogueOf,
  familyMembers,
  providersOf,
  withGatewayModels,
  type Model,
} from '../../core/catalogue.ts'
import { catalogueJson } from '../../core/catalogue-data.ts'
import type { GatewayPrice } from '../../core/gateway-price.ts'
import { isModelName, resolveModel } from '../../core/model-names.ts'
import { priceAt } from '../../core/price.ts'
import { validate } from '../../schemas/generated/catalogue.validate.js'

const catalogue = builtinCatalogue()

describe('the built-in catalogue', () => {
  test('is what its schema says', () => {
    expect(validate(JSON.parse(catalogueJson)), JSON.stringify(validate.errors)).toBe(true)
  })

  test('has one row per id, and ids that a policy can write', () => {
    const ids = catalogue.models.map((model) => model.id)
    expect(new Set(ids).size).toBe(ids.length)
    for (const id of ids)
      expect(id).toMatch(/^[a-z][a-z0-9_-]*(\/[A-Za-z0-9]([A-Za-z0-9._:@-]*[A-Za-z0-9])?)+$/)
    for (const { id, provider, name } of catalogue.models) expect(id).toBe(`${provider}/${name}`)
  })

  test('says of every price where it comes from, and when', () => {
    for (const { id, prices } of catalogue.models) {
      expect(prices.length, id).toBeGreaterThan(0)
      for (const { source } of prices) expect(catalogue.sources, id).toHaveProperty([source])
    }
  })

  test.each([
    'openai/gpt-4.1-mini',
    'openai/gpt-4.1',
    'google/gemini-3.5-flash',
    'google/gemini-3.1-pro',
    'deepseek/deepseek-v4-flash',
    'anthropic/claude-sonnet-4.6',
    'anthropic/claude-opus-4.8',
    'bedrock/claude-sonnet-4.6',
    'bedrock/claude-opus-4.8',
  ])('knows %s whole: window, output, tools, price', (id) => {
    const model = catalogue.byId.get(id)
    expect(model).toMatchObject({ capabilities: { tools: true }, kind: 'generation' })
    expect(model?.context).toBeGreaterThanOrEqual(1_000_000)
    expect(model?.maxOutput).toBeGreaterThanOrEqual(32_768)
    expect(model?.prices.at(-1)?.until).toBeUndefined()
  })

  test('a family is one model at each provider', () => {
    const ids = familyMembers(catalogue, 'claude-opus-4.8').map((model) => model.id)
    expect(ids).toEqual([
      'anthropic/claude-opus-4.8',
      'vertex/claude-opus-4.8',
      'bedrock/claude-opus-4.8',
      'bedrock/claude-opus-4.8-global',
    ])
    expect(familyMembers(catalogue, 'no-such')).toEqual([])
  })

  test('published quality orders models as their benchmarks do, and is absent where nothing is published', () => {
    const quality = (id: string) => catalogue.byId.get(id)?.quality?.overall
    expect(quality('anthropic/claude-opus-4.8')).toBe(1000)
    expect(quality('anthropic/claude-sonnet-4.6')).toBeGreaterThanOrEqual(800)
    expect(quality('google/gemini-3.1-pro')).toBeGreaterThanOrEqual(800)
    expect(quality('openai/gpt-4.1')).toBeLessThan(800)
    expect(quality('bedrock/claude-sonnet-4.6')).toBe(quality('anthropic/claude-sonnet-4.6'))
    expect(quality('google/gemini-3.5-flash')).toBeUndefined()
  })
})

describe('names', () => {
  test.each([
    ['anthropic/claude-opus-4.8', 'anthropic/claude-opus-4.8'],
    ['claude-opus-4.8', 'anthropic/claude-opus-4.8'],
    ['claude-opus-4-8', 'anthropic/claude-opus-4.8'],
    ['anthropic/claude-opus-4-8', 'anthropic/claude-opus-4.8'],
    ['claude-haiku-4-5-20251001', 'anthropic/claude-haiku-4.5'],
    ['us.anthropic.claude-sonnet-4-6', 'bedrock/claude-sonnet-4.6'],
    ['global.anthropic.claude-sonnet-4-6', 'bedrock/claude-sonnet-4.6-global'],
    ['bedrock/claude-sonnet-4-6', 'bedrock/claude-sonnet-4.6'],
    ['gpt-4.1-2025-04-14', 'openai/gpt-4.1'],
    ['gpt-4o-2024-11-20', 'openai/gpt-4o'],
    ['gemini-3.1-pro-preview', 'google/gemini-3.1-pro'],
  ])('%s is %s', (asked, id) => {
    expect(resolveModel(catalogue, asked)).toBe(id)
  })

  test.each([
    'auto',
    '',
    'gpt-4.1 ',
    'GPT-4.1',
    'gpt\u20114.1',
    'ｇｐｔ-4.1',
    'gpt-5.999',
    'claude-sonnet-5-9',
    '../gpt-4.1',
    'constructor',
    '__proto__',
  ])('%j is no model of ours', (asked) => {
    expect(resolveModel(catalogue, asked)).toBeUndefined()
  })

  test('a newer version is never taken for an older one that its name starts with', () => {
    expect(resolveModel(catalogue, 'claude-sonnet-5-5')).not.toBe(resolveModel(catalogue, 'claude-sonnet-5'))
    expect(resolveModel(catalogue, 'gpt-5-codex')).toBe('openai/gpt-5-codex')
  })

  test('every id and every name resolves; no alias takes the name of another model of its provider', () => {
    for (const { id, provider, name, aliases } of catalogue.models) {
      expect(resolveModel(catalogue, id)).toBe(id)
      for (const alias of [name, ...aliases]) expect(resolveModel(catalogue, `${provider}/${alias}`)).toBe(id)
    }
  })

  test('a model name is plain ASCII of at most 128', () => {
    expect(isModelName('bedrock/anthropic.claude-3-haiku@20240307:0')).toBe(true)
    expect(isModelName('a'.repeat(128))).toBe(true)
    for (const text of ['', 'a'.repeat(129), 'gpt 4', 'gpt-4\n', 'gpt\u20104', 'gpt%2f4', 'gpt\0'])
      expect(isModelName(text)).toBe(false)
  })
})

describe('a gateway', () => {
  const gateway = withGatewayModels(catalogue, {
    bedrock: {},
    anthropic: {
      models: { 'claude-opus-4-8': { price: { input: 4.5, output: 20 } }, 'claude-next': { tools: true } },
    },
    local: {
      models: {
        'qwen3-coder': { price: { input: 0, output: 0 }, context: 131_072, tools: true, quality: 0.75 },
      },
    },
  })

  test('has its own providers only, in its order, and that order settles bare names', () => {
    expect(providersOf(gateway)).toEqual(['bedrock', 'anthropic', 'local'])
    expect(resolveModel(gateway, 'claude-sonnet-4.6')).toBe('bedrock/claude-sonnet-4.6')
    expect(resolveModel(gateway, 'anthropic/claude-sonnet-4.6')).toBe('anthropic/claude-sonnet-4.6')
    expect(resolveModel(gateway, 'openai/gpt-4.1')).toBeUndefined()
  })

  test('adds models; what it does not say is unknown', () => {
    const added = gateway.byId.get('local/qwen3-coder')
    expect(added).toMatchObject({
      upstream: 'qwen3-coder',
      context: 131_072,
      capabilities: { tools: true },
      quality: { overall: 750 },
    })
    expect(added?.capabilities.images).toBeUndefined()
    expect(added?.prices).toEqual([
      { rates: { input: 0, output: 0 }, source: 'gateway', date: catalogue.date },
    ])
    expect(gateway.byId.get('anthropic/claude-next')?.prices).toEqual([])
    expect(resolveModel(gateway, 'qwen3-coder')).toBe('local/qwen3-coder')
  })

  test('overrides a price, under any of its names, and leaves the rest', () => {
    const before = catalogue.byId.get('anthropic/claude-opus-4.8')
    const after = gateway.byId.get('anthropic/claude-opus-4.8')
    const standard = (row?: Model) => row?.prices.find((price) => price.service === undefined)
    expect(standard(after)).toEqual({
      rates: { ...standard(before)?.rates, input: 4_500_000_000, output: 20_000_000_000 },
      source: 'gateway',
      date: catalogue.date,
    })
    expect(after).toMatchObject({
      context: before?.context,
      capabilities: before?.capabilities,
      upstream: before?.upstream,
    })
    expect(gateway.byId.has('anthropic/claude-opus-4-8')).toBe(false)
    expect(gateway.sources).toHaveProperty('gateway')
  })

  test('overrides any class, service, call and multiplier, at every size and hour', () => {
    const over = (name: string, price: GatewayPrice) =>
      withGatewayModels(catalogue, { openai: { models: { [name]: { price } } } }).byId.get(`openai/${name}`)
    const at = Date.parse('2026-11-23T12:00:00Z')
    const nanos = (row: Model | undefined, input: number, service?: 'flex' | 'priority') =>
      row === undefined ? undefined : priceAt(row, at, input, service)?.rates.input
    const tiered = over('gpt-5.4', { input: 2 })
    expect([nanos(tiered, 1), nanos(tiered, 500_000)]).toEqual([2e9, 2e9])
    expect(nanos(tiered, 1, 'flex')).toBe(1.25e9)
    expect(nanos(over('gpt-5.4', { services: { flex: { input: 1 } } }), 1, 'flex')).toBe(1e9)
    const added = over('gpt-4', { services: { priority: { input: 50 } }, times: { us: 1.1 } })
    expect([nanos(added, 1), nanos(added, 1, 'priority')]).toEqual([30e9, 50e9])
    expect(added?.times).toMatchObject({ us: 1_100, source: 'gateway' })
    expect(over('gpt-4', { calls: { webSearch: 8 } })?.calls).toMatchObject({ webSearch: 8e9 })
  })

  test('settles what lists disagree on', () => {
    const mistral = withGatewayModels(catalogue, {
      mistral: { models: { 'mistral-large': { price: { input: 0.5 } } } },
    })
    expect(catalogue.byId.get('mistral/mistral-large')?.disputed).not.toEqual([])
    expect(mistral.byId.get('mistral/mistral-large')?.disputed).toEqual([])
  })

  test('leaves the catalogue it was made from as it was', () => {
    expect(catalogue.byId.get('anthropic/claude-opus-4.8')?.prices[0]?.source).toBe('genai-prices')
  })
})

test('an exact name stands before an alias of another model', () => {
  const row = (name: string, aliases: string[]): Model => ({
    id: `p/${name}`,
    provider: 'p',
    name,
    upstream: name,
    family: name,
    kind: 'generation',
    aliases,
    capabilities: {},
    prices: [],
  })
  const two = catalogueOf({ date: '2026-01-01', sources: {}, models: [row('a', ['b']), row('b', [])] })
  expect(resolveModel(two, 'b')).toBe('p/b')
  expect(resolveModel(two, 'p/b')).toBe('p/b')
})
