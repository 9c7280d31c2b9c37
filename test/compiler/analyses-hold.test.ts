import { expect, test } from 'vitest'
import { analysisProperties } from '../support/analysis-properties.ts'
import { runSeed } from '../support/seed.ts'

test.each(analysisProperties)('$name', ({ hold }) => {
  const seed = runSeed()
  expect(() => hold({ seed, numRuns: 250 })).not.toThrow()
})
