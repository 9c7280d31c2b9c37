import { hash } from 'node:crypto'

/** The share of semantic hits that are answered afresh as well, and compared. */
export const SHADOW_SHARE = 0.02

/** Whether a request is in the sample: its id alone tells, which the gateway makes and no client can choose. */
export function isShadowed(requestId: string, share = SHADOW_SHARE): boolean {
  const digest = hash('sha256', `shadow:${requestId}`, 'buffer')
  return digest.readUInt32BE(0) < share * 2 ** 32
}
