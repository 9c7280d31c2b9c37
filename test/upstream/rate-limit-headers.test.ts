import { describe, expect, test } from 'vitest'
import { Headroom } from '../../runtime/upstream/headroom.ts'
import { readLimit, readReset } from '../../runtime/upstream/rate-limit-headers.ts'

const noon = Date.parse('2026-11-22T12:00:00Z')

describe('a reset time', () => {
  test.each([
    ['6m0s', 360_000],
    ['1h2m3.5s', 3_723_500],
    ['20ms', 20],
    ['59.7', 59_700],
    ['2026-11-22T12:00:30Z', 30_000],
    ['2026-11-22T11:00:00Z', 0],
    ['soon', undefined],
    ['', undefined],
    ['-3s', undefined],
    ['1s; DROP', undefined],
  ])('%s is %s ms', (text, expected) => expect(readReset(text, noon)).toBe(expected))
})

describe('what is left of a limit', () => {
  test('by OpenAI and those that copy its headers', () =>
    expect(
      readLimit(
        'tokens',
        {
          'x-ratelimit-limit-tokens': '30000',
          'x-ratelimit-remaining-tokens': '120',
          'x-ratelimit-reset-tokens': '6s',
        },
        noon,
      ),
    ).toEqual({ remaining: 120, limit: 30_000, resetMs: 6_000 }))

  test('by Anthropic: input tokens before all tokens', () =>
    expect(
      readLimit(
        'tokens',
        {
          'anthropic-ratelimit-input-tokens-remaining': '5000',
          'anthropic-ratelimit-input-tokens-reset': '2026-11-22T12:00:20Z',
          'anthropic-ratelimit-tokens-remaining': '9000',
        },
        noon,
      ),
    ).toEqual({ remaining: 5_000, limit: undefined, resetMs: 20_000 }))

  test('a number that is none says nothing', () =>
    expect(readLimit('requests', { 'x-ratelimit-remaining-requests': 'plenty' }, noon)).toBeUndefined())
})

describe('headroom', () => {
  const demand = { inputTokens: 900, outputTokens: 100 }
  const told = { 'x-ratelimit-remaining-tokens': '2500', 'x-ratelimit-reset-tokens': '10s' }

  test('is there until a provider says otherwise', () => expect(new Headroom().fits(demand, 0)).toBe(true))

  test('counts what was sent after the request that told it', () => {
    const headroom = new Headroom()
    const first = headroom.begin(demand)
    headroom.begin(demand)
    headroom.read(told, first, 0, noon)
    expect(headroom.fits(demand, 0)).toBe(true)
    headroom.begin(demand)
    expect(headroom.fits(demand, 0)).toBe(false)
  })

  test('news of an earlier request that come late are no news', () => {
    const headroom = new Headroom()
    const [early, late] = [headroom.begin(demand), headroom.begin(demand)]
    headroom.read({ ...told, 'x-ratelimit-remaining-tokens': '0' }, late, 0, noon)
    headroom.read(told, early, 1, noon)
    expect(headroom.fits(demand, 1)).toBe(false)
  })

  test('refills steadily where the limit is told, and is whole again at its reset', () => {
    const headroom = new Headroom()
    const mark = headroom.begin(demand)
    const empty = {
      ...told,
      'x-ratelimit-limit-tokens': '4000',
      'x-ratelimit-remaining-tokens': '0',
    }
    headroom.read(empty, mark, 0, noon)
    expect([0, 2_400, 2_500].map((ms) => headroom.fits(demand, ms))).toEqual([false, false, true])
    headroom.read(
      { 'x-ratelimit-remaining-requests': '0', 'x-ratelimit-reset-requests': '5s' },
      mark,
      0,
      noon,
    )
    expect([4_999, 5_000].map((ms) => headroom.fits(demand, ms))).toEqual([false, true])
  })
})
