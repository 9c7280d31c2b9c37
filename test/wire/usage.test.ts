import { describe, expect, test } from 'vitest'
import { builtinCatalogue } from '../../core/catalogue.ts'
import { billedUsage, costOf } from '../../runtime/upstream/cost-of.ts'
import { mergeUsage, readUsage as readAnthropic } from '../../runtime/wire/anthropic-messages/usage.ts'
import { readUsage as readGemini } from '../../runtime/wire/gemini/usage.ts'
import { readUsage as readChat } from '../../runtime/wire/openai-chat/usage.ts'
import { embeddingWords, readUsage as readOpenai, responsesWords } from '../../runtime/wire/openai-usage.ts'
import type { Usage } from '../../runtime/wire/usage.ts'
import { capable } from '../support/gateway-fixture.ts'

const nothing: Usage = { input: 0, cacheRead: 0, cacheWrite5m: 0, cacheWrite1h: 0, output: 0, reasoning: 0 }
const readResponses = (usage: unknown) => readOpenai(usage, responsesWords)
const readEmbeddings = (usage: unknown) => readOpenai(usage, embeddingWords)

describe('usage that is not told', () => {
  test.each([
    [
      'chat',
      readChat,
      [{}, { prompt_tokens: 3 }, { completion_tokens: 3 }, { prompt_tokens: null, completion_tokens: 3 }],
    ],
    ['responses', readResponses, [{}, { input_tokens: 3 }, { output_tokens: 3 }]],
    ['embeddings', readEmbeddings, [{}, { total_tokens: 3 }]],
    [
      'messages',
      readAnthropic,
      [{}, { input_tokens: 3 }, { output_tokens: 3 }, { input_tokens: -1, output_tokens: 3 }],
    ],
  ])('is unknown, and not 0: %s', (_, read, untold) => {
    for (const usage of [undefined, null, 'none', [], ...untold]) expect(read(usage)).toBeUndefined()
  })

  test.each([
    ['chat', readChat({ prompt_tokens: 0, completion_tokens: 0 })],
    ['responses', readResponses({ input_tokens: 0, output_tokens: 0 })],
    ['embeddings', readEmbeddings({ prompt_tokens: 0 })],
    ['messages', readAnthropic({ input_tokens: 0, output_tokens: 0 })],
  ])('where 0 is told it is 0: %s', (_, usage) => {
    expect(usage).toEqual(nothing)
  })
})

describe("OpenAI's usage", () => {
  const read = (details: object, made: object = {}) =>
    readChat({
      prompt_tokens: 1000,
      completion_tokens: 50,
      prompt_tokens_details: details,
      completion_tokens_details: made,
    })
  const all = { ...nothing, input: 1000, output: 50 }

  test.each([
    ['cached_tokens', { cached_tokens: 600 }, {}, { input: 400, cacheRead: 600 }],
    ['cache_write_tokens', { cache_write_tokens: 300 }, {}, { input: 700, cacheWrite5m: 300 }],
    [
      'a long time in the cache',
      { cache_write_tokens: 300, cache_write_tokens_details: { ttl_12h_tokens: 100 } },
      {},
      { input: 700, cacheWrite5m: 200, cacheWrite1h: 100 },
    ],
    [
      'audio_tokens',
      { audio_tokens: 200 },
      { audio_tokens: 20 },
      { apart: { inputAudio: 200, outputAudio: 20 } },
    ],
    ['image_tokens', { image_tokens: 90 }, {}, { apart: { inputImage: 90 } }],
    ['reasoning_tokens', {}, { reasoning_tokens: 30 }, { reasoning: 30 }],
    [
      'predicted tokens, which are output whether they were accepted or not',
      {},
      { accepted_prediction_tokens: 10, rejected_prediction_tokens: 15 },
      {},
    ],
    ['zeros of what there was none of', { audio_tokens: 0, cached_tokens: 0 }, { audio_tokens: 0 }, {}],
  ])('tells %s', (_, details, made, told) => {
    expect(read(details, made)).toEqual({ ...all, ...told })
  })

  test('in Responses, by its own words', () => {
    const usage = {
      input_tokens: 1000,
      input_tokens_details: { cached_tokens: 600, cache_write_tokens: 300 },
      output_tokens: 50,
      output_tokens_details: { reasoning_tokens: 40 },
    }
    expect(readResponses(usage)).toEqual({
      ...all,
      input: 100,
      cacheRead: 600,
      cacheWrite5m: 300,
      reasoning: 40,
    })
  })

  test("counts DeepSeek's hits, which stand beside the details", () => {
    const usage = { prompt_cache_hit_tokens: 640, prompt_cache_miss_tokens: 360 }
    expect(readChat({ prompt_tokens: 1000, completion_tokens: 50, ...usage })).toEqual({
      ...all,
      input: 360,
      cacheRead: 640,
    })
  })

  test('never makes classes of more tokens than there were', () => {
    expect(read({ cached_tokens: 900, cache_write_tokens: 300 }, { reasoning_tokens: 900 })).toMatchObject({
      input: 0,
      cacheRead: 900,
      cacheWrite5m: 100,
      reasoning: 50,
    })
  })
})

describe("Anthropic's usage", () => {
  const read = (more: object) => readAnthropic({ input_tokens: 100, output_tokens: 50, ...more })
  const all = { ...nothing, input: 100, output: 50 }

  test.each([
    ['cache_read_input_tokens', { cache_read_input_tokens: 600 }, { cacheRead: 600 }],
    ['cache_creation_input_tokens', { cache_creation_input_tokens: 300 }, { cacheWrite5m: 300 }],
    [
      'five minutes and an hour apart',
      {
        cache_creation_input_tokens: 300,
        cache_creation: { ephemeral_5m_input_tokens: 200, ephemeral_1h_input_tokens: 100 },
      },
      { cacheWrite5m: 200, cacheWrite1h: 100 },
    ],
    [
      'these without their sum',
      { cache_creation: { ephemeral_5m_input_tokens: 200, ephemeral_1h_input_tokens: 100 } },
      { cacheWrite5m: 200, cacheWrite1h: 100 },
    ],
    [
      'searches',
      { server_tool_use: { web_search_requests: 2, web_fetch_requests: 4 } },
      { apart: { webSearch: 2 } },
    ],
    ['no search', { server_tool_use: { web_search_requests: 0 } }, {}],
    ['thinking', { output_tokens_details: { thinking_tokens: 30 } }, { reasoning: 30 }],
    ['fast mode', { speed: 'fast' }, { times: ['fast'] }],
    ['the country', { inference_geo: 'us', speed: 'standard' }, { times: ['us'] }],
    ['anywhere', { inference_geo: 'global', service_tier: 'standard' }, {}],
  ])('tells %s', (_, usage, told) => {
    expect(read(usage)).toEqual({ ...all, ...told })
  })

  test('of a stream is its last, with what only the first told', () => {
    const first = { input_tokens: 100, cache_read_input_tokens: 600, output_tokens: 1, inference_geo: 'us' }
    expect(readAnthropic(mergeUsage(first, { output_tokens: 50, input_tokens: null }))).toEqual({
      ...all,
      cacheRead: 600,
      times: ['us'],
    })
  })
})

describe("Gemini's usage", () => {
  const read = (more: object) => readGemini({ promptTokenCount: 1000, candidatesTokenCount: 50, ...more })
  const all = { ...nothing, input: 1000, output: 50 }

  test.each([
    ['cachedContentTokenCount', { cachedContentTokenCount: 600 }, { input: 400, cacheRead: 600 }],
    ['thoughtsTokenCount', { thoughtsTokenCount: 30 }, { output: 80, reasoning: 30 }],
    ['toolUsePromptTokenCount', { toolUsePromptTokenCount: 200 }, { input: 1200 }],
    [
      'sound, read from the cache and not',
      {
        cachedContentTokenCount: 600,
        promptTokensDetails: [
          { modality: 'TEXT', tokenCount: 200 },
          { modality: 'AUDIO', tokenCount: 800 },
        ],
        cacheTokensDetails: [{ modality: 'AUDIO', tokenCount: 600 }],
      },
      { input: 400, cacheRead: 600, apart: { inputAudio: 200, cacheReadAudio: 600 } },
    ],
    [
      'pictures that it made',
      { candidatesTokensDetails: [{ modality: 'IMAGE', tokenCount: 40 }] },
      { apart: { outputImage: 40 } },
    ],
    ['text alone', { promptTokensDetails: [{ modality: 'TEXT', tokenCount: 1000 }] }, {}],
  ])('tells %s', (_, usage, told) => {
    expect(read(usage)).toEqual({ ...all, ...told })
  })

  test('bills sound at its own rate', () => {
    const flash = builtinCatalogue().byId.get('google/gemini-2.5-flash')
    const heard = read({ promptTokensDetails: [{ modality: 'AUDIO', tokenCount: 400 }] })
    const at = Date.parse('2026-11-23T12:00:00Z')
    if (flash === undefined || heard === undefined) throw new Error('no gemini-2.5-flash')
    expect(costOf(flash, heard, at)).toBe(600 * 300 + 400 * 1_000 + 50 * 2_500)
  })
})

describe('what a usage costs', () => {
  const usage: Usage = { input: 1, cacheRead: 2, cacheWrite5m: 3, cacheWrite1h: 4, output: 5, reasoning: 5 }
  const rates = { input: 1e9, cacheRead: 1e8, cacheWrite5m: 125e7, cacheWrite1h: 2e9, output: 5e9 }
  const priced = (more: object) =>
    capable('acme/large', { prices: [{ source: 'test', date: '2026-01-01', rates: { ...rates, ...more } }] })

  test('prices each class at its own rate: an hour in the cache is dearer than five minutes', () => {
    expect(costOf(priced({}), usage, 0)).toBe(1_000 + 200 + 3_750 + 8_000 + 25_000)
  })

  test('prices what stands apart by its own rate where there is one, and once', () => {
    const heard: Usage = { ...nothing, input: 10, output: 10, reasoning: 4, apart: { inputAudio: 6 } }
    expect(costOf(priced({}), heard, 0)).toBe(10_000 + 50_000)
    expect(costOf(priced({ inputAudio: 3e9, reasoning: 7e9 }), heard, 0)).toBe(
      4_000 + 18_000 + 30_000 + 28_000,
    )
    expect(billedUsage(heard, { ...rates, inputAudio: 3e9 })).toMatchObject({
      input: 4,
      inputAudio: 6,
      output: 10,
    })
  })

  test('counts what the answer says of speed, place and searches', () => {
    const opus = builtinCatalogue().byId.get('anthropic/claude-opus-4.8')
    const at = Date.parse('2026-11-23T12:00:00Z')
    const of = (more: object) =>
      opus === undefined ? undefined : costOf(opus, { ...nothing, output: 1_000, ...more }, at)
    expect(of({})).toBe(25_000_000)
    expect(of({ times: ['fast', 'us'] })).toBe(55_000_000)
    expect(of({ apart: { webSearch: 2 } })).toBe(25_000_000 + 20_000_000)
  })

  test('is unknown where any of it has no price', () => {
    expect(costOf(priced({}), { ...usage, apart: { webSearch: 1 } }, 0)).toBeUndefined()
    expect(costOf(priced({}), { ...usage, times: ['fast'] }, 0)).toBeUndefined()
    expect(costOf(capable('acme/free', { prices: [] }), usage, 0)).toBeUndefined()
  })
})
