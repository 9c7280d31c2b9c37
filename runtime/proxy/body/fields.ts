/** Top-level fields whose byte ranges a scan keeps: one slot each, in the order given. */
export interface FieldIndex {
  readonly names: readonly string[]
  /** The ranges of a body that has none of them: what a scan begins with. */
  readonly absent: FieldRanges
  /** Slot of the key whose raw bytes are `bytes[start, end)`, or -1. `hash` is `hashBytes` of them. */
  readonly slot: (hash: number, bytes: Buffer, start: number, end: number) => number
  /** Slot of a key known as text, or -1: for keys that were written with escapes. */
  readonly slotOf: (name: string) => number
}

/** Start and end (exclusive) of each field's value, by slot; -1, -1 when the body lacks it. A plain list: a typed array of that size is memory outside the heap, made and freed for each request. */
export type FieldRanges = readonly number[]

/** Indexes field names for the scanner. Names are ASCII; two of equal hash are a bug found at start. */
export function indexFields(names: readonly string[]): FieldIndex {
  const byHash = new Map(names.map((name, slot) => [hashText(name), slot]))
  const byName = new Map(names.map((name, slot) => [name, slot]))
  if (byHash.size !== names.length) throw new Error(`field names collide: ${names.join(', ')}`)
  return {
    names,
    absent: names.flatMap(() => [-1, -1]),
    slot: (hash, bytes, start, end) => {
      const slot = byHash.get(hash)
      return slot !== undefined && sameText(names[slot]!, bytes, start, end) ? slot : -1
    },
    slotOf: (name) => byName.get(name) ?? -1,
  }
}

/** One step of the key hash: 31 h + byte, as in Java's String. Equality is always confirmed on the bytes. */
export function hashByte(hash: number, byte: number): number {
  return (Math.imul(hash, 31) + byte) | 0
}

function hashText(text: string): number {
  let hash = 0
  for (let i = 0; i < text.length; i++) hash = hashByte(hash, text.charCodeAt(i))
  return hash
}

function sameText(text: string, bytes: Buffer, start: number, end: number): boolean {
  if (text.length !== end - start) return false
  for (let i = 0; i < text.length; i++) if (bytes[start + i] !== text.charCodeAt(i)) return false
  return true
}
