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
