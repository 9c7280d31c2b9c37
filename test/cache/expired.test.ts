import { expect, test } from 'vitest'
import { createEpochs } from '../../runtime/cache/calibration/epochs.ts'
import { openLikeQuestions } from '../../runtime/cache/like-questions.ts'
import { semanticDefaults } from '../../runtime/config/semantic-defaults.ts'
import { questionOf } from './verifier/question-of.ts'

test('where very many have died at once, a lookup takes out few, and what is kept since is found soon', async () => {
  let nowMs = 0
  const parts = { epochs: createEpochs(), report: () => undefined, now: () => nowMs }
  const { cache } = openLikeQuestions(semanticDefaults, parts)
  const place = { partition: 'p', epoch: parts.epochs.of('s') }
  const keep = (id: string, text: string): void =>
    cache.keep({
      entry: {
        ...place,
        id,
        scope: 's',
        text,
        storedAtMs: nowMs,
        expiresAtMs: nowMs + 1_000,
        by: { key: 'k', requestId: id },
      },
      question: questionOf(text),
    })
  const count = 3_000
  for (let n = 0; n < count; n++) keep(String(n), `What is the ${n}th prime number?`)
  nowMs = 2_000
  const text = 'What is the capital of France?'
  keep('alive', text)
  const asked = { ...place, question: questionOf(text), confidence: 0.9, maxError: 0.01 }
  const before = cache.figures().entries
  expect(await cache.find(asked)).toMatchObject({ kind: 'hit', entry: { id: 'alive' } })
  const other = { ...asked, question: questionOf('What is the 7th prime number?') }
  expect(await cache.find(other)).toMatchObject({ kind: 'miss' })
  const after = cache.figures().entries
  expect(before - after).toBeGreaterThan(0)
  expect(before - after).toBeLessThan(200)
  for (let times = 0; times < count / 64; times++) await cache.find(other)
  expect(cache.figures().entries).toBe(1)
})
