import type { Steps } from '../cover.ts'
import type { Cube } from '../cube.ts'
import { askRegion, type Region } from '../region.ts'
import type { Ground } from './ground.ts'

/** The questions that decide one assertion: the steps that they share, and whether one was left open. */
export interface Questions {
  readonly ground: Ground
  readonly steps: Steps
  isOpen: boolean
}

/** Steps for one assertion: tenths of a second. What needs more is reported as unproven. */
export const assertionStepsMax = 2_000_000

export function openQuestions(ground: Ground, stepsMax = assertionStepsMax): Questions {
  return { ground, steps: { left: stepsMax }, isOpen: false }
}

/** Requests of a region, where it has any. A question that the cap leaves open counts as none, and is remembered. */
export function requestsOf(q: Questions, region: Region): Cube | undefined {
  const found = askRegion(q.ground.space, region, q.steps)
  if (found.kind === 'unproven') q.isOpen = true
  return found.kind === 'witness' ? found.cube : undefined
}
