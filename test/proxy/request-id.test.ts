import { expect, test } from 'vitest'
import { makeRequestId } from '../../runtime/proxy/request-id.ts'
import { fc } from '../support/fast-check.ts'

const instant = fc.integer({ min: 0, max: 2 ** 48 - 1 })

test('the id of a request is a UUID of version 7, and sorts by its millisecond', () => {
  fc.assert(
    fc.property(instant, instant, (one, other) => {
      const [a, b] = [makeRequestId(one), makeRequestId(other)]
      expect(a).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
      expect(Number.parseInt(a.replaceAll('-', '').slice(0, 12), 16)).toBe(one)
      if (one !== other) expect(a < b).toBe(one < other)
    }),
  )
})

test('two of one millisecond differ', () => {
  expect(new Set(Array.from({ length: 1_000 }, () => makeRequestId(1))).size).toBe(1_000)
})
