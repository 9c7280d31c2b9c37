import type { FactRow, FactType } from './types.ts'

/** A budget or a limit, as far as its facts go. */
export interface Meter {
  /** Unique over all files: `intern_month`, `payments.burst`. */
  readonly name: string
  readonly what: 'budget' | 'limit'
  /** What it counts: nano-dollars, tokens, or a whole number of requests. */
  readonly unit: 'money' | 'tokens' | 'integer'
  /** `undefined` where each key has its own. */
  readonly amount: number | undefined
}

/** A share may go past the whole: a soft budget denies nothing, and an amount may be lowered. */
const shareMax = 100_000

/**
 * The facts of a budget (`spent`, `used`, `left`) or a limit (`count`, `used`, `left`), by the last part of their names.
 * One number stands behind them, and `used` and `left` are exact cuts on it. Where each key has its own amount, only the
 * share says the same of every key: `used` is the number itself, in whole basis points rounded down.
 */
export function meterFacts(meter: Meter): ReadonlyMap<string, FactRow> {
  const { what, amount, unit } = meter
  if (amount === undefined) return new Map([['used', counted(meter, 'used', shareType, shareDoc(meter))]])
  const noun = what === 'budget' ? 'spent' : 'count'
  const words = what === 'budget' ? 'What is spent of' : 'What counts towards'
  const source = counted(meter, noun, { kind: 'number', unit, min: 0 }, `${words} \`${meter.name}\`.`)
  const used = { ...source, name: `${meter.name}.used`, type: shareType, doc: shareDoc(meter) }
  const left = {
    ...source,
    name: `${meter.name}.left`,
    type: { kind: 'number', unit, min: 0, max: amount } as const,
    default: amount,
    doc: `What is left of \`${meter.name}\`; nothing when it is overspent.`,
  }
  return new Map<string, FactRow>([
    [noun, source],
    ['used', { ...used, derived: { from: source, as: 'share', amount } }],
    ['left', { ...left, derived: { from: source, as: 'rest', amount } }],
  ])
}

const shareType = { kind: 'number', unit: 'percent', min: 0, max: shareMax } as const satisfies FactType
const shareDoc = ({ name }: Meter): string => `Share of \`${name}\` that is used.`

function counted({ name }: Meter, part: string, type: FactType, doc: string): FactRow {
  const origin = { kind: 'meter', name } as const
  const row = { name: `${name}.${part}`, type, source: 'state', cost: 'free', origin } as const
  return { ...row, optional: false, default: 0, doc }
}

/** Whether a provider takes requests: `up(openai)`. */
export function providerFact(provider: string): FactRow {
  return {
    name: `up(${provider})`,
    type: { kind: 'bool' },
    source: 'state',
    cost: 'free',
    origin: { kind: 'provider', name: provider },
    optional: false,
    default: true,
    doc: `Whether \`${provider}\` takes requests at the moment.`,
  }
}
