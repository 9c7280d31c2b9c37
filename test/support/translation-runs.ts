import { vi } from 'vitest'
import { isFull } from './figures.ts'

/** Random requests and streams of each property of the translation; `TRANSLATION_RUNS` says otherwise. */
export const translationRuns = Number(process.env['TRANSLATION_RUNS'] ?? (isFull ? 100_000 : 2_000))

/** So many take an hour and no longer. */
if (translationRuns > 2_000) vi.setConfig({ testTimeout: 3_600_000 })
