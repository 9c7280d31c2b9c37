import { describe, expect, it } from 'vitest'
import { lowerBound, upperBound } from '../../../runtime/cache/calibration/error-bounds.ts'
import { fc } from '../../support/fast-check.ts'
import { runSeed } from '../../support/seed.ts'
import { seededRandom } from '../../support/seeded-random.ts'

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

  it('holds: of seeded samples of any true share, one in twenty at most lies above its bound', () => {
    const random = seededRandom(runSeed())
    for (const share of [0.002, 0.01, 0.05, 0.3]) {
      const draw = (): number => Array.from({ length: 400 }).filter(() => random() < share).length
      const above = Array.from({ length: 1_000 }).filter(() => upperBound(draw(), 400) < share).length
      expect(above / 1_000).toBeLessThan(0.05 + 0.025)
    }
  })
})

describe('the lower bound', () => {
  it('mirrors the upper one', () => {
    fc.assert(
      fc.property(fc.nat(300), fc.nat(300), (wrong, right) => {
        expect(lowerBound(wrong, wrong + right)).toBeCloseTo(1 - upperBound(right, wrong + right), 9)
      }),
    )
    expect(lowerBound(0, 0)).toBe(0)
  })
})
