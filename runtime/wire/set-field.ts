import { CLOSE_BRACE, OPEN_BRACE, SPACE } from '../proxy/body/bytes.ts'
import type { FieldRanges } from '../proxy/body/fields.ts'
import { splice } from '../proxy/body/splice.ts'
import type { Edit } from '../proxy/body/splice.ts'

/** A scanned body: its bytes, and where its fields lie in them. */
export interface Scanned {
  readonly bytes: Buffer
  readonly ranges: FieldRanges
}

/** Replaces the value of the top-level field at `slot`, or adds the field in front of the others. `value` is ASCII JSON. */
export function setField({ bytes, ranges }: Scanned, slot: number, name: string, value: string): Edit {
  const start = ranges[slot * 2]!
  if (start !== -1) return { start, end: ranges[slot * 2 + 1]!, text: value }
  const at = bytes.indexOf(OPEN_BRACE) + 1
  return { start: at, end: at, text: `"${name}":${value},` }
}

/** The bytes with the edits made, in any order. Fields added to an empty object have no neighbour, so the last one gives up its comma. */
export function applyEdits(bytes: Buffer, edits: Edit[]): Buffer {
  edits.sort((a, b) => a.start - b.start)
  if (!isEmptyObject(bytes)) return splice(bytes, edits)
  const last = edits.pop()!
  return splice(bytes, [...edits, { ...last, text: last.text.slice(0, -1) }])
}

function isEmptyObject(bytes: Buffer): boolean {
  let at = bytes.indexOf(OPEN_BRACE) + 1
  while (SPACE[bytes[at]!] === 1) at++
  return bytes[at] === CLOSE_BRACE
}

/** JSON in ASCII: what `splice` takes. */
export function asciiJson(value: unknown): string {
  return JSON.stringify(value).replaceAll(
    /[^\0-\x7f]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}
