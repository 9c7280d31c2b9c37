import { hash } from 'node:crypto'
import { splitBucket } from '../core/split-bucket.ts'
import type { Trace } from './trace.ts'

const sha256 = (bytes: Uint8Array): Uint8Array => hash('sha256', bytes, 'buffer')

/** Whether the policy has a request's line written: `off` has none, `metadata` may have a share of them, `content` all. A request that nothing decided has one. */
export function isLogged({ decision, requestId }: Trace): boolean {
  if (decision === undefined) return true
  const { level, sample } = decision.log
  return level === 'content' || (level === 'metadata' && isSampled(requestId, sample))
}

/** Whether the policy has a request's own text and its answer's kept. */
export function isContentKept({ decision, requestId }: Trace): boolean {
  return decision?.log.level === 'content' && isSampled(requestId, decision.log.sample)
}

/** By the request's id, so that every part of the gateway takes the same requests. `share` is in basis points. */
function isSampled(requestId: string, share: number): boolean {
  return share >= 10_000 || (share > 0 && splitBucket('log', requestId, sha256) < share)
}
