import { appendFileSync } from 'node:fs'

/** Whether this run makes the counts of docs/trust.md; a usual run makes a tenth of them. */
export const isFull = process.env['GWC_TRUST'] === 'full'

/** How many rounds a test of docs/trust.md makes. */
export function rounds(full: number): number {
  return isFull ? full : Math.ceil(full / 10)
}

/** Hands a figure to `npm run trust`, which prints it; does nothing in a usual run. */
export function noteFigure(promise: string, figure: string): void {
  const file = process.env['GWC_FIGURES']
  if (file !== undefined) appendFileSync(file, `${JSON.stringify({ promise, figure })}\n`)
}

/** The value below which a share of all values lies. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
}
