import type { IncomingMessage, ServerResponse } from 'node:http'
import { refuse } from '../refusal.ts'
import type { Refusal } from '../refusal.ts'
import { decodeBody } from './decode-body.ts'

/** The client went away before its request was whole: nobody is left to answer. */
export interface ClientGone {
  readonly kind: 'gone'
}

/**
 * Reads a request body of at most `bytesMax` bytes, decoded from gzip or zstd. A body that announces or reaches more is
 * refused at that point; what the client still sends is not read.
 */
export function readBody(
  req: IncomingMessage,
  res: ServerResponse,
  bytesMax: number,
): Promise<Buffer | Refusal | ClientGone> {
  if (Number(req.headers['content-length'] ?? 0) > bytesMax) return Promise.resolve(tooLarge(bytesMax))
  if (req.headers.expect !== undefined) res.writeContinue()
  const received = receive(req, bytesMax)
  const encoding = req.headers['content-encoding']
  return encoding === undefined || encoding === 'identity' ? received : decode(received, encoding, bytesMax)
}

async function decode(
  received: ReturnType<typeof receive>,
  encoding: string,
  bytesMax: number,
): ReturnType<typeof receive> {
  const packed = await received
  return Buffer.isBuffer(packed) ? decodeBody(packed, encoding, bytesMax) : packed
}

function receive(req: IncomingMessage, bytesMax: number): Promise<Buffer | Refusal | ClientGone> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = []
    let size = 0
    req.on('data', (chunk: Buffer) => {
      size += chunk.length
      if (size <= bytesMax) chunks.push(chunk)
      else {
        req.pause()
        resolve(tooLarge(bytesMax))
      }
    })
    req.on('end', () => resolve(chunks.length === 1 ? chunks[0]! : Buffer.concat(chunks, size)))
    req.on('error', () => resolve({ kind: 'gone' }))
    req.on('close', () => resolve({ kind: 'gone' }))
  })
}

function tooLarge(bytesMax: number): Refusal {
  return refuse(413, 'request_too_large', `The request body is larger than ${bytesMax} bytes.`, {
    close: true,
    final: true,
  })
}
