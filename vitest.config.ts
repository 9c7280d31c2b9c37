import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'
import { isFull } from './test/support/figures.ts'
import { seedFor } from './test/support/seed.ts'

const seed = seedFor(process.env['FC_SEED'])
console.log(`FC_SEED=${seed}`)

/** Tests that open no socket, or only wait for commands of their own: as many files at once as there are cores. */
const sideBySide = [
  ...[
    'check',
    'cli',
    'compiler',
    'core',
    'docs',
    'editor',
    'fuzz',
    'lang',
    'render',
    'runtime-table',
    'testing',
  ].map((folder) => `test/${folder}/**/*.test.ts`),
  'test/cache/{calibration,vectors,verifier}/**/*.test.ts',
  'policies/**/*.test.ts',
]

/** Processes that are killed again and again, for minutes: `npm run trust`. */
const forTrust = isFull ? [] : ['test/money/kills.test.ts']

const both = {
  // What a stranger's project finds in the installed package.
  resolve: { alias: { 'gwc/testing': new URL('testing/index.ts', import.meta.url).pathname } },
}

const limits = { testTimeout: 30_000, hookTimeout: 30_000, env: { FC_SEED: String(seed) } }

export default defineConfig({
  test: {
    projects: [
      {
        ...both,
        test: {
          ...limits,
          name: 'pure',
          include: sideBySide,
          maxWorkers: availableParallelism(),
          sequence: { groupOrder: 0 },
        },
      },
      {
        ...both,
        test: {
          ...limits,
          name: 'sockets',
          include: ['test/**/*.test.ts'],
          exclude: [...sideBySide, ...forTrust],
          maxWorkers: Math.max(1, availableParallelism() - 1), // the other core is for the processes that they start
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
})
