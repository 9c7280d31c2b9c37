import { describe, expect, test } from 'vitest'
import { costOf } from '../../runtime/upstream/cost-of.ts'
import { readUsage as readOpenaiUsage } from '../../runtime/wire/openai-chat/usage.ts'
import type { Usage } from '../../runtime/wire/usage.ts'
import { capable } from '../support/gateway-fixture.ts'

describe("OpenAI's usage", () => {
  test('counts what was read from and written to the cache apart, though its input includes both', () => {
    const details = { cached_tokens: 600, cache_write_tokens: 300 }
    expect(
      readOpenaiUsage({ prompt_tokens: 1000, completion_tokens: 5, prompt_tokens_details: details }),
    ).toEqual({ input: 100, cacheRead: 600, cacheWrite5m: 300, cacheWrite1h: 0, output: 5, reasoning: 0 })
  })

  test('never makes classes of more tokens than there were', () => {
    const details = { cached_tokens: 900, cache_write_tokens: 300 }
    expect(
      readOpenaiUsage({ prompt_tokens: 1000, completion_tokens: 5, prompt_tokens_details: details }),
    ).toMatchObject({ input: 0, cacheRead: 900, cacheWrite5m: 100 })
  })
})

describe('what a usage costs', () => {
  const usage: Usage = { input: 1, cacheRead: 2, cacheWrite5m: 3, cacheWrite1h: 4, output: 5, reasoning: 5 }
  const priced = capable('acme/large', {
    prices: [
      {
        source: 'test',
        date: '2026-01-01',
        rates: { input: 1e9, cacheRead: 1e8, cacheWrite5m: 125e7, cacheWrite1h: 2e9, output: 5e9 },
      },
    ],
  })

  test('prices each class at its own rate: an hour in the cache is dearer than five minutes', () => {
    expect(costOf(priced, usage, 0)).toBe(1_000 + 200 + 3_750 + 8_000 + 25_000)
  })
})
