import type { Location, Range, TextEdit, WorkspaceEdit } from 'vscode-languageserver/node'
import type { TextDocument } from 'vscode-languageserver-textdocument'
import type { Edit } from '../../lang/diagnostic.ts'
import type { Span } from '../../lang/span.ts'
import { inFolder, uriOf } from './file-path.ts'
import type { LoadedPolicy } from './load-policy.ts'
import type { Texts } from './texts.ts'

/** Spans of a policy as places of the protocol: lines and UTF-16 columns from 0. */
export interface Places {
  readonly range: (span: Span) => Range
  readonly location: (span: Span) => Location
  readonly edits: (edits: readonly Edit[]) => WorkspaceEdit
}

/** The places of one policy. */
export function placesOf({ folder }: LoadedPolicy, texts: Texts): Places {
  const pathOf = (span: Span): string => inFolder(folder, span.file)
  const range = (span: Span): Range => rangeIn(texts.document(pathOf(span)), span)
  return {
    range,
    location: (span) => ({ uri: uriOf(pathOf(span)), range: range(span) }),
    edits(edits) {
      const byFile = Map.groupBy(edits, ({ span }) => uriOf(pathOf(span)))
      return {
        changes: Object.fromEntries(
          [...byFile].map(([uri, list]) => [
            uri,
            list.map(({ span, newText }): TextEdit => ({ range: range(span), newText })),
          ]),
        ),
      }
    },
  }
}

/** A stretch of a document. */
export const rangeIn = (
  document: TextDocument,
  { start, end }: { readonly start: number; readonly end: number },
): Range => ({ start: document.positionAt(start), end: document.positionAt(end) })
