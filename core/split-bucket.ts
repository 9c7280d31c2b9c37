/** Buckets of a split: an arm's share in basis points is how many of them it takes. */
export const splitBuckets = 10_000

/** SHA-256 of bytes; the runtime's own, given as an argument because this folder knows no platform. */
export type Sha256 = (bytes: Uint8Array) => Uint8Array

/**
 * The bucket of a value, 0..9999: `floor(u32(SHA-256(salt ‖ 0 ‖ value)) × 10000 / 2³²)`, with UTF-8 bytes and the
 * digest's first four bytes as a big-endian number. The salt is the rule's name unless the policy writes one.
 */
export function splitBucket(salt: string, value: string, sha256: Sha256): number {
  const digest = sha256(new TextEncoder().encode(`${salt}\0${value}`))
  const head = new DataView(digest.buffer, digest.byteOffset, 4).getUint32(0)
  return Math.floor((head * splitBuckets) / 2 ** 32)
}

/**
 * Which arm a bucket falls to: shares in basis points, in written order, 10,000 in all.
 * INVARIANT: the checker has proved the sum; should it be less, the last arm takes the rest.
 */
export function armOfBucket(bucket: number, shares: readonly number[]): number {
  let end = 0
  const arm = shares.findIndex((share) => bucket < (end += share))
  return arm === -1 ? shares.length - 1 : arm
}

/**
 * Which arm a bucket falls to when some arms may not be taken, -1 when none may. An arm that may keeps all its buckets;
 * those of one that may not are divided among the others by their shares, so that nobody else changes arms.
 */
export function allowedArmOfBucket(
  bucket: number,
  shares: readonly number[],
  isAllowed: (arm: number) => boolean,
): number {
  const arm = armOfBucket(bucket, shares)
  if (isAllowed(arm)) return arm
  const left = shares.map((share, index) => (isAllowed(index) ? share : 0))
  const total = sum(left)
  if (total === 0) return -1
  const within = bucket - sum(shares.slice(0, arm))
  return armOfBucket(Math.floor((within * total) / (shares[arm] ?? 1)), left)
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0)
