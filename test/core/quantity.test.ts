import { describe, expect, test } from 'vitest'
import { readQuantity, showQuantity, unitOf, type QuantityUnit } from '../../core/quantity.ts'
import type { Unit } from '../../core/types.ts'
import { fc } from '../support/fast-check.ts'

const read = (written: string, as: Unit) => {
  const { digits, unit } = split(written)
  return readQuantity(digits, unit, as)
}

/** As the lexer splits a quantity. */
function split(written: string): { digits: string; unit: QuantityUnit } {
  if (/^\d\d:\d\d$/.test(written)) return { digits: written, unit: 'clock' }
  if (written.startsWith('$')) return { digits: written.slice(1), unit: '$' }
  const parts = /^([\d.]+)(.*)$/.exec(written)
  return { digits: parts?.[1] ?? '', unit: (parts?.[2] ?? '') as QuantityUnit }
}

describe('reading', () => {
  test.each<[string, Unit, number]>([
    ['200k', 'tokens', 200_000],
    ['1.5M', 'tokens', 1_500_000],
    ['4096', 'tokens', 4_096],
    ['$0.02', 'money', 20_000_000],
    ['$150', 'money', 150_000_000_000],
    ['$0.000000001', 'money', 1],
    ['80%', 'percent', 8_000],
    ['89.99%', 'percent', 8_999],
    ['200ms', 'duration', 200],
    ['1.5s', 'duration', 1_500],
    ['5m', 'duration', 300_000],
    ['7d', 'duration', 604_800_000],
    ['1kB', 'bytes', 1_000],
    ['2MiB', 'bytes', 2_097_152],
    ['0.8', 'score', 800],
    ['1', 'score', 1_000],
    ['0.3', 'decimal', 0.3],
    ['42', 'integer', 42],
    ['09:30', 'time', 570],
    ['23:59', 'time', 1_439],
  ])('%s as %s is %d', (written, unit, value) => {
    expect(read(written, unit)).toEqual({ ok: true, value })
  })

  test('a wrong unit names what was found, and the likely spelling', () => {
    expect(read('5m', 'tokens')).toEqual({
      ok: false,
      problem: { kind: 'unit', wanted: 'tokens', found: 'duration', suggestion: '5M' },
    })
    expect(read('$50', 'percent')).toEqual({
      ok: false,
      problem: { kind: 'unit', wanted: 'percent', found: 'money', suggestion: undefined },
    })
    expect(read('50', 'money')).toMatchObject({ problem: { found: 'number', suggestion: '$50' } })
    expect(read('80%', 'score')).toMatchObject({ problem: { suggestion: '0.8' } })
    expect(read('30', 'duration')).toMatchObject({ problem: { suggestion: '30s' } })
  })

  test('nothing is rounded: what is finer than one step is refused', () => {
    expect(read('0.5', 'tokens')).toMatchObject({ ok: false, problem: { kind: 'precision', step: '1' } })
    expect(read('0.3001', 'decimal')).toMatchObject({
      ok: false,
      problem: { kind: 'precision', step: '0.001' },
    })
    expect(read('$0.0000000001', 'money')).toMatchObject({ ok: false, problem: { kind: 'precision' } })
    expect(read('0.005%', 'percent')).toMatchObject({ ok: false, problem: { kind: 'precision' } })
  })

  test('values past the unit, or past 2^53, are refused', () => {
    expect(read('1.001', 'score')).toEqual({ ok: false, problem: { kind: 'range', min: '0', max: '1' } })
    expect(read('24:00', 'time')).toMatchObject({ ok: false, problem: { kind: 'range' } })
    expect(read('$9007199.254740992', 'money')).toMatchObject({ ok: false, problem: { kind: 'range' } })
    expect(read('$9007199.254740991', 'money')).toEqual({ ok: true, value: Number.MAX_SAFE_INTEGER })
  })

  test('what is no decimal number is refused', () => {
    for (const digits of ['', '.5', '5.', '1e3', '-1', '1_000', '٣']) {
      expect(readQuantity(digits, '', 'integer')).toEqual({ ok: false, problem: { kind: 'digits' } })
    }
    expect(readQuantity('9:30', 'clock', 'time')).toMatchObject({ ok: false })
  })
})

test('units say what they measure', () => {
  expect(unitOf('m')).toBe('duration')
  expect(unitOf('M')).toBe('count')
  expect(unitOf('$')).toBe('money')
})

describe('showing', () => {
  test.each<[number, Unit, string]>([
    [200_000, 'tokens', '200k'],
    [1_500_000, 'tokens', '1.5M'],
    [1_234, 'tokens', '1234'],
    [131_072, 'tokens', '131072'],
    [20_000_000, 'money', '$0.02'],
    [500_000_000, 'money', '$0.50'],
    [150_000_000_000, 'money', '$150'],
    [8_999, 'percent', '89.99%'],
    [20_000, 'duration', '20s'],
    [90_000, 'duration', '90s'],
    [3_600_000, 'duration', '1h'],
    [300, 'score', '0.3'],
    [570, 'time', '09:30'],
    [1_048_576, 'bytes', '1MiB'],
    [0, 'tokens', '0'],
    [0, 'duration', '0ms'],
  ])('%d of %s is %s', (value, unit, written) => {
    expect(showQuantity(value, unit)).toBe(written)
  })

  const ranges: readonly (readonly [Unit, number])[] = [
    ['integer', Number.MAX_SAFE_INTEGER],
    ['tokens', Number.MAX_SAFE_INTEGER],
    ['money', Number.MAX_SAFE_INTEGER],
    ['percent', Number.MAX_SAFE_INTEGER],
    ['duration', Number.MAX_SAFE_INTEGER],
    ['bytes', Number.MAX_SAFE_INTEGER],
    ['score', 1_000],
    ['time', 1_439],
  ]

  test.each(ranges)('reading what was shown gives the value back: %s', (unit, max) => {
    const round = fc.nat({ max: 40 }).map((power) => Math.min(max, 2 ** power * 1_000))
    fc.assert(
      fc.property(fc.oneof(fc.maxSafeNat(), round), (raw) => {
        const value = raw % (max + 1)
        expect(read(showQuantity(value, unit), unit)).toEqual({ ok: true, value })
      }),
      { numRuns: 300 },
    )
  })

  test('decimals come back too', () => {
    fc.assert(
      fc.property(fc.nat({ max: 10_000_000 }), (thousandths) => {
        const value = Number(
          `${Math.floor(thousandths / 1000)}.${String(thousandths % 1000).padStart(3, '0')}`,
        )
        expect(read(showQuantity(value, 'decimal'), 'decimal')).toEqual({ ok: true, value })
      }),
      { numRuns: 300 },
    )
  })
})
