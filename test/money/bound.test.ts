import { describe, expect, test } from 'vitest'
import { builtinCatalogue } from '../../core/catalogue.ts'
import { cost, inputClasses, inputOf, outputClasses } from '../../core/price.ts'
import type { Usage } from '../../core/price.ts'
import { worstCost } from '../../core/worst-price.ts'
import { boundOf } from '../../runtime/money/bound.ts'
import type { RequestSize } from '../../runtime/money/bound.ts'
import type { PricedClass } from '../../runtime/money/price-class.ts'
import { fc } from '../support/fast-check.ts'
import { capable } from '../support/gateway-fixture.ts'

const catalogue = builtinCatalogue()
const model = (id: string) => {
  const found = catalogue.byId.get(id)
  if (found === undefined) throw new Error(`no ${id}`)
  return found
}
const DAY_MS = 86_400_000
const startMs = Date.parse('2026-11-23T00:00:00Z')
const plain: PricedClass = { kind: 'priced', terms: {}, mayTimes: [], calls: {}, answers: 1, pins: {} }
const size = (inputTokens: number, outputTokens?: number): RequestSize => ({
  inputTokens,
  outputTokens,
  images: false,
})
const nanosOf = (id: string, of: RequestSize, by: PricedClass = plain) => {
  const bound = boundOf(model(id), of, by, startMs)
  return bound.kind === 'bounded' ? bound.nanos : bound.reason
}

describe('the bound of an attempt', () => {
  const tokens = fc.nat({ max: 400_000 })
  const used = fc.record(
    Object.fromEntries([...inputClasses, ...outputClasses].map((name) => [name, tokens])),
    { requiredKeys: [] },
  ) as fc.Arbitrary<Usage>
  const services = fc.constantFrom(undefined, 'batch', 'flex', 'priority', 'ultrafast') as fc.Arbitrary<
    PricedClass['terms']['service']
  >
  const times = fc.subarray(['fast', 'us', 'eu', 'region'] as const, { maxLength: 2 })
  const outputOf = (usage: Usage) => outputClasses.reduce((sum, name) => sum + (usage[name] ?? 0), 0)

  test('is at least the cost of any usage within it, on any terms, until the end of the next day', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...catalogue.models),
        used,
        fc.record({ service: services, times }),
        fc.nat({ max: 30 }),
        fc.nat({ max: 2 * DAY_MS - 1 }),
        (row, usage, terms, webSearch, later) => {
          const whole = { ...row, context: 10_000_000, maxOutput: 10_000_000 }
          const by = { ...plain, terms, calls: { webSearch } }
          const bound = boundOf(whole, size(inputOf(usage), outputOf(usage)), by, startMs)
          const actual = cost(whole, { ...usage, webSearch }, startMs + later, terms)
          if (actual === undefined || bound.kind !== 'bounded') return
          expect(actual.total).toBeLessThanOrEqual(bound.nanos)
        },
      ),
      { numRuns: 2_000 },
    )
  })

  test('never falls when the request grows', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...catalogue.models),
        tokens,
        tokens,
        tokens,
        (row, input, output, more) => {
          const nanos = (of: RequestSize) => {
            const bound = boundOf(row, of, plain, startMs)
            return bound.kind === 'bounded' ? bound.nanos : Infinity
          }
          expect(nanos(size(input + more, output))).toBeGreaterThanOrEqual(nanos(size(input, output)))
          expect(nanos(size(input, output + more))).toBeGreaterThanOrEqual(nanos(size(input, output)))
        },
      ),
      { numRuns: 300 },
    )
  })

  test("agrees with the checker's worst case, where the day after has the same prices", () => {
    for (const { prices, disputed, id } of catalogue.models) {
      const days = [...prices, ...(disputed ?? [])].flatMap(({ from, until }) => [from ?? '', until ?? ''])
      if (days.includes('2026-11-24')) continue
      const whole = capable(id, { prices, disputed: disputed ?? [], context: 1e7, maxOutput: 1e7 })
      const bound = boundOf(whole, size(300_000, 9_000), plain, startMs)
      const worst = worstCost(whole, 300_000, 9_000, '2026-11-23')
      expect(bound, id).toEqual({ kind: 'bounded', nanos: worst })
    }
  })

  test('counts each answer, and the input once', () => {
    const one = Number(nanosOf('openai/gpt-4.1', size(1_000, 100)))
    const three = Number(nanosOf('openai/gpt-4.1', size(1_000, 100), { ...plain, answers: 3 }))
    expect(three - one).toBe(2 * 100 * 8_000)
  })

  test('counts an hour in the cache unless the request asks for less', () => {
    const opus = (cached?: RequestSize['cached']) =>
      Number(nanosOf('anthropic/claude-opus-4.8', { ...size(1_000_000, 0), cached }))
    expect([opus(), opus('5m'), opus('never')].map((nanos) => Math.floor(nanos / 1e9))).toEqual([10, 6, 5])
  })

  test('counts what the account may be set to, where the model has such a price', () => {
    const may = { ...plain, mayTimes: ['us'] as const }
    const of = (id: string, by: PricedClass) =>
      Math.floor(Number(nanosOf(id, { ...size(1_000_000, 0), cached: 'never' }, by)) / 1e7)
    expect([of('anthropic/claude-opus-4.8', plain), of('anthropic/claude-opus-4.8', may)]).toEqual([500, 550])
    expect(of('anthropic/claude-haiku-4.5', may)).toBe(of('anthropic/claude-haiku-4.5', plain))
  })

  test('takes a price that begins tomorrow', () => {
    const row = { source: 's', date: '2026-01-01' }
    const prices = [
      { ...row, rates: { input: 1e9, output: 1e9 } },
      { ...row, from: '2026-11-24', rates: { input: 5e9, output: 1e9 } },
    ]
    const rising = capable('acme/rising', { prices, context: 1e6, maxOutput: 1e6 })
    const nanos = (atMs: number) => {
      const bound = boundOf(rising, size(1_000_000, 0), plain, atMs)
      return bound.kind === 'bounded' ? Math.floor(bound.nanos / 1e9) : bound.reason
    }
    expect(nanos(startMs - DAY_MS)).toBe(1)
    expect(nanos(startMs)).toBe(5)
  })
})

describe('input that is not in the request', () => {
  const reference = size(Number.MAX_SAFE_INTEGER, 100)

  test('is bounded by the window', () => {
    expect(nanosOf('anthropic/claude-haiku-4.5', reference)).toBe(
      nanosOf('anthropic/claude-haiku-4.5', size(200_000, 100)),
    )
  })

  test('is a window for each prompt of a list', () => {
    const fills = { inputTokens: 8_192, images: false, outputTokens: undefined }
    const of = (inputTokens: number, prompts?: number) =>
      nanosOf('openai/text-embedding-3-small', { ...fills, inputTokens, prompts })
    expect(of(800_000)).toBe(of(8_192))
    expect(of(800_000, 100)).toBe(of(800_000, 1_000))
    expect(Number(of(800_000, 100))).toBeGreaterThan(90 * Number(of(8_192)))
    expect(of(Number.MAX_SAFE_INTEGER, Infinity)).toMatch(/is not known/)
  })

  test('without a window it is not, and that is said', () => {
    const { context: _context, maxInput: _maxInput, ...rest } = model('openai/gpt-4.1')
    expect(boundOf(rest, reference, plain, startMs)).toEqual({
      kind: 'unboundable',
      reason: 'How much input openai/gpt-4.1 reads of what is not in the request is not known.',
    })
  })

  test('is a window for each search of the provider, and the one before', () => {
    const searching = { ...plain, calls: { webSearch: 2 } }
    const window = Number(nanosOf('anthropic/claude-opus-4.8', reference))
    const searched = Number(nanosOf('anthropic/claude-opus-4.8', size(10, 100), searching))
    expect(searched).toBeGreaterThan(2.9 * window)
  })

  test('of pictures outgrows the window at models that bill them dearer', () => {
    expect(nanosOf('openai/gpt-4o-mini', { ...reference, images: true })).toMatch(/is not known/)
    expect(nanosOf('openai/gpt-4o', { ...reference, images: true })).toBeTypeOf('number')
  })
})

describe('what has no bound', () => {
  test.each([
    ['a model without a price', capable('acme/free', { prices: [] }), plain],
    [
      'a service without one',
      model('mistral/codestral'),
      { ...plain, terms: { service: 'priority' as const } },
    ],
    ['a multiplier without one', model('openai/gpt-4.1'), { ...plain, terms: { times: ['fast' as const] } }],
    ['calls without one', model('mistral/codestral'), { ...plain, calls: { webSearch: 1 } }],
  ])('%s', (_, row, by) => {
    const whole = { ...row, context: 1_000, maxOutput: 1_000 }
    expect(boundOf(whole, size(1, 1), by, startMs)).toMatchObject({
      kind: 'unboundable',
      reason: expect.stringContaining('has no price') as string,
    })
  })

  test('but an embedding has no output', () => {
    const model = builtinCatalogue().byId.get('mistral/mistral-embed')
    expect(model?.prices[0]?.rates.output).toBeGreaterThan(0)
    expect(nanosOf('mistral/mistral-embed', size(1_000_000))).toBe(
      nanosOf('mistral/mistral-embed', size(1_000_000, 0)),
    )
  })

  test('an answer without an end', () => {
    const endless = capable('acme/endless', {
      prices: [{ rates: { input: 1, output: 1 }, source: 's', date: '2026-01-01' }],
    })
    const { maxOutput: _maxOutput, context: _context, ...rest } = endless
    expect(boundOf(rest, size(1), plain, startMs)).toMatchObject({ kind: 'unboundable' })
    expect(boundOf(rest, size(1, 5), plain, startMs)).toMatchObject({ kind: 'bounded' })
  })
})
