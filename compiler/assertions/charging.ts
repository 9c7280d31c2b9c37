import type { Region } from '../region.ts'
import { without } from '../region.ts'
import { findAnswers } from './denials.ts'
import type { Questions } from './questions.ts'
import type { Violation } from './violation.ts'

/** Requests that are answered and that a budget does not count; one for each rule. */
export function* findUncharged(q: Questions, regions: readonly Region[], name: string): Generator<Violation> {
  const budget = q.ground.cubed.budget.find(({ rule }) => rule.name === name)
  if (budget === undefined) return
  const uncounted = regions.map((region) => without(region, budget.cubes))
  for (const found of findAnswers(q, uncounted)) {
    const { what } = found
    if (what.kind === 'answers') yield { ...found, what: { ...what, kind: 'uncharged', budget: budget.rule } }
  }
}
