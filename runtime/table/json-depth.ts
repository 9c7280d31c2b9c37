const quote = 0x22
const backslash = 0x5c

/**
 * Whether JSON text nests deeper than `depthMax`, told from its bytes alone: `JSON.parse` takes any depth, but seconds and gigabytes for a hostile one.
 * What is not JSON is left to the parser.
 */
export function nestsDeeper(bytes: Uint8Array, depthMax: number): boolean {
  let depth = 0
  let inString = false
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at] as number
    if (inString) {
      if (byte === backslash) at++
      else if (byte === quote) inString = false
    } else if (byte === quote) inString = true
    else if (byte === 0x5b || byte === 0x7b) {
      if (++depth > depthMax) return true
    } else if (byte === 0x5d || byte === 0x7d) depth--
  }
  return false
}
