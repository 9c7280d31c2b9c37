import { isUtf8 } from 'node:buffer'
import { setImmediate as turn } from 'node:timers/promises'
import { bodyFault } from './fault.ts'
import type { BodyFault } from './fault.ts'
import type { FieldIndex, FieldRanges } from './fields.ts'
import { Scanner, scanRoom } from './scanner.ts'

/** A body up to this size is scanned in one go: at the dearest, that takes about 10 ms. */
export const AT_ONCE_BYTES_MAX = 524_288

/**
 * Scans a whole request body once, before any parser sees it, and returns where the values of the wanted top-level fields
 * lie. Refuses all that parsers disagree on: whatever is not RFC 8259 to the letter, a key twice in one object (after
 * unescaping), `__proto__`, bytes that are not UTF-8, a byte order mark; and what is too deep or has too many keys or values.
 */
export function scanBody(bytes: Buffer, fields: FieldIndex): FieldRanges | BodyFault {
  if (!isUtf8(bytes)) return notUtf8
  const scanner = new Scanner(bytes, fields, room)
  scanner.read(bytes.length)
  return scanner.fault ?? scanner.ranges
}

/** The same in slices, between which the event loop turns: for bodies that are long. */
export async function scanInSlices(bytes: Buffer, fields: FieldIndex): Promise<FieldRanges | BodyFault> {
  if (!isUtf8(bytes)) return notUtf8
  const scanner = new Scanner(bytes, fields, scanRoom())
  while (!scanner.read(AT_ONCE_BYTES_MAX)) await turn()
  return scanner.fault ?? scanner.ranges
}

const notUtf8 = bodyFault('invalid_utf8', 'The body is not valid UTF-8.')

/** Scans in one go share it. */
const room = scanRoom()
