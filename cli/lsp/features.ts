import {
  type CompletionItem,
  CompletionItemKind,
  type DocumentSymbol,
  FoldingRangeKind,
  type FoldingRange,
  SymbolKind,
  SemanticTokensBuilder,
  type SemanticTokens,
  type TextEdit,
} from 'vscode-languageserver/node'
import type { TextDocument } from 'vscode-languageserver-textdocument'
import type { Completion } from '../../compiler/editor/completion.ts'
import type { Fold } from '../../compiler/editor/folds.ts'
import { type SemanticToken, tokenModifiers, tokenTypes } from '../../compiler/editor/semantic-tokens.ts'
import type { OutlineSymbol } from '../../compiler/editor/symbols.ts'
import { format } from '../../lang/format.ts'
import { rangeIn } from './places.ts'

const completionKinds = {
  keyword: CompletionItemKind.Keyword,
  operator: CompletionItemKind.Operator,
  fact: CompletionItemKind.Field,
  property: CompletionItemKind.Property,
  constant: CompletionItemKind.Constant,
  predicate: CompletionItemKind.Function,
  value: CompletionItemKind.EnumMember,
  model: CompletionItemKind.Class,
  rule: CompletionItemKind.Method,
  meter: CompletionItemKind.Struct,
  file: CompletionItemKind.File,
} as const satisfies Record<Completion['kind'], CompletionItemKind>

/** A completion for the editor. It is sorted by its rank, then by its label. */
export function completionItem(document: TextDocument, each: Completion): CompletionItem {
  return {
    label: each.label,
    kind: completionKinds[each.kind],
    sortText: `${each.rank} ${each.label}`,
    filterText: each.insert,
    textEdit: { range: rangeIn(document, each.word), newText: each.insert },
    ...(each.detail === '' ? {} : { detail: each.detail }),
    ...(each.doc === '' ? {} : { documentation: { kind: 'markdown', value: each.doc } }),
  }
}

const symbolKinds = {
  file: SymbolKind.File,
  constant: SymbolKind.Constant,
  predicate: SymbolKind.Function,
  table: SymbolKind.Module,
  rule: SymbolKind.Method,
  row: SymbolKind.Field,
  meter: SymbolKind.Struct,
  assertion: SymbolKind.Boolean,
  test: SymbolKind.Event,
} as const satisfies Record<OutlineSymbol['kind'], SymbolKind>

/** A line of the outline for the editor. */
export function documentSymbol(document: TextDocument, each: OutlineSymbol): DocumentSymbol {
  return {
    name: each.name,
    detail: each.detail,
    kind: symbolKinds[each.kind],
    range: rangeIn(document, each.span),
    selectionRange: rangeIn(document, each.at),
    children: each.children.map((child) => documentSymbol(document, child)),
  }
}

/** The coloured words of a document, as the protocol counts them. */
export function encodeTokens(document: TextDocument, tokens: readonly SemanticToken[]): SemanticTokens {
  const builder = new SemanticTokensBuilder()
  for (const { start, length, type, modifiers } of tokens) {
    const { line, character } = document.positionAt(start)
    const bits = modifiers.reduce((sum, each) => sum | (1 << tokenModifiers.indexOf(each)), 0)
    builder.push(line, character, length, tokenTypes.indexOf(type), bits)
  }
  return builder.build()
}

const foldKinds = {
  region: FoldingRangeKind.Region,
  comment: FoldingRangeKind.Comment,
  imports: FoldingRangeKind.Imports,
} as const satisfies Record<Fold['kind'], FoldingRangeKind>

/** Stretches of more than one line that can be folded away. */
export function foldingRanges(document: TextDocument, folds: readonly Fold[]): readonly FoldingRange[] {
  return folds.flatMap(({ span, kind }): FoldingRange[] => {
    const { start, end } = rangeIn(document, span)
    return end.line > start.line
      ? [{ startLine: start.line, endLine: end.line - (kind === 'region' ? 1 : 0), kind: foldKinds[kind] }]
      : []
  })
}

/** The edit that lays a document out as `gwc fmt` does; none for one with mistakes. */
export function formattingEdits(document: TextDocument): readonly TextEdit[] {
  const before = document.getText()
  const { text } = format({ file: document.uri, text: before })
  return text === before ? [] : [smallestEdit(document, before, text)]
}

/** Replaces only the stretch that differs, so that cursors and folds elsewhere stay. */
function smallestEdit(document: TextDocument, before: string, after: string): TextEdit {
  const most = Math.min(before.length, after.length)
  let start = 0
  while (start < most && before[start] === after[start]) start++
  let tail = 0
  while (tail < most - start && before.at(-1 - tail) === after.at(-1 - tail)) tail++
  return {
    range: rangeIn(document, { start, end: before.length - tail }),
    newText: after.slice(start, after.length - tail),
  }
}
