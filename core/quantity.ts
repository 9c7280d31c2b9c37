import type { Unit } from './types.ts'

/** What stands beside the digits of a number in a policy; `clock` is `09:30`. */
export type QuantityUnit =
  | '' // a bare number
  | '$'
  | '%'
  | 'k'
  | 'M'
  | 'ms'
  | 's'
  | 'm'
  | 'h'
  | 'd'
  | 'B'
  | 'kB'
  | 'MB'
  | 'KiB'
  | 'MiB'
  | 'clock'

/** Why a quantity cannot be read as the unit that is wanted. */
export type QuantityProblem =
  /** Wrong unit. `suggestion` is the likely spelling, where there is one. */
  | {
      readonly kind: 'unit'
      readonly wanted: Unit
      readonly found: Kind
      readonly suggestion: string | undefined
    }
  /** Finer than the base unit; `step` is the smallest that can be written. */
  | { readonly kind: 'precision'; readonly step: string }
  | { readonly kind: 'range'; readonly min: string; readonly max: string }
  /** Not a decimal number, or not a time of day. */
  | { readonly kind: 'digits' }

export type ReadQuantity =
  | { readonly ok: true; readonly value: number }
  | { readonly ok: false; readonly problem: QuantityProblem }

/** What a written unit measures, for messages: `80%` is a percent. */
export type Kind = 'number' | 'count' | 'money' | 'percent' | 'duration' | 'bytes' | 'time'

const kinds = {
  '': 'number',
  k: 'count',
  M: 'count',
  $: 'money',
  '%': 'percent',
  ms: 'duration',
  s: 'duration',
  m: 'duration',
  h: 'duration',
  d: 'duration',
  B: 'bytes',
  kB: 'bytes',
  MB: 'bytes',
  KiB: 'bytes',
  MiB: 'bytes',
  clock: 'time',
} as const satisfies Record<QuantityUnit, Kind>

/** What a written unit measures: `unitOf('m')` is `duration`. */
export function unitOf(unit: QuantityUnit): Kind {
  return kinds[unit]
}

/** How a base unit is written: base units in one of each spelling, the largest value, and one step as written. */
interface Spelling {
  readonly factors: Readonly<Partial<Record<QuantityUnit, bigint>>>
  readonly max: bigint
  readonly step: string
}

const safe = BigInt(Number.MAX_SAFE_INTEGER)
const counts = { '': 1n, k: 1_000n, M: 1_000_000n }

const spellings = {
  integer: { factors: counts, max: safe, step: '1' },
  decimal: { factors: { '': 1_000n }, max: safe, step: '0.001' },
  tokens: { factors: counts, max: safe, step: '1' },
  money: { factors: { $: 1_000_000_000n }, max: safe, step: '$0.000000001' },
  percent: { factors: { '%': 100n }, max: safe, step: '0.01%' },
  duration: {
    factors: { ms: 1n, s: 1_000n, m: 60_000n, h: 3_600_000n, d: 86_400_000n },
    max: safe,
    step: '1ms',
  },
  bytes: {
    factors: { B: 1n, kB: 1_000n, MB: 1_000_000n, KiB: 1_024n, MiB: 1_048_576n },
    max: safe,
    step: '1B',
  },
  score: { factors: { '': 1_000n }, max: 1_000n, step: '0.001' },
  time: { factors: {}, max: 1_439n, step: '00:01' },
} as const satisfies Record<Unit, Spelling>

/**
 * Reads a written quantity as an integer in the base unit of `as`, exactly: no rounding, no floats on the way.
 * `decimal` alone gives the number itself (`0.3`), which has at most three places.
 */
export function readQuantity(digits: string, unit: QuantityUnit, as: Unit): ReadQuantity {
  if (as === 'time' && unit === 'clock') return readClock(digits)
  const spelling: Spelling = spellings[as]
  const factor = spelling.factors[unit]
  if (factor === undefined)
    return no({ kind: 'unit', wanted: as, found: unitOf(unit), suggestion: suggest(digits, unit, as) })
  const scaled = scaleDecimal(digits, factor)
  if (scaled === 'digits') return no({ kind: 'digits' })
  if (scaled === 'precision') return no({ kind: 'precision', step: spelling.step })
  if (scaled > spelling.max)
    return no({ kind: 'range', min: showQuantity(0, as), max: showQuantity(Number(spelling.max), as) })
  return { ok: true, value: as === 'decimal' ? Number(digits) : Number(scaled) }
}

const no = (problem: QuantityProblem): ReadQuantity => ({ ok: false, problem })

/** `digits × factor` as an integer: `1.5` × 1000 is 1500. `precision` when a remainder would be lost. */
export function scaleDecimal(digits: string, factor: bigint): bigint | 'digits' | 'precision' {
  const parts = /^(\d+)(?:\.(\d+))?$/.exec(digits)
  if (parts === null) return 'digits'
  const fraction = parts[2] ?? ''
  const scaled = BigInt(`${parts[1]}${fraction}`) * factor
  const divisor = 10n ** BigInt(fraction.length)
  return scaled % divisor === 0n ? scaled / divisor : 'precision'
}

function readClock(digits: string): ReadQuantity {
  const parts = /^(\d{2}):(\d{2})$/.exec(digits)
  if (parts === null) return no({ kind: 'digits' })
  const [hours, minutes] = [Number(parts[1]), Number(parts[2])]
  if (hours > 23 || minutes > 59) return no({ kind: 'range', min: '00:00', max: '23:59' })
  return { ok: true, value: hours * 60 + minutes }
}

/** Slips that are worth naming: `5m` for `5M`, `50` for `$50`, `80%` where a score `0.8` is wanted. */
function suggest(digits: string, unit: QuantityUnit, as: Unit): string | undefined {
  if (as === 'score' && unit === '%') return percentAsScore(digits)
  const likely = likelyUnit(unit, as)
  if (likely === undefined || !readQuantity(digits, likely, as).ok) return undefined
  return writeQuantity(digits, likely)
}

function likelyUnit(unit: QuantityUnit, as: Unit): QuantityUnit | undefined {
  const slips: Readonly<Partial<Record<Unit, Readonly<Partial<Record<QuantityUnit, QuantityUnit>>>>>> = {
    integer: { m: 'M', kB: 'k', MB: 'M' },
    tokens: { m: 'M', kB: 'k', MB: 'M' },
    money: { '': '$' },
    percent: { '': '%' },
    duration: { '': 's', M: 'm' },
    bytes: { '': 'B', k: 'kB', M: 'MB' },
  }
  return slips[as]?.[unit]
}

function percentAsScore(digits: string): string | undefined {
  const thousandths = scaleDecimal(digits, 10n)
  return typeof thousandths === 'bigint' && thousandths <= 1_000n
    ? showQuantity(Number(thousandths), 'score')
    : undefined
}

/** Digits and unit as a policy spells them: `$5`, `80%`, `09:30`. */
export function writeQuantity(digits: string, unit: QuantityUnit): string {
  if (unit === '$') return `$${digits}`
  return unit === 'clock' ? digits : `${digits}${unit}`
}

/** The unit in which each base unit is shown, largest first; the first that divides the value is taken. */
const shownIn = {
  integer: [''],
  decimal: [''],
  tokens: ['M', 'k', ''],
  money: ['$'],
  percent: ['%'],
  duration: ['d', 'h', 'm', 's', 'ms'],
  bytes: ['MiB', 'MB', 'KiB', 'kB', 'B'],
  score: [''],
  time: ['clock'],
} as const satisfies Record<Unit, readonly QuantityUnit[]>

/** A value in the base unit of `unit`, in the spelling that the language reads back: `200k`, `$0.02`, `80%`, `20s`, `09:30`. */
export function showQuantity(value: number, unit: Unit): string {
  if (unit === 'decimal') return String(value)
  if (unit === 'time') return showClock(value)
  const factors: Spelling['factors'] = spellings[unit].factors
  const exact = BigInt(value)
  const written =
    shownIn[unit].find((each) => isShort(exact, unit, factors[each] ?? 1n)) ?? shownIn[unit].at(-1) ?? ''
  return writeQuantity(pad(showDecimal(exact, factors[written] ?? 1n), unit), written)
}

/** Whole in that unit; tokens may also keep one decimal, `1.5M`. */
function isShort(value: bigint, unit: Unit, factor: bigint): boolean {
  if (value === 0n) return factor === 1n
  const step = unit === 'tokens' && factor > 1n && value >= factor ? factor / 10n : factor
  return value % step === 0n
}

/** `value / factor` in decimal, without trailing zeros. */
function showDecimal(value: bigint, factor: bigint): string {
  const places = factor === 1n ? 0 : factor.toString().length - 1
  const whole = value / factor
  const rest = value % factor
  if (rest === 0n) return whole.toString()
  return `${whole}.${rest.toString().padStart(places, '0').replace(/0+$/, '')}`
}

/** Cents are written in full: `$0.50`. */
function pad(digits: string, unit: Unit): string {
  return unit === 'money' && /\.\d$/.test(digits) ? `${digits}0` : digits
}

function showClock(minutes: number): string {
  return `${twoDigits(Math.floor(minutes / 60))}:${twoDigits(minutes % 60)}`
}

const twoDigits = (part: number): string => String(part).padStart(2, '0')
