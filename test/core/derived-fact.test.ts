import { expect, test } from 'vitest'
import { type Comparison, derivedValue, onSource, sourceValue } from '../../core/derived-fact.ts'
import { meterFacts } from '../../core/meter-facts.ts'
import type { Derived } from '../../core/types.ts'
import { fc } from '../support/fast-check.ts'

const ops = ['==', '!=', '<', '<=', '>', '>='] as const satisfies readonly Comparison['op'][]

function holds(left: bigint, op: Comparison['op'], right: bigint): boolean {
  switch (op) {
    case '==':
      return left === right
    case '!=':
      return left !== right
    case '<':
      return left < right
    case '<=':
      return left <= right
    case '>':
      return left > right
    case '>=':
      return left >= right
  }
}

/** By definition: a share is spent / amount, compared without a division; the rest is amount - spent, and never below 0. */
function holdsByDefinition({ as, amount }: Derived, spent: number, { op, value }: Comparison): boolean {
  if (as === 'share') return holds(BigInt(spent) * 10_000n, op, BigInt(value) * BigInt(amount))
  return holds(BigInt(Math.max(0, amount - spent)), op, BigInt(value))
}

const derivedOf = (part: 'used' | 'left', amount: number): Derived => {
  const derived = meterFacts({ name: 'b', what: 'budget', unit: 'money', amount }).get(part)?.derived
  if (derived === undefined) throw new Error(`no fact ${part}`)
  return derived
}

const anAmount = fc.oneof(fc.integer({ min: 1, max: 20 }), fc.integer({ min: 1, max: 9_000_000_000_000_000 }))

test('a comparison of `used` or `left` takes exactly the requests that its definition takes', () => {
  fc.assert(
    fc.property(
      fc.constantFrom('used' as const, 'left' as const),
      anAmount,
      fc.constantFrom(...ops),
      fc.integer({ min: 0, max: 100_000 }),
      fc.integer({ min: -2, max: 2 }),
      (part, amount, op, constant, step) => {
        const derived = derivedOf(part, amount)
        const value = part === 'left' ? Math.min(constant, amount) : constant
        const edge = part === 'left' ? amount - value : Number((BigInt(amount) * BigInt(value)) / 10_000n)
        for (const spent of [0, 1, amount - 1, amount, amount + 1, edge + step]) {
          if (spent < 0 || !Number.isSafeInteger(spent)) continue
          const source = onSource(derived, { op, value })
          expect(holds(BigInt(spent), source.op, BigInt(source.value))).toBe(
            holdsByDefinition(derived, spent, { op, value }),
          )
        }
      },
    ),
    { numRuns: 5_000 },
  )
})

test('a value goes to its source and back', () => {
  const used = derivedOf('used', 150_000_000_000)
  expect(sourceValue(used, 9_500)).toBe(142_500_000_000)
  expect(derivedValue(used, 142_500_000_000)).toBe(9_500)
  const left = derivedOf('left', 60)
  expect([sourceValue(left, 20), derivedValue(left, 40), derivedValue(left, 90)]).toEqual([40, 20, 0])
})

test('a share that no whole count comes to has no source', () => {
  expect(sourceValue(derivedOf('used', 7), 5_000)).toBeUndefined()
})
