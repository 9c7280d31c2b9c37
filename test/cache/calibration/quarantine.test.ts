import { expect, it } from 'vitest'
import { createQuarantine, pairOf } from '../../../runtime/cache/calibration/quarantine.ts'
import { fc } from '../../support/fast-check.ts'

it('holds the pairs put in, forgets the one longest out of use when full', () => {
  const quarantine = createQuarantine(3)
  for (const pair of ['a', 'b', 'c']) quarantine.add(pair)
  expect(quarantine.has('a')).toBe(true)
  quarantine.add('d')
  expect(['a', 'b', 'c', 'd'].map((pair) => quarantine.has(pair))).toEqual([true, false, true, true])
  expect(quarantine.size).toBe(3)
})

it('lists the oldest first, so that a copy forgets in the same order', () => {
  const quarantine = createQuarantine()
  for (const pair of ['a', 'b', 'c', 'a']) quarantine.add(pair)
  expect(quarantine.list()).toEqual(['b', 'c', 'a'])
})

it('never holds more than its bound, and always what was put in last', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ maxLength: 3 })), fc.integer({ min: 1, max: 8 }), (pairs, pairsMax) => {
      const quarantine = createQuarantine(pairsMax)
      for (const pair of pairs) {
        quarantine.add(pair)
        expect(quarantine.has(pair)).toBe(true)
        expect(quarantine.size).toBeLessThanOrEqual(pairsMax)
      }
    }),
  )
})

it('names a pair the same in either order, apart from every other and by no word of it', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), fc.string(), fc.string(), (partition, one, other, third) => {
      const pair = pairOf(partition, one, other)
      expect(pairOf(partition, other, one)).toBe(pair)
      expect(pair).toMatch(/^[\w-]{22}$/)
      if (third !== other && third !== one) expect(pairOf(partition, one, third)).not.toBe(pair)
      if (third !== partition) expect(pairOf(third, one, other)).not.toBe(pair)
    }),
  )
})
