import { readQuantity, showQuantity } from '../../core/quantity.ts'
import type { FactRow, FactValue } from '../../core/types.ts'
import { quote } from '../../lang/string-text.ts'
import { isModelText } from '../../lang/tokens.ts'
import type { Policy } from '../typed.ts'

/** A fact's value as `given` takes it; `undefined` where no test can say it, such as a number below zero. */
export function writeValue(
  { served }: Pick<Policy, 'served'>,
  { type }: FactRow,
  value: FactValue,
): string | undefined {
  if (typeof value === 'boolean') return String(value)
  if (typeof value === 'number') return type.kind === 'number' ? writeNumber(value, type.unit) : undefined
  if (typeof value !== 'string') return `{${value.map(quote).join(', ')}}`
  switch (type.kind) {
    case 'enum':
      return type.values.includes(value) ? quote(value) : type.open ? 'other' : undefined
    case 'model':
      return served.includes(value) && isModelText(value) ? value : quote(value)
    default:
      return quote(value)
  }
}

type Unit = Parameters<typeof showQuantity>[1]

/** Only what reads back as the same number. */
function writeNumber(value: number, unit: Unit): string | undefined {
  if (value < 0 || (unit !== 'decimal' && !Number.isInteger(value))) return undefined
  const written = showQuantity(value, unit)
  return readsBack(written, unit) === value ? written : undefined
}

function readsBack(written: string, unit: Unit): number | undefined {
  const [, dollar, digits = '', suffix = ''] = /^(\$?)([\d.:]+)([a-zA-Z%]*)$/.exec(written) ?? []
  const spelled = dollar === '$' ? '$' : digits.includes(':') ? 'clock' : suffix
  const read = readQuantity(digits, spelled as Parameters<typeof readQuantity>[1], unit)
  return read.ok ? read.value : undefined
}
