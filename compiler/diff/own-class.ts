import { parseAddress } from '../../core/address.ts'
import { intervalOf } from '../../core/address-classes.ts'
import { classOfString, type StringClasses } from '../../core/string-classes.ts'
import type { FactValue } from '../../core/types.ts'
import type { Axis } from '../../schemas/generated/decision-table.ts'
import { asciiLower } from '../holds.ts'

/** The class in which a built table puts a value of a fact; `undefined` stands for a request that lacks it. */
export function ownClass(axis: Axis, value: FactValue | undefined): number {
  if (value !== undefined) return Math.max(0, classOfValue(axis, value))
  if (axis.missing !== undefined) return axis.missing
  return axis.default === undefined ? 0 : Math.max(0, classOfValue(axis, axis.default))
}

/** On the axis of a `contains` literal a boolean says whether it is found. */
function classOfValue({ classes, type }: Axis, value: FactValue): number {
  switch (classes.kind) {
    case 'flag':
      return Number(value === true)
    case 'cuts':
      return cutsPassed(classes, Number(value))
    case 'values':
      return classes.values.find(([name]) => name === value)?.[1] ?? classes.other
    case 'globs':
      return classOfString(classes.dfa as unknown as StringClasses, String(value))
    case 'addresses':
      return classes.class[intervalOf(classes.starts.map(BigInt), parseAddress(String(value)) ?? 0n)] ?? 0
    case 'contains':
      return typeof value === 'boolean' ? Number(value) : Number(finds(type.kind, value, classes.literal))
  }
}

function cutsPassed(
  { at, after }: { readonly at: readonly number[]; readonly after: readonly boolean[] },
  value: number,
): number {
  return at.filter((cut, index) => value > cut || (value === cut && after[index] !== true)).length
}

function finds(kind: Axis['type']['kind'], value: FactValue, literal: string): boolean {
  if (typeof value === 'object') return value.includes(literal)
  return kind === 'text' && asciiLower(String(value)).includes(asciiLower(literal))
}
