/** Characters that make one token on average, by class; fitted to o200k on English, code, Chinese and Cyrillic text. */
const PER_LETTER = 1 / 4.6
const PER_DIGIT = 1 / 2.6
const PER_MARK = 1 / 1.9
const PER_IDEOGRAPH = 1 / 1.35
const PER_OTHER = 1 / 3.2

/** Estimates the tokens of a text by one scan over its character classes: ±10% on usual prompts, never a bound. */
export function estimateTokens(text: string): number {
  return Math.ceil(addTokens(0, text))
}

/** The same for a text in pieces: the sum up to here, with the next piece, not rounded. */
export function addTokens(sum: number, piece: string): number {
  let tokens = sum
  for (let i = 0; i < piece.length; i++) {
    const unit = piece.charCodeAt(i)
    tokens += unit < 0x80 ? ascii[unit]! : unit >= 0x2e80 && unit < 0xe000 ? PER_IDEOGRAPH : PER_OTHER
  }
  return tokens
}

/** By code: looked up once a character of each prompt. */
const ascii = Float64Array.from({ length: 0x80 }, (_, unit) => {
  const lower = unit | 0x20
  if ((lower >= 0x61 && lower <= 0x7a) || unit === 0x20) return PER_LETTER
  return unit >= 0x30 && unit <= 0x39 ? PER_DIGIT : PER_MARK
})
