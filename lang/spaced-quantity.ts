import type { IToken } from 'chevrotain'
import { meantQuantity } from './lexical.ts'
import { P, Quantity, tokenize } from './tokens.ts'

/** A number and what belongs to it, written apart. */
export interface SpacedQuantity {
  readonly at: number
  readonly count: number
  readonly written: string
}

/** The number around an index that was written apart: `1 hour`, `100 USD`, `$1,000`. */
export function findSpacedQuantity(tokens: readonly IToken[], index: number): SpacedQuantity | undefined {
  const number = tokens[index - 1]
  const next = tokens[index]
  if (number?.tokenType !== Quantity || next === undefined) return undefined
  if (next.tokenType === P.Comma) return grouped(tokens, index - 1)
  const written = quantityOf(`${number.image}${next.image}`)
  return written === undefined ? undefined : { at: index - 1, count: 2, written }
}

/** `1,000,000`: groups of three digits, with no space between. */
function grouped(tokens: readonly IToken[], at: number): SpacedQuantity | undefined {
  let count = 1
  while (isGroup(tokens, at + count)) count += 2
  const images = tokens.slice(at, at + count).map(({ image }) => image)
  const isWhole = count > 1 && /^\$?\d{1,3}$/.test(images[0] ?? '')
  return isWhole ? { at, count, written: images.filter((image) => image !== ',').join('') } : undefined
}

function isGroup(tokens: readonly IToken[], at: number): boolean {
  const [comma, digits] = [tokens[at], tokens[at + 1]]
  if (comma?.tokenType !== P.Comma || digits === undefined) return false
  return digits.startOffset === comma.startOffset + 1 && /^\d{3}$/.test(digits.image)
}

function quantityOf(image: string): string | undefined {
  const [token, ...rest] = tokenize(image).tokens
  return rest.length === 0 && token?.tokenType === Quantity ? image : meantQuantity(image)
}
