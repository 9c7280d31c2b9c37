import { readQuantity } from '../core/quantity.ts'
import type { QuantityUnit } from '../core/quantity.ts'
import { ToolFailure } from './tool-failure.ts'

/** An option that names an instant, in milliseconds since 1970: a day or time of RFC 3339 (UTC), or a span before now such as `30d`. */
export function instantOf(text: string, option: string, nowMs: number): number {
  const [, digits, unit] = /^(\d+)(d|h|m|s)$/.exec(text) ?? []
  if (digits !== undefined) {
    const span = readQuantity(digits, unit as QuantityUnit, 'duration')
    if (span.ok) return nowMs - span.value
  }
  const instant = /^\d{4}-\d\d-\d\d/.test(text) ? Date.parse(text) : Number.NaN
  if (Number.isNaN(instant))
    throw new ToolFailure(`${option} ${JSON.stringify(text)} is no day or span: write 2026-11-01, or 30d`)
  return instant
}
