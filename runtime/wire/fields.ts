import { indexFields } from '../proxy/body/fields.ts'
import type { FieldIndex } from '../proxy/body/fields.ts'

/** The top-level fields that gwc reads of one dialect's requests: as the scanner wants them, and the slot of each in its ranges. */
export interface WireFields<Field extends string> {
  readonly index: FieldIndex
  readonly slots: Readonly<Record<Field, number>>
}

/** The fields by name, in slot order. */
export function wireFields<const Field extends string>(names: readonly Field[]): WireFields<Field> {
  const slots = Object.fromEntries(names.map((name, slot) => [name, slot])) as Record<Field, number>
  return { index: indexFields(names), slots }
}
