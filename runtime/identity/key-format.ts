import { hash, randomBytes } from 'node:crypto'

const prefix = 'gwc_'
const secretChars = 43 // 256 bits in base64url
const checksumChars = 6

/** A new key: `gwc_`, 256 random bits in base64url, 6 characters of checksum. `random` gives that many bytes. */
export function makeKey(random: (bytes: number) => Uint8Array = randomBytes): string {
  const secret = Buffer.from(random(32)).toString('base64url')
  return `${prefix}${secret}${checksumOf(secret)}`
}

/** How a key is listed in gateway.json: `sha256:` and the SHA-256 of the whole key in hexadecimal. The key itself is stored nowhere. */
export function digestOf(key: string): string {
  return `sha256:${hash('sha256', key, 'hex')}`
}

/** `typo`: it looks like a key of gwc, but a character is wrong or missing. Any other string may be a key all the same. */
export function keyShape(text: string): 'key' | 'typo' | 'foreign' {
  if (!text.startsWith(prefix)) return 'foreign'
  const secret = text.slice(prefix.length, prefix.length + secretChars)
  const checksum = text.slice(prefix.length + secretChars)
  return secret.length === secretChars && checksum === checksumOf(secret) ? 'key' : 'typo'
}

/** The first characters of the base64url SHA-256 of the 43: it catches typing mistakes and lets scanners find leaked keys. */
function checksumOf(secret: string): string {
  return hash('sha256', secret, 'base64url').slice(0, checksumChars)
}
