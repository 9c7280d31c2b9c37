import { scaleDecimal } from './quantity.ts'

/** Nano-dollars in a dollar. All money is a safe integer of nano-dollars. */
export const nanosPerDollar = 1_000_000_000

/**
 * Dollars in decimal as nano-dollars, exactly: `0.40` is 400,000,000. `undefined` when that is no decimal number, finer
 * than a nano-dollar, or past 2^53. Rates are dollars per million tokens, read the same way.
 */
export function parseDollars(dollars: string): number | undefined {
  const nanos = scaleDecimal(dollars, BigInt(nanosPerDollar))
  if (typeof nanos === 'string' || nanos > BigInt(Number.MAX_SAFE_INTEGER)) return undefined
  return Number(nanos)
}

/** A JSON number of dollars as nano-dollars, by its shortest decimal spelling; `undefined` as for `parseDollars`. */
export function nanosOf(dollars: number): number | undefined {
  return parseDollars(plainDecimal(dollars))
}

/** JavaScript writes 0.0000005 as `5e-7`; that spelling is spread out again. */
function plainDecimal(value: number): string {
  const parts = /^(\d+)(?:\.(\d+))?e-(\d+)$/.exec(String(value))
  if (parts === null) return String(value)
  const digits = `${parts[1]}${parts[2] ?? ''}`
  return `0.${'0'.repeat(Number(parts[3]) - (parts[1] ?? '').length)}${digits}`
}
