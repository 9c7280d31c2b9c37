/**
 * `A-Z` as `a-z`, every other character as it is. `toLowerCase` alone would fold beyond ASCII (the Kelvin sign to k), so that a literal matched text which it
 * does not name.
 */
export function asciiLower(text: string): string {
  return isAscii(text) ? text.toLowerCase() : text.replace(/[A-Z]+/g, (run) => run.toLowerCase())
}

function isAscii(text: string): boolean {
  // oxlint-disable-next-line no-control-regex
  return /^[\0-\x7f]*$/.test(text)
}
