const named: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', '"': '"', '\\': '\\' }
const escape = /\\(?:u\{([0-9A-Fa-f]{1,6})\}|(.))/g

/** Whether a string token has its closing quote. */
export function isTerminated(image: string): boolean {
  return image.length > 1 && /^"(?:[^"\\]|\\.)*"$/.test(image)
}

/** The text that a string token stands for. An unknown escape stands for its letter; `unknownEscapes` reports it. */
export function unescape(image: string): string {
  const body = image.slice(1, isTerminated(image) ? -1 : undefined)
  if (!body.includes('\\')) return body
  return body.replace(escape, (whole, hex: string | undefined, letter: string | undefined) => {
    if (hex !== undefined) return fromHex(hex) ?? whole
    return named[letter ?? ''] ?? letter ?? ''
  })
}

/** The escapes in a string token that mean nothing, with their offsets in it. */
export function unknownEscapes(image: string): readonly { readonly offset: number; readonly text: string }[] {
  if (!image.includes('\\')) return []
  return [...image.matchAll(escape)]
    .filter(([, hex, letter]) =>
      hex === undefined ? !((letter ?? '') in named) : fromHex(hex) === undefined,
    )
    .map((match) => ({ offset: match.index, text: match[0] }))
}

function fromHex(hex: string): string | undefined {
  const point = Number.parseInt(hex, 16)
  const isText = point <= 0x10ffff && !(point >= 0xd800 && point <= 0xdfff)
  return isText ? String.fromCodePoint(point) : undefined
}

/** A string as it is written in a file: the inverse of `unescape`. */
export function quote(text: string): string {
  return `"${text.replaceAll(/["\\\p{Cc}\p{Zl}\p{Zp}\ufeff]/gu, escapeUnit)}"`
}

function escapeUnit(unit: string): string {
  if (unit === '"' || unit === '\\') return `\\${unit}`
  if (unit === '\n') return '\\n'
  if (unit === '\r') return '\\r'
  if (unit === '\t') return '\\t'
  return `\\u{${(unit.codePointAt(0) ?? 0).toString(16)}}`
}
