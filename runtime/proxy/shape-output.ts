import type { ShapeAction } from '../../schemas/generated/decision-table.ts'
import type { Model } from '../../core/catalogue.ts'
import type { WireBody } from '../wire/dialect.ts'

/** The request as targets must be able to take it: with the cap that the policy lowers it to, where it does. */
export function shapedBody(body: WireBody, { maxOutput }: ShapeAction): WireBody {
  if (maxOutput === undefined || body.maxOutput === undefined || body.maxOutput <= maxOutput) return body
  return { ...body, maxOutput }
}

/** The output cap that this model is sent at most; `undefined` where the policy sets none: nothing is added then. */
export function outputCap({ maxOutput }: ShapeAction, model: Pick<Model, 'maxOutput'>): number | undefined {
  return maxOutput === undefined ? undefined : Math.min(maxOutput, model.maxOutput ?? Infinity)
}

/**
 * The cap under a hard budget, which is always sent: what the policy, the model and its context window leave. `undefined` where
 * none of them says anything.
 */
export function hardCap(shape: ShapeAction, model: Model, { conversation }: WireBody): number | undefined {
  if (model.kind === 'embedding') return undefined
  const room = model.context === undefined ? Infinity : model.context - conversation().inputTokens
  const cap = Math.min(shape.maxOutput ?? Infinity, model.maxOutput ?? Infinity, Math.max(room, 1))
  return cap === Infinity ? undefined : cap
}
