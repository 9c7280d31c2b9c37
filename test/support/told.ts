import type { Diagnostic } from '../../lang/diagnostic.ts'
import { findingsOf } from './compile-text.ts'

/** A finding as its reader sees it: code and sentence, the words beside each caret with what they point at, and the notes. */
export interface Told {
  readonly says: string
  readonly at: readonly string[]
  readonly notes: readonly string[]
}

/** Everything that `gwc check` tells of one file. */
export function toldOf(text: string): readonly Told[] {
  return findingsOf(text).map((each) => told(each, text))
}

/** Code and sentence of each finding. */
export const saidOf = (text: string): readonly string[] =>
  findingsOf(text).map(({ code, message }) => `${code} ${message}`)

function told({ code, message, primary, secondary, notes }: Diagnostic, source: string): Told {
  return {
    says: `${code} ${message}`,
    at: [primary, ...secondary].map(({ span, text }) => `${source.slice(span.start, span.end)} ← ${text}`),
    notes: notes.map(({ kind, text }) => `${kind}: ${text}`),
  }
}
