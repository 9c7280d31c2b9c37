import { indexFields } from '../proxy/body/fields.ts'
import { scanBody } from '../proxy/body/scan.ts'
import { applyEdits, asciiJson, setField } from './set-field.ts'

/** A request with these top-level fields set, whatever it said of them. INVARIANT: it was scanned before. */
export function pinFields(bytes: Buffer, pins: Readonly<Record<string, string>>): Buffer {
  const names = Object.keys(pins)
  if (names.length === 0) return bytes
  const ranges = scanBody(bytes, indexFields(names))
  if ('kind' in ranges) throw new Error(`what is sent is no request: ${ranges.message}`)
  const edits = names.map((name, slot) => setField({ bytes, ranges }, slot, name, asciiJson(pins[name])))
  return applyEdits(bytes, edits)
}
