import type { IToken } from 'chevrotain'
import { blockStart, splitItems, splitRows, tableKindOf } from './outline.ts'
import { isTerminated } from './string-text.ts'
import { P, RowBar, Text, tokenize } from './tokens.ts'

/** Where someone is typing: what stands before in the same row or declaration, and the word that is begun. */
export interface Cursor {
  /** As the rule `file` takes them: the head of the table, then the row, without the word that is begun. */
  readonly tokens: readonly IToken[]
  /** The word around the offset, in UTF-16 units; empty between words. In a text it holds both quotes. */
  readonly word: { readonly start: number; readonly end: number }
  /** Whether the word is a text in double quotes. */
  readonly inText: boolean
}

const modelOrWord = /[a-z][a-z0-9_-]{0,63}\/[A-Za-z0-9._:@/-]*$|[A-Za-z0-9_.$%]+$/
const restOfWord = /^[A-Za-z0-9_./:@-]*/
const restOfText = /^[\w./* -]*"|^[\w./*-]*/

/** Reads a text as far as the offset. `undefined` inside a comment: nothing is asked there. */
export function cursorAt(text: string, offset: number): Cursor | undefined {
  const before = text.slice(0, offset)
  const { tokens, comments } = tokenize(before)
  if (comments.some((comment) => comment.startOffset + comment.image.length === offset)) return undefined
  const open = openText(tokens, offset)
  const start = open?.startOffset ?? offset - (modelOrWord.exec(before)?.[0].length ?? 0)
  const rest = (open === undefined ? restOfWord : restOfText).exec(text.slice(offset, offset + 200))
  const end = offset + (start < offset ? (rest?.[0].length ?? 0) : 0)
  const complete = tokens.filter(({ startOffset }) => startOffset < start)
  return { tokens: innermost(before, complete), word: { start, end }, inText: open !== undefined }
}

/** The string that the offset stands inside of. */
function openText(tokens: readonly IToken[], offset: number): IToken | undefined {
  const last = tokens.at(-1)
  if (last?.tokenType !== Text || isTerminated(last.image)) return undefined
  return last.startOffset + last.image.length >= offset ? last : undefined
}

/** The last declaration; of a table its head and its last row. */
function innermost(text: string, tokens: readonly IToken[]): readonly IToken[] {
  const item = splitItems(text, tokens).at(-1)?.tokens ?? []
  const kind = tableKindOf(item)
  const start = blockStart(item)
  if (
    kind === undefined ||
    start === undefined ||
    (item.at(-1)?.tokenType === P.RightBrace && isClosed(item))
  )
    return item
  const rows = splitRows(text, item.slice(start + 1), kind, () => 'version').map((row) => row.tokens)
  const last = rows.at(-1) ?? []
  const isCell = kind === 'testTable' && last[0]?.tokenType === RowBar
  const heading = isCell ? (rows.find(([first]) => first?.tokenType === RowBar) ?? []) : []
  return [...item.slice(0, start + 1), ...(heading === last ? [] : heading), ...last]
}

const isClosed = (item: readonly IToken[]): boolean =>
  item.filter(({ tokenType }) => tokenType === P.LeftBrace).length <=
  item.filter(({ tokenType }) => tokenType === P.RightBrace).length
