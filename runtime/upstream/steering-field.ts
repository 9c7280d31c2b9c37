import type { ProviderRow } from '../config/provider-rows.ts'
import type { ScannedBody } from '../contracts.ts'
import { indexFields } from '../proxy/body/fields.ts'
import type { FieldIndex } from '../proxy/body/fields.ts'
import { scanBody } from '../proxy/body/scan.ts'

const NULL = 0x6e

/** The field of a request by which it would choose its model itself at this provider, if it has one. Scanned for: a key may be written with escapes. */
export function steeringField({ steers }: ProviderRow, { bytes }: ScannedBody): string | undefined {
  if (steers.length === 0) return undefined
  const ranges = scanBody(bytes, indexOf(steers))
  if ('kind' in ranges) return undefined
  return steers.find((_, slot) => ranges[slot * 2] !== -1 && bytes[ranges[slot * 2]!] !== NULL)
}

const indexes = new Map<readonly string[], FieldIndex>()

function indexOf(steers: readonly string[]): FieldIndex {
  let index = indexes.get(steers)
  if (index === undefined) indexes.set(steers, (index = indexFields(steers)))
  return index
}
