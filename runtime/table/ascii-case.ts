/**
 * `A-Z` as `a-z`, every other character as it is. `toLowerCase` alone would fold beyond ASCII (the Kelvin sign to k), so that a literal matched text which it
 * does not name.
 */
export function asciiLower(text: string): string {
  return isAscii(text) ? text.toLowerCase() : lowerUnits(text)
}

function isAscii(text: string): boolean {
  // oxlint-disable-next-line no-control-regex
  return /^[\0-\x7f]*$/.test(text)
}

/** Unit by unit: a callback for each run of capitals would take seconds where every second character is one. */
function lowerUnits(text: string): string {
  const bytes = Buffer.from(text, 'utf16le')
  for (let at = 0; at < bytes.length; at += 2) {
    const low = bytes[at]!
    if (low >= 0x41 && low <= 0x5a && bytes[at + 1] === 0) bytes[at] = low | 0x20
  }
  return bytes.toString('utf16le')
}
