import { test } from 'vitest'
import { analysisProperties } from '../support/analysis-properties.ts'
import { runSeed } from '../support/seed.ts'

test.each(analysisProperties)('$name', ({ hold }) => hold({ seed: runSeed(), numRuns: 250 }))
