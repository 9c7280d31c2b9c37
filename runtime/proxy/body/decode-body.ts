import { promisify } from 'node:util'
import { constants, gunzip, zstdDecompress } from 'node:zlib'
import { refuse } from '../refusal.ts'
import type { Refusal } from '../refusal.ts'

/** A body that grows more than this many times when unpacked is taken for a bomb. */
const RATIO_MAX = 20

/** What a decoder may need for its window: 8 MiB, all that RFC 9659 lets senders ask for; zstd's own default is 128 MiB. */
const params = { [constants.ZSTD_d_windowLogMax]: 23 }

const decoders: Readonly<
  Record<string, (body: Buffer, options: { maxOutputLength: number }) => Promise<Buffer>>
> = {
  gzip: promisify(gunzip),
  'x-gzip': promisify(gunzip),
  zstd: (body, options) => promisify(zstdDecompress)(body, { ...options, params }),
}

/** Unpacks a request body, within `bytesMax` bytes and `RATIO_MAX` times its packed size. Chains of encodings are refused. */
export async function decodeBody(
  packed: Buffer,
  encoding: string,
  bytesMax: number,
): Promise<Buffer | Refusal> {
  const decode = Object.hasOwn(decoders, encoding.toLowerCase())
    ? decoders[encoding.toLowerCase()]
    : undefined
  if (decode === undefined) {
    return refuse(
      415,
      'unsupported_encoding',
      'The content-encoding of a request may be gzip or zstd, one of them, once.',
      { final: true },
    )
  }
  const maxOutputLength = Math.min(bytesMax, packed.length * RATIO_MAX)
  return decode(packed, { maxOutputLength }).catch((error: NodeJS.ErrnoException) =>
    error.code === 'ERR_BUFFER_TOO_LARGE'
      ? refuse(
          413,
          'request_too_large',
          `The body unpacks to more than ${maxOutputLength} bytes (limit ${bytesMax}, at most ${RATIO_MAX} times its packed size).`,
          { final: true },
        )
      : refuse(400, 'invalid_encoding', `The body is not valid ${encoding}.`, { final: true }),
  )
}
