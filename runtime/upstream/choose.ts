import { cost } from '../../core/price.ts'
import type { ScannedBody } from '../contracts.ts'
import type { Target } from './target.ts'

/** Bytes of a request body per token, roughly: ranking prices needs no better. */
const BYTES_PER_TOKEN = 4
/** What an answer is taken to be when the request does not cap it. */
const OUTPUT_TOKENS = 500

/** Targets in the order of a stage's pick, best first; equals keep the policy's order. */
export function inOrderOf(
  pick: 'model' | 'cheapest' | 'fastest' | 'best',
  targets: readonly Target[],
  body: ScannedBody,
  nowMs: number,
): readonly Target[] {
  if (targets.length < 2 || pick === 'model') return targets
  const rank = rankOf(pick, body, nowMs)
  return targets
    .map((target) => ({ target, rank: rank(target) }))
    .toSorted((a, b) => a.rank - b.rank)
    .map(({ target }) => target)
}

/** Lower is better. */
function rankOf(
  pick: 'cheapest' | 'fastest' | 'best',
  body: ScannedBody,
  nowMs: number,
): (target: Target) => number {
  switch (pick) {
    case 'cheapest':
      return priceOf(body, nowMs)
    case 'fastest':
      return slowness
    case 'best':
      return faults
  }
}

/** Nano-dollars of this request by the pinned list price, cold cache; a model without a price comes last. */
function priceOf(body: ScannedBody, nowMs: number): (target: Target) => number {
  const input = Math.ceil(body.bytes.length / BYTES_PER_TOKEN)
  const output = Math.min(body.maxOutput ?? OUTPUT_TOKENS, OUTPUT_TOKENS) * body.n
  return (target) => cost(target.model, { input, output }, nowMs)?.total ?? Number.MAX_VALUE
}

/** Static order: the catalogue's tokens a second. */
function slowness(target: Target): number {
  return -(target.model.speed ?? 0)
}

/** The catalogue's quality; a model without a score comes last. */
function faults(target: Target): number {
  return -(target.model.quality?.overall ?? 0)
}
