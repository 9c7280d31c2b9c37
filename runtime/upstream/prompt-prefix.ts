import { crc32 } from 'node:zlib'

/** A prompt by checksums of its beginnings: enough to tell how much of it another one shares, and nothing of what it says. */
export interface PromptPrefix {
  /** The checksum of all bytes up to each mark, in `markAt`'s places. */
  readonly marks: Uint32Array
  readonly bytes: number
}

/** Where marks stand: close at first, then further apart, but never by more than half of what lies before: any prompt has few. */
const steps: readonly { readonly below: number; readonly step: number }[] = [
  { below: 256, step: 16 },
  { below: 2_048, step: 128 },
  { below: 16_384, step: 512 },
  { below: 131_072, step: 4_096 },
  { below: 2_097_152, step: 65_536 },
]

const places: Uint32Array = Uint32Array.from(
  steps.flatMap(({ below, step }, index) => {
    const from = index === 0 ? 0 : steps[index - 1]!.below
    return Array.from({ length: (below - from) / step }, (_, at) => from + (at + 1) * step)
  }),
)

/** Reads a prompt that stands in these pieces, one after the other. One pass of a native checksum: 10 µs for a small prompt, 100 µs for 300 kB. */
export function promptPrefix(parts: readonly Buffer[]): PromptPrefix {
  const marks: number[] = []
  let [sum, at] = [0, 0]
  for (const part of parts) {
    let from = 0
    for (; marks.length < places.length; at = places[marks.length - 1]!) {
      const to = from + places[marks.length]! - at
      if (to > part.length) break
      sum = crc32(part.subarray(from, to), sum)
      marks.push(sum)
      from = to
    }
    sum = crc32(part.subarray(from), sum)
    at += part.length - from
  }
  return { marks: Uint32Array.from(marks), bytes: parts.reduce((bytes, { length }) => bytes + length, 0) }
}

/** Bytes at the beginning that two prompts share, to the mark before. */
export function sharedBytes(a: PromptPrefix, b: PromptPrefix): number {
  const count = Math.min(a.marks.length, b.marks.length)
  let same = 0
  while (same < count && a.marks[same] === b.marks[same]) same++
  return same === 0 ? 0 : places[same - 1]!
}
