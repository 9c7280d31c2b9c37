import { expect, it } from 'vitest'
import { createWriteQuota } from '../../../runtime/cache/calibration/write-quota.ts'
import { fc } from '../../support/fast-check.ts'

it('lets a principal write so often in a window, and again in the next', () => {
  let now = 0
  const quota = createWriteQuota({ writesMax: 2, windowMs: 1_000, principalsMax: 10, now: () => now })
  const take = (principal: string): boolean => quota.take(principal)
  expect(['a', 'a', 'a', 'b'].map(take)).toEqual([true, true, false, true])
  now = 1_000
  expect(take('a')).toBe(true)
})

it('opens no window anew when the clock steps back', () => {
  let now = 10_000
  const quota = createWriteQuota({ writesMax: 1, windowMs: 1_000, principalsMax: 10, now: () => now })
  expect(quota.take('a')).toBe(true)
  now = 5_000
  expect(quota.take('a')).toBe(false)
})

it('lets nobody write more than the quota, and all that it cannot count apart no more than one', () => {
  const principal = fc.constantFrom('a', 'b', 'c', 'd', 'e', '__proto__')
  fc.assert(
    fc.property(fc.array(principal), fc.nat(4), fc.nat(4), (writes, writesMax, principalsMax) => {
      const quota = createWriteQuota({ writesMax, windowMs: 1_000, principalsMax, now: () => 0 })
      const taken = new Map<string, number>()
      for (const name of writes) if (quota.take(name)) taken.set(name, (taken.get(name) ?? 0) + 1)
      for (const count of taken.values()) expect(count).toBeLessThanOrEqual(writesMax)
      const total = [...taken.values()].reduce((sum, count) => sum + count, 0)
      expect(total).toBeLessThanOrEqual((principalsMax + 1) * writesMax)
    }),
  )
})
