import type { Inbound, Received } from '../../front/inbound.ts'
import { refuse } from '../refusal.ts'
import type { Refusal } from '../refusal.ts'
import { decodeBody } from './decode-body.ts'

/** The client went away before its request was whole: nobody is left to answer. */
export interface ClientGone {
  readonly kind: 'gone'
}

/** What reading a body comes to. */
export type ReadBody = Buffer | Refusal | ClientGone

/**
 * Reads a request body of at most `bytesMax` bytes, decoded from gzip or zstd; at once where it is there already. A body that
 * announces or reaches more is refused at that point; what the client still sends is not read.
 */
export function readBody(inbound: Inbound, bytesMax: number): ReadBody | Promise<ReadBody> {
  const received = inbound.receive(bytesMax)
  const encoding = inbound.headers['content-encoding']
  if (Buffer.isBuffer(received) && (encoding === undefined || encoding === 'identity')) return received
  return decode(received, encoding, bytesMax)
}

async function decode(
  received: Received | Promise<Received>,
  encoding: string | undefined,
  bytesMax: number,
): Promise<ReadBody> {
  const packed = await received
  if (packed === 'gone') return { kind: 'gone' }
  if (packed === 'too-large') return tooLarge(bytesMax)
  return encoding === undefined || encoding === 'identity' ? packed : decodeBody(packed, encoding, bytesMax)
}

function tooLarge(bytesMax: number): Refusal {
  return refuse(413, 'request_too_large', `The request body is larger than ${bytesMax} bytes.`, {
    close: true,
    final: true,
  })
}
