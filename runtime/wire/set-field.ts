import { CLOSE_BRACE, COMMA, OPEN_BRACE, SPACE } from '../proxy/body/bytes.ts'
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

/**
 * Takes the top-level field at `slot` out, key and comma too; `undefined` where it is absent. The only field of a body stays with
 * `null` for its value, and so does one whose key was written with escapes: nobody does that but to confuse.
 */
export function dropField({ bytes, ranges }: Scanned, slot: number, name: string): Edit | undefined {
  const start = ranges[slot * 2]!
  if (start === -1) return undefined
  const key = keyStart(bytes, start, name)
  const end = ranges[slot * 2 + 1]!
  const [before, after] = [skipBack(bytes, key), skipSpace(bytes, end)]
  if (key !== -1 && bytes[after] === COMMA) return { start: key, end: after + 1, text: '' }
  if (key !== -1 && bytes[before - 1] === COMMA) return { start: before - 1, end, text: '' }
  return { start, end, text: 'null' }
}

/** Gives the top-level field at `slot` another name and value; nothing of its key is kept but its place. */
export function renameField(
  { bytes, ranges }: Scanned,
  slot: number,
  names: readonly [from: string, to: string],
  value: string,
): Edit | undefined {
  const start = ranges[slot * 2]!
  const key = start === -1 ? -1 : keyStart(bytes, start, names[0])
  return key === -1 ? undefined : { start: key, end: ranges[slot * 2 + 1]!, text: `"${names[1]}":${value}` }
}

/** Where the key of a value stands, its quote included; -1 where it was written with escapes. */
function keyStart(bytes: Buffer, value: number, name: string): number {
  const colon = skipBack(bytes, value) - 1
  const end = skipBack(bytes, colon)
  const start = end - name.length - 2
  return bytes.toString('latin1', start, end) === `"${name}"` ? start : -1
}

/** Index behind the last byte before `at` that is no space. */
function skipBack(bytes: Buffer, at: number): number {
  let end = at
  while (SPACE[bytes[end - 1]!] === 1) end--
  return end
}

function skipSpace(bytes: Buffer, at: number): number {
  let start = at
  while (SPACE[bytes[start]!] === 1) start++
  return start
}

/** The bytes with the edits made, in any order. Fields added to an empty object have no neighbour, so the last one gives up its comma. */
export function applyEdits(bytes: Buffer, edits: Edit[]): Buffer {
  edits.sort((a, b) => a.start - b.start || a.end - b.end)
  if (!isEmptyObject(bytes)) return splice(bytes, edits)
  const last = edits.pop()!
  return splice(bytes, [...edits, { ...last, text: last.text.slice(0, -1) }])
}

function isEmptyObject(bytes: Buffer): boolean {
  return bytes[skipSpace(bytes, bytes.indexOf(OPEN_BRACE) + 1)] === CLOSE_BRACE
}

/** JSON in ASCII: what `splice` takes. */
export function asciiJson(value: unknown): string {
  return JSON.stringify(value).replaceAll(
    /[^\0-\x7f]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}
