import { describe, expect, test } from 'vitest'
import { canServe, showIncapable, type Needs } from '../../core/capability.ts'
import type { Model } from '../../core/catalogue.ts'

const known: Model = {
  id: 'p/m',
  provider: 'p',
  name: 'm',
  upstream: 'm',
  family: 'm',
  kind: 'generation',
  aliases: [],
  prices: [],
  context: 400_000,
  maxInput: 272_000,
  maxOutput: 8_000,
  retired: '2027-01-01',
  capabilities: { tools: true, images: false, jsonSchema: true, streaming: true },
}
const unknown: Model = {
  id: 'p/u',
  provider: 'p',
  name: 'u',
  upstream: 'u',
  family: 'u',
  kind: 'generation',
  aliases: [],
  prices: [],
  capabilities: {},
}

const why = (model: Model, needs: Needs): string | undefined => {
  const served = canServe(model, needs)
  return served.ok ? undefined : showIncapable(served.reason)
}

describe('a known model', () => {
  test.each<[Needs, string | undefined]>([
    [{}, undefined],
    [
      {
        tools: true,
        jsonSchema: true,
        stream: true,
        inputTokens: 272_000,
        maxOutput: 8_000,
        day: '2026-12-31',
      },
      undefined,
    ],
    [{ images: true }, 'cannot do images'],
    [{ reasoning: true }, 'is not known to do reasoning'],
    [{ inputTokens: 272_001 }, 'holds 272000 input tokens, not 272001'],
    [{ maxOutput: 8_001 }, 'writes at most 8000 tokens, not 8001'],
    [{ day: '2027-01-01' }, 'was retired on 2027-01-01'],
    [{ kind: 'embedding' }, 'makes no embeddings'],
    [{ tools: false, images: false }, undefined],
  ])('asked for %j: %s', (needs, reason) => {
    expect(why(known, needs)).toBe(reason)
  })
})

describe('a model of which nothing is known', () => {
  test.each<[Needs, string | undefined]>([
    [
      { stream: true, chat: true, inputTokens: 10_000_000, maxOutput: 1_000_000, day: '2099-01-01' },
      undefined,
    ],
    [{ tools: true }, 'is not known to do tools'],
    [{ images: true }, 'is not known to do images'],
    [{ jsonSchema: true }, 'is not known to do structured output'],
  ])('asked for %j: %s', (needs, reason) => {
    expect(why(unknown, needs)).toBe(reason)
  })
})

test('streaming and chat completions that the catalogue denies are refused', () => {
  expect(why({ ...unknown, capabilities: { chat: false } }, { chat: true })).toBe(
    'cannot do chat completions',
  )
  expect(why({ ...unknown, capabilities: { streaming: false } }, { stream: true })).toBe(
    'cannot do streaming',
  )
})
