import { describe, expect, test } from 'vitest'
import { builtinCatalogue } from '../../core/catalogue.ts'
import { cost } from '../../core/price.ts'
import type { Conversation } from '../../runtime/contracts.ts'
import type { PricedClass } from '../../runtime/money/price-class.ts'
import type { StreamedAnswer } from '../../runtime/proxy/relay/answer.ts'
import { settlementOf } from '../../runtime/proxy/settlement.ts'
import type { Attempted } from '../../runtime/proxy/settlement.ts'

const model = builtinCatalogue().byId.get('openai/gpt-4.1-mini')!
const atMs = Date.UTC(2026, 10, 23)
const plain: PricedClass = { kind: 'priced', terms: {}, mayTimes: [], calls: {}, answers: 1, pins: {} }

const cut: StreamedAnswer = {
  kind: 'streamed',
  outcome: 'cancelled',
  usage: undefined,
  firstTokenMs: 1,
  receivedBytes: 1_000,
  events: undefined,
}

/** An attempt at a provider that stops with its stream, 64 tokens later at the most. */
const attempted = (said: Partial<Conversation>, more: Partial<Attempted> = {}): Attempted => ({
  attemptId: 'a',
  model,
  row: { billedErrors: '5xx', cancelSlack: 64 },
  conversation: () => ({
    messages: 1,
    images: false,
    text: '',
    opening: '',
    inputTokens: 100,
    inputBound: 400,
    ...said,
  }),
  by: plain,
  priced: undefined,
  atMs,
  latencyMs: 5,
  providerRequestId: undefined,
  ...more,
})

describe('a stream that broke off', () => {
  test('may be billed for its prompt and what was received, and for no more than a little beyond', () => {
    const { certainNanos, uncertainNanos } = settlementOf(cut, attempted({}))
    expect(certainNanos).toBe(0)
    const least = cost(model, { input: 400, output: 1_064 }, atMs)!.total
    expect(uncertainNanos).toBeGreaterThanOrEqual(least)
    expect(uncertainNanos).toBeLessThan(least * 1.01)
  })

  test('may be billed for each of its prompts, whose inputs together pass one window', () => {
    const small = { ...model, context: 4_096 }
    const said = { inputBound: 200_000, prompts: 20 }
    const { uncertainNanos } = settlementOf(cut, attempted(said, { model: small }))
    const least = cost(small, { input: 20 * 3_000, output: 1_064 }, atMs)!.total
    expect(uncertainNanos).toBeGreaterThanOrEqual(least)
  })

  test('may be billed at the dearer price of the service that was asked for', () => {
    const by: PricedClass = { ...plain, terms: { service: 'priority' } }
    const { uncertainNanos } = settlementOf(cut, attempted({}, { by }))
    const least = cost(model, { input: 400, output: 1_064 }, atMs, by.terms)!.total
    expect(uncertainNanos).toBeGreaterThanOrEqual(least)
  })

  test('may be billed for all that the model can read, where nothing of the request bounds its prompt', () => {
    const { uncertainNanos } = settlementOf(
      cut,
      attempted({ inputBound: Number.MAX_SAFE_INTEGER, images: true }),
    )
    const least = cost(model, { input: model.context!, output: 1_064 }, atMs)!.total
    expect(uncertainNanos).toBeGreaterThanOrEqual(least)
    const { context: _, maxInput: __, ...endless } = model
    const other = attempted({ inputBound: Number.MAX_SAFE_INTEGER }, { model: endless })
    expect(settlementOf(cut, other).uncertainNanos).toBe('rest')
  })

  test('may be billed for all that is held, where the provider goes on or thinks out of sight', () => {
    const goesOn = attempted({}, { row: { billedErrors: '5xx', cancelSlack: 'all' } })
    expect(settlementOf(cut, goesOn).uncertainNanos).toBe('rest')
    const thinks = { ...model, capabilities: { ...model.capabilities, reasoning: true } }
    expect(settlementOf(cut, attempted({}, { model: thinks })).uncertainNanos).toBe('rest')
  })
})
