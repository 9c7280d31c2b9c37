import { randomUUID } from 'node:crypto'

/**
 * A new request's id: a UUID of version 7 (RFC 9562), milliseconds since 1970 and 74 random bits. Those that are made one after
 * the other lie side by side in the ledger's index, where random ones would each write a page of their own.
 */
export function makeRequestId(nowMs: number): string {
  const time = nowMs.toString(16).padStart(12, '0')
  return `${time.slice(0, 8)}-${time.slice(8)}-7${randomUUID().slice(15)}`
}
