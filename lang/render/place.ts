import { type LineIndex, indexLines, type Position } from '../line-index.ts'
import type { Span } from '../span.ts'
import type { Sources } from './code-frame.ts'

/** Where a span begins and ends, for people and editors: lines and columns from 1, the end past the last character. */
export interface Place {
  readonly start: Position
  readonly end: Position
}

/** Says where spans stand; `undefined` for a file whose text is not at hand. */
export function placesIn(sources: Sources): (span: Span) => Place | undefined {
  const indexes = new Map<string, LineIndex>()
  return ({ file, start, end }) => {
    const text = sources.get(file)
    if (text === undefined) return undefined
    const index = indexes.get(file) ?? indexLines(text)
    indexes.set(file, index)
    return { start: index.positionAt(start), end: index.positionAt(end) }
  }
}
