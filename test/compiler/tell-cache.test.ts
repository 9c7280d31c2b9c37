import { expect, test } from 'vitest'
import { tellCache } from '../../compiler/tell-cache.ts'
import type { CacheAction } from '../../schemas/generated/decision-table.ts'

const kept: CacheAction = { kind: 'cache', mode: 'exact', ttlMs: 3_600_000, within: 'team' }
const alike: CacheAction = { ...kept, mode: 'semantic', confidence: 950 }

test('a cache that is off, and one of equal requests, are told in a sentence', () => {
  expect(tellCache({ kind: 'cache', mode: 'off', ttlMs: 0, within: 'key' })).toBe('no answer is kept')
  expect(tellCache(kept)).toBe('an equal request of the same team gets the same answer for 1h')
})

test('likeness is told with what it takes, and who judges the rest', () => {
  expect(tellCache(alike)).toBe(
    'an equal request of the same team gets the same answer for 1h; so does one that is merely alike, where such pairs are wrong at most 1% of the time and confidence is 0.95; what the verifier leaves open is asked anew',
  )
  const judge = { model: 'openai/gpt-4.1-mini', withinMs: 300 }
  expect(tellCache({ ...alike, maxErrorBasisPoints: 50, judge })).toContain(
    'wrong at most 0.5% of the time and confidence is 0.95; openai/gpt-4.1-mini judges what the verifier leaves open, within 300ms',
  )
})

test('a request that rules likeness out is told why', () => {
  expect(tellCache(alike, { temperature: 0.7 })).toContain(
    'no question that is merely alike does, since a temperature of 0.7 is above 0.3',
  )
  expect(tellCache(alike, { choices: 2 })).toContain('since it asks for 2 answers')
})
