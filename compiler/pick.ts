import type { Catalogue } from '../core/catalogue.ts'
import { sha256 } from '../core/sha256.ts'
import { allowedArmOfBucket, splitBucket } from '../core/split-bucket.ts'
import { bestOf } from './best.ts'
import { cheapestOf } from './cheapest.ts'
import type { Facts } from './holds.ts'
import { saltOf } from './emit/actions.ts'
import { askedModel } from './outcome.ts'
import type { PolicyRule } from './rules.ts'
import type { Policy, TypedStage } from './typed.ts'

/** Where a stage stands: what its choice hangs on beside the request. */
export interface PickContext {
  readonly policy: Policy
  readonly catalogue: Catalogue
  /** The stage's rule, which gives a split that writes no salt its own. */
  readonly by: PolicyRule | undefined
}

/** What a stage comes to for a request. */
export type Picked =
  /** `undefined`: no model of the stage can serve it. */
  | { readonly kind: 'model'; readonly model: string | undefined }
  /** A split by a fact that the request does not say: its id would decide, and facts have none. */
  | { readonly kind: 'needs'; readonly fact: string }
  /** Which is fastest shows only while the gateway runs. */
  | { readonly kind: 'unknowable' }

/** The one model that a stage comes to for these facts, by pinned list prices and a cold cache. */
export function pickOf({ policy, catalogue, by }: PickContext, stage: TypedStage, facts: Facts): Picked {
  switch (stage.pick) {
    case 'model':
      return one(stage.models[0])
    case 'fastest':
      return stage.models.length > 1 ? { kind: 'unknowable' } : one(stage.models[0])
    case 'cheapest':
      return one(cheapestOf(stage.models, catalogue, facts))
    case 'best':
      return one(bestOf(stage.models, catalogue, facts))
    case 'split':
      return armOf(stage, by === undefined ? '' : saltOf(by), facts)
    case 'asked':
      return one(askedModel(policy, facts))
    case 'deny':
      return one(undefined)
  }
}

const one = (model: string | undefined): Picked => ({ kind: 'model', model })

/** INVARIANT: `models` are the arms' that the guard has left. */
function armOf({ split, models }: TypedStage, salt: string, facts: Facts): Picked {
  if (split === undefined) return one(undefined)
  const value = facts[split.fact.name]
  if (value === undefined) return { kind: 'needs', fact: split.fact.name }
  const bucket = splitBucket(split.salt ?? salt, String(value), sha256)
  const { arms } = split
  const arm = allowedArmOfBucket(
    bucket,
    arms.map(({ share }) => share),
    (index) => models.includes(arms[index]?.model ?? ''),
  )
  return one(arms[arm]?.model)
}
