import { defineConfig } from 'vitest/config'
import { isFull } from './test/support/figures.ts'
import { seedFor } from './test/support/seed.ts'

const seed = seedFor(process.env['FC_SEED'])
console.log(`FC_SEED=${seed}`)

export default defineConfig({
  // What a stranger's project finds in the installed package.
  resolve: { alias: { 'gwc/testing': new URL('testing/index.ts', import.meta.url).pathname } },
  test: {
    include: ['test/**/*.test.ts', 'policies/**/*.test.ts'],
    // Processes that are killed again and again, for minutes: `npm run trust`.
    exclude: isFull ? [] : ['test/money/kills.test.ts'],
    testTimeout: 30_000,
    hookTimeout: 30_000,
    env: { FC_SEED: String(seed) },
  },
})
