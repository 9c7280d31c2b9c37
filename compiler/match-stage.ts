import type { Catalogue } from '../core/catalogue.ts'
import type { Facts } from './holds.ts'
import type { Outcome } from './outcome.ts'
import { type Picked, pickOf } from './pick.ts'
import type { Policy, TypedStage } from './typed.ts'

/** A decided request, as far as the choice of a stage hangs on it. */
export interface Decided {
  readonly policy: Policy
  readonly catalogue: Catalogue
  readonly facts: Facts
  readonly outcome: Outcome
}

/** What a choice hangs on that no test says, or that this one does not. */
export type Open = Exclude<Picked, { kind: 'model' }>

/** Whether a stage is what a test expects, or why nobody can say. */
export type Match = 'same' | 'other' | Open

/** Compares a stage with an expected one by meaning; a model is compared with the one that the stage comes to. */
export function matchStage(decided: Decided, stage: TypedStage, expected: TypedStage | undefined): Match {
  if (expected === undefined) return 'other'
  if (isSameStage(stage, expected)) return 'same'
  const [model] = expected.models
  if (expected.pick !== 'model' || model === undefined) return 'other'
  const found = picked(decided, stage)
  if (found.kind !== 'model') return stage.models.includes(model) ? found : 'other'
  return found.model === model ? 'same' : 'other'
}

/** Spelled alike, or a pick among the same models however their set is written. */
export function isSameStage(stage: TypedStage, expected: TypedStage): boolean {
  if (stage.shown === expected.shown) return true
  const isPick = expected.pick === 'cheapest' || expected.pick === 'fastest' || expected.pick === 'best'
  return isPick && stage.pick === expected.pick && memberKey(stage) === memberKey(expected)
}

const memberKey = ({ models, on }: TypedStage): string => [...models.toSorted(), ...on.toSorted()].join(' ')

/** What a stage comes to for the facts of a test. */
export function picked({ policy, catalogue, facts, outcome }: Decided, stage: TypedStage): Picked {
  return pickOf({ policy, catalogue, by: outcome.by }, stage, facts)
}
