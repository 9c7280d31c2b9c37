import { describe, expect, it } from 'vitest'
import { bucketOf, createCalibration } from '../../../runtime/cache/calibration/calibration.ts'
import { upperBound } from '../../../runtime/cache/calibration/upper-bound.ts'
import { fc } from '../../support/fast-check.ts'

describe('the upper bound', () => {
  it('is that of Clopper and Pearson', () => {
    // Without a wrong one it is 1 − 0.05^(1/n): the rule of three.
    for (const n of [1, 10, 59, 299, 300, 5_000])
      expect(upperBound(0, n)).toBeCloseTo(1 - 0.05 ** (1 / n), 10)
    expect(upperBound(0, 298)).toBeGreaterThan(0.01)
    expect(upperBound(0, 299)).toBeLessThan(0.01)
    // The share at which 5% of all samples would have so few wrong ones, summed term by term.
    expect(upperBound(1, 10)).toBeCloseTo(0.394163, 6)
    expect(upperBound(5, 100)).toBeCloseTo(0.102253, 6)
    expect(upperBound(50, 1_000)).toBeCloseTo(0.062863, 6)
  })

  it('of nothing, and of what was always wrong, is 1', () => {
    expect([upperBound(0, 0), upperBound(3, 3)]).toEqual([1, 1])
  })

  it('rises with what is wrong, falls with what is right, and lies above the share that was seen', () => {
    fc.assert(
      fc.property(fc.nat(400), fc.nat(4_000), (wrong, right) => {
        const bound = upperBound(wrong, wrong + right)
        expect(upperBound(wrong + 1, wrong + right + 1)).toBeGreaterThanOrEqual(bound)
        expect(upperBound(wrong, wrong + right + 1)).toBeLessThanOrEqual(bound)
        expect(bound).toBeGreaterThanOrEqual(wrong / Math.max(1, wrong + right))
      }),
    )
  })
})

describe('a bucket', () => {
  const bucket = bucketOf({ kind: 'accept', unexplained: 0 }, 0.93)

  it('is named after verdict, unexplained words and the bin of the score', () => {
    expect(bucket).toBe('accept/0/0.9')
    expect(bucketOf({ kind: 'grey', unexplained: 7 }, 1)).toBe('grey/3/0.97')
    expect(bucketOf({ kind: 'reject', unexplained: 1 }, -0.2)).toBe('reject/1/0')
  })

  it('serves nothing while nothing is known of it', () => {
    expect(createCalibration().mayServe(bucket, 0.99)).toBe(false)
    expect(createCalibration().confidenceOf(bucket)).toBe(0)
  })

  it('serves on a prior that is good enough, and stops at the first wrong answer', () => {
    const calibration = createCalibration({ [bucket]: { samples: 300, wrong: 0 } })
    expect(calibration.mayServe(bucket, 0.01)).toBe(true)
    expect(calibration.confidenceOf(bucket)).toBeGreaterThan(0.99)
    calibration.record(bucket, true)
    expect(calibration.mayServe(bucket, 0.01)).toBe(false)
    expect(calibration.mayServe(bucket, 0.05)).toBe(true)
  })

  it('serves again when enough answers were right', () => {
    const calibration = createCalibration({ [bucket]: { samples: 300, wrong: 1 } })
    for (let right = 0; right < 200; right++) calibration.record(bucket, false)
    expect(calibration.mayServe(bucket, 0.01)).toBe(true)
  })

  it('keeps what was seen, and not the prior, in a snapshot', () => {
    const calibration = createCalibration({ [bucket]: { samples: 300, wrong: 0 } })
    calibration.record(bucket, true)
    const snapshot = calibration.snapshot()
    expect(snapshot).toEqual({ [bucket]: { samples: 1, wrong: 1 } })
    const other = createCalibration({ [bucket]: { samples: 300, wrong: 0 } })
    other.restore(snapshot)
    expect(other.confidenceOf(bucket)).toBe(calibration.confidenceOf(bucket))
  })
})
