import { classList, type ClassSet } from '../class-set.ts'
import { type Cube, restrictionOn } from '../cube.ts'

/**
 * The bit rows of one axis: per class, one bit per row that the class satisfies. `sets` is what each row allows,
 * `undefined` for a row that does not restrict the axis.
 */
export function axisBits(count: number, sets: readonly (ClassSet | undefined)[]): Uint32Array {
  const words = Math.ceil(sets.length / 32)
  const bits = new Uint32Array(count * words)
  const every = Array.from({ length: count }, (_, each) => each)
  sets.forEach((set, row) => {
    for (const each of set === undefined ? every : classList(set)) {
      const at = each * words + (row >>> 5)
      bits[at] = (bits[at] as number) | (1 << (row & 31))
    }
  })
  return bits
}

/** The axes that some row restricts, ascending. */
export function axesOf(rows: readonly Cube[]): readonly number[] {
  return [...new Set(rows.flatMap((row) => row.map(({ axis }) => axis)))].toSorted((a, b) => a - b)
}

/** The rows' bits for the given axes, one axis after the other, as base64 of little-endian words. */
export function encodeBits(
  rows: readonly Cube[],
  axes: readonly number[],
  countOf: (axis: number) => number,
): string {
  const parts = axes.map((axis) =>
    axisBits(
      countOf(axis),
      rows.map((row) => restrictionOn(row, axis)),
    ),
  )
  const bytes = new DataView(new ArrayBuffer(4 * parts.reduce((sum, part) => sum + part.length, 0)))
  let at = 0
  for (const part of parts) {
    for (const word of part) {
      bytes.setUint32(at, word, true)
      at += 4
    }
  }
  return base64(new Uint8Array(bytes.buffer))
}

/** `String.fromCharCode` takes its bytes as arguments, and there is a limit to those. */
const chunkBytes = 0x3000

function base64(bytes: Uint8Array): string {
  let encoded = ''
  for (let at = 0; at < bytes.length; at += chunkBytes)
    encoded += btoa(String.fromCharCode(...bytes.subarray(at, at + chunkBytes)))
  return encoded
}
