import { hash } from 'node:crypto'

/** Whether a request is in the sample of such a share: its id alone tells, which the gateway makes and no client can choose. */
export function isShadowed(requestId: string, share: number): boolean {
  const digest = hash('sha256', `shadow:${requestId}`, 'buffer')
  return digest.readUInt32BE(0) < share * 2 ** 32
}
