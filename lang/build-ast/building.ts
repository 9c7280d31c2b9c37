import type { CstNode, IToken } from 'chevrotain'
import type { Doc, Missing, Name, QuantityLit, QuantityUnit, StringLit } from '../ast.ts'
import type { Diagnostic } from '../diagnostic.ts'
import type { Span } from '../span.ts'
import { unescape } from '../string-text.ts'
import { BadQuantity } from '../tokens.ts'

/**
 * What every builder needs. INVARIANT: builders see only trees that the grammar accepted whole, so every part that
 * the grammar requires is there.
 */
export interface Building {
  readonly file: string
  /** The `///` lines in the gap before the token that starts at this offset. */
  readonly docOf: (start: number) => Doc
  readonly report: (diagnostic: Diagnostic) => void
}

/** The one child, or the first of several. */
export function first<T>(children: readonly T[] | undefined): T {
  const child = children?.[0]
  if (child === undefined) throw new Error('the grammar accepted a tree without a part that it requires')
  return child
}

/** Builds from a child that the grammar makes optional. */
export function optional<T, U>(children: readonly T[] | undefined, build: (child: T) => U): U | undefined {
  const child = children?.[0]
  return child === undefined ? undefined : build(child)
}

export function spanOfToken(b: Building, token: IToken): Span {
  return { file: b.file, start: token.startOffset, end: token.startOffset + token.image.length }
}

export function spanOf(b: Building, node: CstNode): Span {
  const { startOffset = 0, endOffset = startOffset - 1 } = node.location ?? {}
  return { file: b.file, start: startOffset, end: (endOffset ?? startOffset - 1) + 1 }
}

export function missingAt(span: Span): Missing {
  return { kind: 'Missing', span }
}

export function nameOf(b: Building, token: IToken): Name {
  return { kind: 'Name', span: spanOfToken(b, token), text: token.image }
}

export function stringOf(b: Building, token: IToken): StringLit {
  return { kind: 'String', span: spanOfToken(b, token), value: unescape(token.image) }
}

const quantityParts = /^(\$?)(\d+(?:\.\d+)?)([A-Za-z%]*)$/

/** `Missing` for a malformed number: the lexer reported it. */
export function quantityOf(b: Building, token: IToken): QuantityLit | Missing {
  const span = spanOfToken(b, token)
  if (token.tokenType === BadQuantity) return missingAt(span)
  const [, currency = '', digits = token.image, unit = ''] = quantityParts.exec(token.image) ?? []
  if (token.image.includes(':')) return { kind: 'Quantity', span, digits: token.image, unit: 'clock' }
  // The lexer lets through the units of the union, and no others.
  return { kind: 'Quantity', span, digits, unit: (currency || unit) as QuantityUnit }
}

/** As `quantityOf`, where the tree has no room for `Missing`: the part is left out. */
export function quantityIfWhole(b: Building, token: IToken): QuantityLit | undefined {
  const quantity = quantityOf(b, token)
  return quantity.kind === 'Quantity' ? quantity : undefined
}
