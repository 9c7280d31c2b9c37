import { describe, expect, test } from 'vitest'
import { anthropicProviders, anthropicServer } from '../../runtime/config/anthropic-providers.ts'
import { openaiProviders, openaiServer } from '../../runtime/config/openai-providers.ts'
import { providerRow } from '../../runtime/config/provider-rows.ts'
import type { ProviderRow } from '../../runtime/config/provider-rows.ts'
import { priceClassOf, pricedFieldNames } from '../../runtime/money/price-class.ts'
import type { RequestFields } from '../../runtime/money/price-class.ts'

const openai = openaiProviders.get('openai') ?? openaiServer
const anthropic = anthropicProviders.get('anthropic') ?? anthropicServer
const gemini = providerRow('google', 'gemini')

const standard = { kind: 'priced', terms: {}, mayTimes: [], calls: {}, answers: 1 }

/** The field and the sentence of a refusal. */
function refusal(row: ProviderRow, fields: RequestFields): string {
  const found = priceClassOf(row, fields)
  return found.kind === 'unpriced' ? `${found.field}: ${found.reason}` : found.kind
}

describe('a plain request', () => {
  test('is priced by the list, and what the account could set otherwise is pinned', () => {
    expect(priceClassOf(openai, {})).toEqual({ ...standard, pins: { service_tier: 'default' } })
    expect(priceClassOf(openai, { service_tier: null, n: null })).toEqual(priceClassOf(openai, {}))
    expect(priceClassOf(openai, { service_tier: 'auto' })).toEqual(priceClassOf(openai, {}))
    expect(priceClassOf(gemini, {})).toEqual({ ...standard, pins: {} })
  })

  test('may be kept in one country by the workspace, which is not for us to change', () => {
    const pins = { service_tier: 'standard_only' }
    expect(priceClassOf(anthropic, {})).toEqual({ ...standard, mayTimes: ['us'], pins })
    expect(priceClassOf(anthropic, { inference_geo: 'global' })).toEqual({ ...standard, pins })
  })
})

describe('a field that changes the price', () => {
  test.each([
    ['service_tier', 'flex', { service: 'flex' }],
    ['service_tier', 'priority', { service: 'priority' }],
    ['service_tier', 'default', {}],
  ])('OpenAI: %s %s', (field, value, terms) => {
    expect(priceClassOf(openai, { [field]: value })).toEqual({ ...standard, terms, pins: {} })
  })

  test('Anthropic: fast and in one country stack', () => {
    const asked = priceClassOf(anthropic, { speed: 'fast', inference_geo: 'us' })
    expect(asked).toMatchObject({ terms: { times: ['fast', 'us'] }, mayTimes: [] })
  })

  test('Gemini: a tier by either spelling, and depth', () => {
    expect(priceClassOf(gemini, { service_tier: 'SERVICE_TIER_PRIORITY' })).toMatchObject({
      terms: { service: 'priority' },
    })
    expect(priceClassOf(gemini, { generationConfig: { candidateCount: 3 } })).toMatchObject({ answers: 3 })
    expect(refusal(gemini, { generationConfig: { responseModalities: ['IMAGE'] } })).toBe(
      'generationConfig.responseModalities: What `generationConfig.responseModalities` = ["IMAGE"] costs is not known; under a hard budget leave it out, or say ["TEXT"], ["text"].',
    )
    expect(refusal(gemini, { serviceTier: 'flex', service_tier: 'priority' })).toContain(
      'two services at once',
    )
  })

  test.each([
    [openai, { service_tier: 'scale' }, 'service_tier'],
    [openai, { service_tier: 'constructor' }, 'service_tier'],
    [openai, { service_tier: 7 }, 'service_tier'],
    [openai, { modalities: ['text', 'audio'] }, 'modalities'],
    [openai, { web_search_options: {} }, 'web_search_options'],
    [openai, { prediction: { type: 'content', content: 'x' } }, 'prediction'],
    [anthropic, { speed: 'turbo' }, 'speed'],
    [anthropic, { inference_geo: 'eu' }, 'inference_geo'],
    [anthropic, { container: 'c1' }, 'container'],
    [anthropic, { mcp_servers: [{ type: 'url' }] }, 'mcp_servers'],
    [openaiServer, { service_tier: 'priority' }, 'service_tier'],
  ])('whose value nobody can price is refused by name (%#)', (row, fields, field) => {
    expect(refusal(row, fields)).toMatch(new RegExp(`^${field}: What \`${field}\` = `))
  })

  test('is told short, whatever its length', () => {
    expect(refusal(openai, { service_tier: 'x'.repeat(500) }).length).toBeLessThan(200)
  })

  test('that is empty asks for nothing', () => {
    expect(priceClassOf(anthropic, { mcp_servers: [] }).kind).toBe('priced')
    expect(priceClassOf(openai, { modalities: ['text'] }).kind).toBe('priced')
  })
})

describe('answers', () => {
  test.each([
    [{ n: 4 }, 4],
    [{ n: 2, best_of: 5 }, 5],
  ])('are billed each: %j', (fields, answers) => {
    expect(priceClassOf(openai, fields)).toMatchObject({ answers })
  })

  test.each([0, -1, 1.5, '3', 1e9, true])('a number of them that is none is refused: %j', (n) => {
    expect(refusal(openai, { n })).toBe('n: `n` must be a whole number from 1 to 1000.')
  })
})

describe('tools', () => {
  test('of the client cost their tokens alone', () => {
    const tools = [{ type: 'function' }, { type: 'custom' }, { type: 'mcp' }]
    expect(priceClassOf(openai, { tools })).toMatchObject({ calls: {} })
    expect(priceClassOf(anthropic, { tools: [{ name: 'f' }, { type: 'bash_20250124' }] })).toMatchObject({
      calls: {},
    })
    expect(priceClassOf(gemini, { tools: [{ functionDeclarations: [] }] })).toMatchObject({ calls: {} })
  })

  test('that search are billed by the call, and bounded by their cap', () => {
    const search = (max_uses?: number) => ({ type: 'web_search_20260209', name: 'web_search', max_uses })
    expect(priceClassOf(anthropic, { tools: [search(3)] })).toMatchObject({ calls: { webSearch: 3 } })
    expect(refusal(anthropic, { tools: [search()] })).toBe(
      'tools: The tool `web_search_20260209` is billed by the call; under a hard budget give it a `max_uses`.',
    )
  })

  test.each([
    [openai, { type: 'web_search' }],
    [openai, { type: 'file_search' }],
    [openai, { type: 'code_interpreter' }],
    [openai, { type: 'image_generation' }],
    [anthropic, { type: 'code_execution_20250825' }],
    [gemini, { googleSearch: {} }],
  ])('that no usage counts are refused (%#)', (row, tool) => {
    expect(refusal(row, { tools: [tool] })).toMatch(/^tools: What the tool `.+` costs is not known/)
  })
})

test('the fields to read are the top-level ones, each once', () => {
  const names = pricedFieldNames(gemini)
  expect(names.filter((name) => name === 'generationConfig')).toHaveLength(1)
  expect(names).toContain('service_tier')
  expect(names.every((name) => !name.includes('.'))).toBe(true)
})

test('no row pins what it cannot price itself', () => {
  const rows = [...openaiProviders.values(), ...anthropicProviders.values(), gemini]
  for (const { priced } of rows)
    for (const { pin, worth } of Object.values(priced))
      if (pin !== undefined) expect(worth[pin]).toBe('standard')
})
