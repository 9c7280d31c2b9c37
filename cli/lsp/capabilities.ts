import { type ServerCapabilities, TextDocumentSyncKind } from 'vscode-languageserver/node'
import { tokenModifiers, tokenTypes } from '../../compiler/editor/semantic-tokens.ts'

/** What the server can do, as it tells the editor. */
export const capabilities: ServerCapabilities = {
  positionEncoding: 'utf-16',
  textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: false },
  hoverProvider: true,
  completionProvider: { triggerCharacters: ['"', '/', '.', '{', '|', ' '] },
  definitionProvider: true,
  referencesProvider: true,
  documentHighlightProvider: true,
  renameProvider: { prepareProvider: true },
  documentFormattingProvider: true,
  codeActionProvider: { codeActionKinds: ['quickfix', 'source.fixAll.gwc'] },
  documentSymbolProvider: true,
  workspaceSymbolProvider: true,
  semanticTokensProvider: {
    legend: { tokenTypes: [...tokenTypes], tokenModifiers: [...tokenModifiers] },
    full: true,
  },
  codeLensProvider: { resolveProvider: false },
  foldingRangeProvider: true,
  inlayHintProvider: true,
  workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
}
