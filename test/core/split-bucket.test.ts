import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import {
  allowedArmOfBucket,
  armOfBucket,
  splitBucket,
  splitBuckets,
  type Sha256,
} from '../../core/split-bucket.ts'
import { sha256 as pureSha256 } from '../../core/sha256.ts'
import { fc } from '../support/fast-check.ts'

const sha256: Sha256 = (bytes) => createHash('sha256').update(bytes).digest()

test('the bucket is the head of SHA-256(salt, 0, value), scaled to 10,000', () => {
  const head = BigInt(`0x${createHash('sha256').update('canary\0ana').digest('hex').slice(0, 8)}`)
  expect(splitBucket('canary', 'ana', sha256)).toBe(Number((head * 10_000n) >> 32n))
})

test('buckets stay in range whatever the digest', () => {
  const digest =
    (head: number): Sha256 =>
    () => {
      const bytes = new Uint8Array(32)
      new DataView(bytes.buffer).setUint32(0, head)
      return bytes
    }
  expect(splitBucket('', '', digest(0))).toBe(0)
  expect(splitBucket('', '', digest(2 ** 32 - 1))).toBe(splitBuckets - 1)
})

test('salt and value are kept apart: a letter may not move from one to the other', () => {
  expect(splitBucket('a', 'bc', sha256)).not.toBe(splitBucket('ab', 'c', sha256))
})

test('each arm takes as many buckets as its share, in written order', () => {
  const shares = fc.array(fc.integer({ min: 1, max: 100 }), { minLength: 1, maxLength: 6 }).map((weights) => {
    const total = weights.reduce((sum, each) => sum + each, 0)
    const parts = weights.slice(1).map((each) => Math.floor((each * splitBuckets) / total))
    return [splitBuckets - parts.reduce((sum, each) => sum + each, 0), ...parts]
  })
  fc.assert(
    fc.property(shares, (basisPoints) => {
      const taken = basisPoints.map(() => 0)
      for (let bucket = 0; bucket < splitBuckets; bucket++) taken[armOfBucket(bucket, basisPoints)]! += 1
      expect(taken).toEqual(basisPoints)
    }),
    { numRuns: 30 },
  )
  expect(armOfBucket(9_499, [9_500, 500])).toBe(0)
  expect(armOfBucket(9_500, [9_500, 500])).toBe(1)
})

test('an arm that may not be taken leaves its buckets to the others by their shares, and nobody else changes arms', () => {
  const shares = [5_000, 3_000, 2_000]
  const counts = [0, 0, 0]
  for (let bucket = 0; bucket < splitBuckets; bucket++) {
    const arm = allowedArmOfBucket(bucket, shares, (each) => each !== 0)
    counts[arm] = (counts[arm] ?? 0) + 1
    if (armOfBucket(bucket, shares) !== 0) expect(arm).toBe(armOfBucket(bucket, shares))
  }
  expect(counts).toEqual([0, 6_000, 4_000])
  expect(allowedArmOfBucket(0, shares, () => false)).toBe(-1)
})

test("the compiler's own SHA-256 is the platform's", () => {
  const property = fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
    expect(Buffer.from(pureSha256(bytes))).toEqual(sha256(bytes))
  })
  fc.assert(property)
})
