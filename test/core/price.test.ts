import { describe, expect, test } from 'vitest'
import { builtinCatalogue, type Rates, type Service } from '../../core/catalogue.ts'
import { nanosOf, parseDollars } from '../../core/money.ts'
import {
  charge,
  cost,
  costBy,
  inputClasses,
  inputOf,
  outputClasses,
  priceAt,
  type Terms,
  type Usage,
} from '../../core/price.ts'
import { dearestRate, worstCost, worstRates } from '../../core/worst-price.ts'
import { fc } from '../support/fast-check.ts'

const catalogue = builtinCatalogue()
const model = (id: string) => {
  const found = catalogue.byId.get(id)
  if (found === undefined) throw new Error(`no ${id}`)
  return found
}
const dollars = (nanos: number | undefined) => (nanos === undefined ? undefined : nanos / 1e9)
const noon = (day: string) => Date.parse(`${day}T12:00:00Z`)

describe('dollars', () => {
  test('are read exactly', () => {
    expect(parseDollars('0.40')).toBe(400_000_000)
    expect(parseDollars('0.003625')).toBe(3_625_000)
    expect(parseDollars('0.0000000001')).toBeUndefined()
    expect(parseDollars('1e3')).toBeUndefined()
    expect(parseDollars('-1')).toBeUndefined()
    expect(parseDollars('9007199.254740992')).toBeUndefined()
  })

  test('as JSON numbers mean their shortest decimal', () => {
    expect(nanosOf(0.1)).toBe(100_000_000)
    expect(nanosOf(0.3)).toBe(300_000_000)
    expect(nanosOf(5e-7)).toBe(500)
    expect(nanosOf(1.5e-8)).toBe(15)
    expect(nanosOf(0)).toBe(0)
    expect(nanosOf(Number.NaN)).toBeUndefined()
  })

  test('agree with whole nano-dollars spelled out', () => {
    fc.assert(
      fc.property(fc.maxSafeNat(), (nanos) => {
        const digits = String(nanos).padStart(10, '0')
        expect(parseDollars(`${digits.slice(0, -9)}.${digits.slice(-9)}`)).toBe(nanos)
      }),
    )
  })
})

describe('arithmetic', () => {
  const tokens = fc.nat({ max: 20_000_000 })
  const rate = fc.nat({ max: 1_000_000_000_000 })

  test('a charge is the product, rounded up, as in integers without bounds', () => {
    fc.assert(
      fc.property(tokens, fc.oneof(rate, fc.nat({ max: 2_000_000 })), (count, per) => {
        const exact = (BigInt(count) * BigInt(per) + 999_999n) / 1_000_000n
        fc.pre(exact <= BigInt(Number.MAX_SAFE_INTEGER))
        expect(BigInt(charge(count, per))).toBe(exact)
      }),
      { numRuns: 2_000 },
    )
  })

  test('what would leave the safe integers is thrown, never charged', () => {
    expect(() => charge(Number.MAX_SAFE_INTEGER, 2_000_000)).toThrow(RangeError)
    expect(() => charge(0.5, 1)).toThrow(RangeError)
    expect(() => charge(-1, 1)).toThrow(RangeError)
    expect(() => charge(Number.NaN, 1)).toThrow(RangeError)
  })

  test('a cost is the sum of its classes, each rounded up by itself', () => {
    const rates: Rates = { input: 1, output: 1, cacheRead: 1 }
    expect(costBy(rates, { input: 1, output: 1, cacheRead: 1 })).toMatchObject({
      total: 3,
      byClass: { input: 1, output: 1, cacheRead: 1 },
    })
    expect(costBy(rates, { input: 1_000_000 })).toMatchObject({ total: 1 })
    expect(costBy(rates, {}).total).toBe(0)
  })

  test('a class without a rate is billed as the one that it would be otherwise', () => {
    const rates: Rates = { input: 2_000_000, output: 8_000_000 }
    expect(costBy(rates, { cacheRead: 3, cacheWrite5m: 4, cacheWrite1h: 5 }).total).toBe((3 + 4 + 5) * 2)
    expect(costBy({ ...rates, cacheWrite5m: 3_000_000 }, { cacheWrite1h: 5 }).total).toBe(15)
  })
})

describe('which price applies', () => {
  test('a long prompt pays the higher tier for all of it, cached tokens counted', () => {
    const pro = model('google/gemini-3.1-pro')
    const at = noon('2026-11-22')
    expect(dollars(priceAt(pro, at, 200_000)?.rates.input)).toBe(2)
    expect(dollars(priceAt(pro, at, 200_001)?.rates.input)).toBe(4)
    const usage: Usage = { input: 1, cacheRead: 200_000, output: 1_000 }
    expect(inputOf(usage)).toBe(200_001)
    expect(cost(pro, usage, at)?.total).toBe(4_000 + 80_000_000 + 18_000_000)
  })

  test('a price holds from its day on, and the old one until then', () => {
    const sonnet = model('anthropic/claude-sonnet-4.6')
    expect(dollars(priceAt(sonnet, noon('2026-03-12'), 500_000)?.rates.input)).toBe(6)
    expect(dollars(priceAt(sonnet, noon('2026-03-13'), 500_000)?.rates.input)).toBe(3)
  })

  test('a price that changes by the hour does, in UTC, and only from the day on which that began', () => {
    const flash = model('deepseek/deepseek-v4-flash')
    const input = (instant: string) => dollars(priceAt(flash, Date.parse(instant), 10)?.rates.input)
    expect(input('2026-11-20T00:59:59Z')).toBe(0.15)
    expect(input('2026-11-20T01:00:00Z')).toBe(0.3)
    expect(input('2026-11-20T04:00:00Z')).toBe(0.15)
    expect(input('2026-11-20T09:59:59Z')).toBe(0.3)
    expect(input('2026-09-01T02:00:00Z')).toBe(0.44)
    expect(input('2026-08-01T02:00:00Z')).toBe(0.14)
  })

  test('some hours count on working days alone', () => {
    const flash = model('deepseek/deepseek-v4-flash')
    const input = (instant: string) => dollars(priceAt(flash, Date.parse(instant), 10)?.rates.input)
    expect(input('2026-11-21T02:00:00Z')).toBe(0.15)
    expect(input('2026-11-22T02:00:00Z')).toBe(0.15)
    expect(input('2026-11-23T02:00:00Z')).toBe(0.3)
  })

  test('hours may cross midnight', () => {
    const night = {
      prices: [
        {
          hours: { from: 1_380, until: 60 },
          rates: { input: 1, output: 1 },
          source: 's',
          date: '2026-01-01',
        },
      ],
    }
    expect(priceAt(night, Date.parse('2026-01-01T23:30:00Z'), 1)).toBeDefined()
    expect(priceAt(night, Date.parse('2026-01-01T00:30:00Z'), 1)).toBeDefined()
    expect(priceAt(night, Date.parse('2026-01-01T01:00:00Z'), 1)).toBeUndefined()
  })

  test('no price is not a price of 0', () => {
    expect(cost({ prices: [] }, { input: 5 }, noon('2026-11-22'))).toBeUndefined()
    expect(worstRates({ prices: [] }, '2026-11-22')).toBeUndefined()
  })
})

describe('the rate that a filter compares', () => {
  test('is the dearest tier and hour of that class alone', () => {
    expect(dollars(dearestRate(model('google/gemini-3.1-pro'), 'output', '2026-11-22'))).toBe(18)
    expect(dollars(dearestRate(model('deepseek/deepseek-v4-flash'), 'input', '2026-11-22'))).toBe(0.3)
    expect(dollars(dearestRate(model('anthropic/claude-opus-4.8'), 'input', '2026-11-22'))).toBe(5)
    expect(dearestRate({ prices: [] }, 'input', '2026-11-22')).toBeUndefined()
  })
})

describe('the worst case', () => {
  test('takes the dearest hour, tier and class', () => {
    const worst = worstRates(model('anthropic/claude-opus-4.8'), '2026-11-22')
    expect(dollars(worst?.input)).toBe(10)
    expect(dollars(worst?.output)).toBe(25)
    expect(dollars(worstRates(model('google/gemini-3.1-pro'), '2026-11-22', 200_000)?.input)).toBe(2)
    expect(dollars(worstRates(model('google/gemini-3.1-pro'), '2026-11-22')?.input)).toBe(4)
  })

  test('takes the dearer of two lists that disagree', () => {
    const row = (output: number) => ({ rates: { input: 1, output }, source: 's', date: '2026-01-01' })
    const dear = { prices: [row(2)], disputed: [row(3)] }
    const cheap = { prices: [row(2)], disputed: [row(1)] }
    expect(worstRates(dear, '2026-11-22')?.output).toBe(3)
    expect(worstRates(cheap, '2026-11-22')?.output).toBe(2)
  })

  test('allows for the rounding of every class', () => {
    const row = { prices: [{ rates: { input: 1, output: 1 }, source: 's', date: '2026-01-01' }] }
    const used = {
      input: 1,
      cacheRead: 1,
      cacheWrite5m: 1,
      cacheWrite1h: 1,
      inputAudio: 1,
      output: 1,
      outputAudio: 1,
    }
    expect(cost(row, used, noon('2026-01-02'))?.total).toBe(7)
    expect(worstCost(row, 5, 2, '2026-01-02')).toBeGreaterThanOrEqual(7)
  })

  test('no request within the bound costs more, at any instant of the day', () => {
    const day = '2026-11-23'
    const part = fc.nat({ max: 100_000 })
    const usage = fc.record({
      input: part,
      cacheRead: part,
      cacheWrite5m: part,
      cacheWrite1h: part,
      inputAudio: part,
      output: part,
    })
    const minute = fc.nat({ max: 1_439 })
    fc.assert(
      fc.property(fc.constantFrom(...catalogue.models), usage, minute, (row, used, at) => {
        const worst = worstCost(row, inputOf(used), used.output, day)
        const actual = cost(row, used, Date.parse(`${day}T00:00:00Z`) + at * 60_000)
        if (actual !== undefined) expect(actual.total).toBeLessThanOrEqual(worst ?? -1)
      }),
      { numRuns: 1_000 },
    )
  })
})

describe('terms', () => {
  const at = noon('2026-11-23')
  const usage: Usage = { input: 1_000_000, output: 1_000_000 }
  const total = (id: string, terms: Terms) => dollars(cost(model(id), usage, at, terms)?.total)

  test('a service has a price of its own', () => {
    const short: Usage = { input: 100_000, output: 100_000 }
    const of = (service?: Service) => dollars(cost(model('openai/gpt-5.4'), short, at, { service })?.total)
    expect([of(), of('flex'), of('batch'), of('priority')]).toEqual([1.75, 0.875, 0.875, 3.5])
    expect(total('anthropic/claude-opus-4.8', { service: 'batch' })).toBe(15)
  })

  test('a discount without a price is no discount; a dearer service without a price has none', () => {
    const row = { prices: [{ rates: { input: 1, output: 1 }, source: 's', date: '2026-01-01' }] }
    expect(cost(row, { input: 5 }, at, { service: 'flex' })).toEqual(cost(row, { input: 5 }, at))
    expect(cost(row, { input: 5 }, at, { service: 'priority' })).toBeUndefined()
  })

  test('what a list leaves out of a service is dearer in the same proportion', () => {
    const rates = (service?: Service) =>
      priceAt(model('anthropic/claude-opus-4.8'), at, 1, service)?.rates.cacheWrite1h
    expect(rates('batch')).toBe((rates() ?? 0) / 2)
    const long = priceAt(model('openai/gpt-5.4'), at, 300_000, 'priority')?.rates
    expect(dollars(long?.input)).toBe(10)
  })

  test('multipliers are for every rate, and stack', () => {
    expect(total('anthropic/claude-opus-4.8', { times: ['us'] })).toBe(33)
    expect(total('anthropic/claude-opus-4.8', { times: ['fast'] })).toBe(60)
    expect(total('anthropic/claude-opus-4.8', { times: ['fast', 'us'] })).toBe(66)
    expect(total('anthropic/claude-haiku-4.5', { times: ['us'] })).toBeUndefined()
  })

  test("calls of the provider's tools are billed by the thousand; without a price, the whole has none", () => {
    const searched = cost(model('anthropic/claude-opus-4.8'), { webSearch: 3 }, at)
    expect(searched).toMatchObject({ total: 30_000_000, byClass: { webSearch: 30_000_000 } })
    expect(cost(model('mistral/codestral'), { webSearch: 1 }, at)).toBeUndefined()
  })

  test('what has a rate of its own is billed by that', () => {
    const flash = model('google/gemini-2.5-flash')
    expect(dollars(cost(flash, { input: 1_000_000, inputAudio: 1_000_000 }, at)?.total)).toBe(1.3)
  })
})

describe('the exact cost of any usage', () => {
  const rateOf = fc.nat({ max: 200_000_000_000 })
  const rates = fc.record(
    {
      input: rateOf,
      output: rateOf,
      cacheRead: rateOf,
      cacheWrite5m: rateOf,
      cacheWrite1h: rateOf,
      inputAudio: rateOf,
      cacheReadAudio: rateOf,
      inputImage: rateOf,
      reasoning: rateOf,
      outputAudio: rateOf,
      outputImage: rateOf,
    },
    { requiredKeys: ['input', 'output'] },
  )
  const tokens = fc.nat({ max: 2_000_000 })
  const usage = fc.record(
    Object.fromEntries([...inputClasses, ...outputClasses].map((name) => [name, tokens])),
    { requiredKeys: [] },
  ) as fc.Arbitrary<Usage>
  const calls = fc.record({ webSearch: fc.nat({ max: 50 }), fileSearch: fc.nat({ max: 50 }) })
  const factor = fc.integer({ min: 1, max: 6_000 })

  /** The definition, in integers without bounds: nothing is rounded but each class, upwards, once. */
  const exactly = (by: Rates, used: Usage, factors: readonly number[]): bigint => {
    const own = (name: keyof Rates): number => {
      const found = by[name]
      if (found !== undefined) return found
      if (name === 'cacheWrite1h') return own('cacheWrite5m')
      if (name === 'cacheReadAudio') return own('cacheRead')
      return own(name === 'reasoning' || name.startsWith('output') ? 'output' : 'input')
    }
    const ceil = (a: bigint, b: bigint): bigint => (a + b - 1n) / b
    const costs = [...inputClasses, ...outputClasses].map((name) => {
      const rate = factors.reduce((each, by1000) => ceil(each * BigInt(by1000), 1000n), BigInt(own(name)))
      return ceil(BigInt(used[name] ?? 0) * rate, 1_000_000n)
    })
    return costs.reduce((sum, each) => sum + each, 0n)
  }

  test('is the sum of its classes in integers without bounds, each rounded up once', () => {
    fc.assert(
      fc.property(rates, usage, fc.array(factor, { maxLength: 2 }), (by, used, factors) => {
        const exact = exactly(by, used, factors)
        fc.pre(exact <= BigInt(Number.MAX_SAFE_INTEGER))
        expect(BigInt(costBy(by, used, factors).total)).toBe(exact)
      }),
      { numRuns: 1_000 },
    )
  })

  test('never falls when any class grows', () => {
    const names = fc.constantFrom(...inputClasses, ...outputClasses, 'webSearch' as const)
    fc.assert(
      fc.property(rates, usage, calls, names, tokens, (by, used, called, name, more) => {
        const row = {
          prices: [{ rates: by, source: 's', date: '2026-01-01' }],
          calls: { webSearch: 10_000_000_000, fileSearch: 2_500_000_000, source: 's', date: '2026-01-01' },
        }
        const before = { ...used, ...called }
        const after = { ...before, [name]: (before[name] ?? 0) + more }
        const at = noon('2026-11-23')
        expect(cost(row, after, at)?.total).toBeGreaterThanOrEqual(cost(row, before, at)?.total ?? Infinity)
      }),
      { numRuns: 500 },
    )
  })
})
