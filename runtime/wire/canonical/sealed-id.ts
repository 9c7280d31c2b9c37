import type { Edit } from '../../proxy/body/splice.ts'

/**
 * Gemini checks, when a call comes back, the signature that it gave with it, and no other dialect has a field for one. So it
 * travels in the call's id, which every client sends back. Only clients see such an id: a provider of another dialect gets it
 * without the seal, within its own rules.
 */
const MARK = '__gwc_seal_'

/** What an id says: the call's own name, and what its maker sealed. */
export interface CallId {
  readonly id: string
  readonly seal: string | undefined
}

/** An id that carries a seal, in letters that every dialect takes. Always the same for the same. */
export function sealedId({ id, seal }: CallId): string {
  if (seal === undefined) return id
  const bytes = Buffer.from(seal, 'base64')
  // Nearly all seals are base64, which need not be encoded twice.
  const isBase64 = bytes.toString('base64') === seal
  return `${id}${MARK}${isBase64 ? 'b' : 't'}${(isBase64 ? bytes : Buffer.from(seal)).toString('base64url')}`
}

/** Reads an id as a client sends it back. */
export function readCallId(text: string): CallId {
  const at = text.indexOf(MARK)
  if (at === -1) return { id: text, seal: undefined }
  const bytes = Buffer.from(text.slice(at + MARK.length + 1), 'base64url')
  return { id: text.slice(0, at), seal: bytes.toString(text[at + MARK.length] === 'b' ? 'base64' : 'utf8') }
}

const MARK_BYTES = Buffer.from(MARK)

/** Where the seals of ids stand in a request, to be taken out: each ends with its text. */
export function sealsIn(bytes: Buffer): readonly Edit[] {
  const seals: Edit[] = []
  for (let start = bytes.indexOf(MARK_BYTES); start !== -1;) {
    let end = start + MARK.length
    while (isOfId(bytes[end])) end++
    seals.push({ start, end, text: '' })
    start = bytes.indexOf(MARK_BYTES, end)
  }
  return seals
}

/** A letter of base64url. */
function isOfId(byte: number | undefined): boolean {
  if (byte === undefined) return false
  const isDigit = byte >= 0x30 && byte <= 0x39
  const isLetter = (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7a
  return isDigit || isLetter || byte === 0x2d || byte === 0x5f
}
