import { hash, timingSafeEqual } from 'node:crypto'

/** Shorter keys can be guessed. */
export const adminKeyCharsMin = 16
const keyCharsMax = 512

/** What is kept of a key: its SHA-256. */
export function adminKeyDigest(key: string): Buffer {
  return hash('sha256', key, 'buffer')
}

/**
 * Whether the request carries the key, as `Authorization: Bearer KEY` and once. Digests are compared, in the same time wherever they differ, so
 * that neither length nor beginning of the key can be measured.
 */
export function hasAdminKey(rawHeaders: readonly string[], digest: Buffer): boolean {
  const given = rawHeaders.filter(
    (_, place) => place % 2 === 1 && rawHeaders[place - 1]?.toLowerCase() === 'authorization',
  )
  const key = given.length === 1 ? /^bearer +(\S+)$/i.exec(given[0] ?? '')?.[1] : undefined
  if (key === undefined || key.length > keyCharsMax) return false
  return timingSafeEqual(adminKeyDigest(key), digest)
}
