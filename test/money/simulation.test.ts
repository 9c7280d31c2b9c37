import { test } from 'vitest'
import { fc } from '../support/fast-check.ts'
import { noteFigure, rounds } from '../support/figures.ts'
import { simulate, someSteps } from '../support/money-simulation.ts'
import { runSeed } from '../support/seed.ts'

const runs = rounds(2_000)

test(`M05 M08–M10 M14 ${runs} worlds in which disk, clock, provider and process fail: no counter says less than is billed or more than was said`, async () => {
  await fc.assert(fc.asyncProperty(someSteps, simulate), { seed: runSeed(), numRuns: runs })
  noteFigure(`${runs} simulated worlds of money`, '0 violations of six invariants')
}, 600_000)
