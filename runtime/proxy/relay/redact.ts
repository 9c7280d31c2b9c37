const REDACTED = Buffer.from('[redacted]')
/** What is shorter is no key, and stands in too many words to be cut out of them. */
const SECRET_BYTES_MIN = 12

/** The same bytes without the key that the provider was sent: some repeat it in what they say. Nearly always one search that finds nothing. */
export function redact(bytes: Buffer, secret: Buffer | undefined): Buffer {
  if (secret === undefined || secret.length < SECRET_BYTES_MIN) return bytes
  const at = bytes.indexOf(secret)
  return at === -1 ? bytes : withoutSecret(bytes, secret, at)
}

function withoutSecret(bytes: Buffer, secret: Buffer, first: number): Buffer {
  const pieces: Buffer[] = []
  let from = 0
  for (let at = first; at !== -1; at = bytes.indexOf(secret, from)) {
    pieces.push(bytes.subarray(from, at), REDACTED)
    from = at + secret.length
  }
  return Buffer.concat([...pieces, bytes.subarray(from)])
}
