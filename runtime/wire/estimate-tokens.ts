/** Characters that make one token on average, by class; fitted to o200k on English, code, Chinese and Cyrillic text. */
const PER_LETTER = 1 / 4.6
const PER_DIGIT = 1 / 2.6
const PER_MARK = 1 / 1.9
const PER_IDEOGRAPH = 1 / 1.35
const PER_OTHER = 1 / 3.2

/** Estimates the tokens of a text by one scan over its character classes: ±10% on usual prompts, never a bound. */
export function estimateTokens(text: string): number {
  let tokens = 0
  for (let i = 0; i < text.length; i++) tokens += weight(text.charCodeAt(i))
  return Math.ceil(tokens)
}

function weight(unit: number): number {
  if (unit < 0x80) {
    const lower = unit | 0x20
    if ((lower >= 0x61 && lower <= 0x7a) || unit === 0x20) return PER_LETTER
    return unit >= 0x30 && unit <= 0x39 ? PER_DIGIT : PER_MARK
  }
  return unit >= 0x2e80 && unit < 0xe000 ? PER_IDEOGRAPH : PER_OTHER
}
