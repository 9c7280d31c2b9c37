import {
  type CodeLens,
  type Connection,
  DocumentHighlightKind,
  ErrorCodes,
  ResponseError,
  type SymbolInformation,
  type TextDocumentPositionParams,
} from 'vscode-languageserver/node'
import type { TextDocument } from 'vscode-languageserver-textdocument'
import { completionsAt } from '../../compiler/editor/complete.ts'
import { foldsOf } from '../../compiler/editor/folds.ts'
import { hoverAt } from '../../compiler/editor/hover.ts'
import { inlaysOf } from '../../compiler/editor/inlays.ts'
import { type Lens, lensesOf } from '../../compiler/editor/lenses.ts'
import { definitionAt, referencesAt } from '../../compiler/editor/references.ts'
import { renameableAt, renameAt } from '../../compiler/editor/rename.ts'
import { semanticTokensOf } from '../../compiler/editor/semantic-tokens.ts'
import { outlineOf } from '../../compiler/editor/symbols.ts'
import { parseOnce } from '../../compiler/parse-once.ts'
import type { Parsed } from '../../lang/parse.ts'
import { codeActionsIn } from './code-actions.ts'
import { completionItem, documentSymbol, encodeTokens, foldingRanges, formattingEdits } from './features.ts'
import { inFolder, pathOf, uriOf } from './file-path.ts'
import type { OpenPolicy } from './open-policy.ts'
import { type Places, placesOf } from './places.ts'
import { fileIn, type Session } from './session.ts'
import type { Texts } from './texts.ts'

/** A document in the first of the policies that it is part of. */
interface Here {
  readonly policy: OpenPolicy
  readonly places: Places
  /** As the policy names it. */
  readonly file: string
}

interface At extends Here {
  readonly offset: number
}

/** What every answer needs: the policy that a document is part of, as its texts are when it is asked. */
interface Desk {
  readonly session: Session
  readonly texts: Texts
  readonly client: Client
  readonly document: (uri: string) => TextDocument
  /** The document in its policy. */
  readonly here: (uri: string) => Here | undefined
  readonly at: (asked: TextDocumentPositionParams) => At | undefined
  readonly parsed: (uri: string) => Parsed
}

/** Answers what the editor asks about a place or a file: each time of the texts as they are then. */
export function answer(connection: Connection, session: Session, texts: Texts, client: Client): void {
  const desk = openDesk(session, texts, client)
  answerWords(connection, desk)
  answerUses(connection, desk)
  answerRenaming(connection, desk)
  answerEdits(connection, desk)
  answerOutlines(connection, desk)
  answerColours(connection, desk)
}

function openDesk(session: Session, texts: Texts, client: Client): Desk {
  const document = (uri: string): TextDocument => texts.document(pathOf(uri))
  const here = (uri: string): Here | undefined => {
    const [policy] = session.policiesOf(pathOf(uri))
    if (policy === undefined) return undefined
    return { policy, places: placesOf(policy.loaded, texts), file: fileIn(policy.loaded.folder, pathOf(uri)) }
  }
  return {
    session,
    texts,
    client,
    document,
    here,
    at({ textDocument: { uri }, position }) {
      const found = here(uri)
      return found && { ...found, offset: document(uri).offsetAt(position) }
    },
    parsed: (uri) => parseOnce({ file: here(uri)?.file ?? uri, text: document(uri).getText() }),
  }
}

/** What the word at a place means, and what could be written there. */
function answerWords(connection: Connection, desk: Desk): void {
  connection.onHover((asked) => {
    const found = desk.at(asked)
    if (found === undefined) return null
    const { policy, places, file, offset } = found
    const hover = hoverAt(policy.snapshot, policy.proof, file, offset)
    if (hover === undefined) return null
    return { contents: { kind: 'markdown', value: hover.markdown }, range: places.range(hover.span) }
  })

  connection.onCompletion((asked) => {
    const found = desk.at(asked)
    if (found === undefined) return []
    const { policy, file, offset } = found
    return completionsAt(policy.snapshot, file, offset).map((each) =>
      completionItem(desk.document(asked.textDocument.uri), each),
    )
  })
}

/** Where else the word at a place stands. */
function answerUses(connection: Connection, desk: Desk): void {
  connection.onDefinition((asked) => {
    const found = desk.at(asked)
    const span = found && definitionAt(found.policy.snapshot, found.file, found.offset)
    return found === undefined || span === undefined ? null : found.places.location(span)
  })

  connection.onReferences(({ context, ...asked }) => {
    const found = desk.at(asked)
    if (found === undefined) return []
    return referencesAt(found.policy.snapshot, found.file, found.offset)
      .filter(({ role }) => context.includeDeclaration || role === 'use')
      .map(({ span }) => found.places.location(span))
  })

  connection.onDocumentHighlight((asked) => {
    const found = desk.at(asked)
    if (found === undefined) return []
    return referencesAt(found.policy.snapshot, found.file, found.offset)
      .filter(({ span }) => span.file === found.file)
      .map(({ span, role }) => ({
        range: found.places.range(span),
        kind: role === 'declaration' ? DocumentHighlightKind.Write : DocumentHighlightKind.Read,
      }))
  })
}

function answerRenaming(connection: Connection, desk: Desk): void {
  connection.onPrepareRename((asked) => {
    const found = desk.at(asked)
    const word = found && renameableAt(found.policy.snapshot, found.file, found.offset)
    if (found === undefined || word === undefined) return null
    return { range: found.places.range(word.span), placeholder: word.name }
  })

  connection.onRenameRequest(({ newName, ...asked }) => {
    const found = desk.at(asked)
    if (found === undefined) return null
    const renaming = renameAt(found.policy.snapshot, found.file, found.offset, newName)
    if (!renaming.ok) return new ResponseError(ErrorCodes.InvalidParams, renaming.why)
    return found.places.edits(renaming.edits)
  })
}

function answerEdits(connection: Connection, desk: Desk): void {
  connection.onDocumentFormatting(({ textDocument: { uri } }) => [...formattingEdits(desk.document(uri))])

  connection.onCodeAction(({ textDocument: { uri }, range, context }) => {
    const found = desk.here(uri)
    if (found === undefined) return []
    const actions = codeActionsIn(found.policy, desk.texts, found.file, range, context.diagnostics)
    const { only } = context
    return actions.filter(({ kind }) => only === undefined || only.some((each) => kind?.startsWith(each)))
  })
}

function answerOutlines(connection: Connection, desk: Desk): void {
  connection.onDocumentSymbol(({ textDocument: { uri } }) => {
    const document = desk.document(uri)
    return outlineOf(desk.parsed(uri).file).map((each) => documentSymbol(document, each))
  })

  connection.onFoldingRanges(({ textDocument: { uri } }) => [
    ...foldingRanges(desk.document(uri), foldsOf(desk.parsed(uri), desk.document(uri).getText())),
  ])

  connection.onWorkspaceSymbol(({ query }) =>
    desk.session.refresh().policies.flatMap((policy) => symbolsOf(policy, desk.texts, query)),
  )
}

/** What is shown within a text and above its lines. */
function answerColours(connection: Connection, desk: Desk): void {
  connection.languages.semanticTokens.on(({ textDocument: { uri } }) => {
    const found = desk.here(uri)
    if (found === undefined) return { data: [] }
    return encodeTokens(desk.document(uri), semanticTokensOf(found.policy.snapshot, found.file))
  })

  connection.onCodeLens(({ textDocument: { uri } }) => {
    const found = desk.here(uri)
    if (found?.policy.proof === undefined) return []
    return lensesOf(found.policy.proof, found.file).map((lens) =>
      codeLens(lens, uri, found.places, desk.client),
    )
  })

  connection.languages.inlayHint.on(({ textDocument: { uri }, range }) => {
    const found = desk.here(uri)
    if (found === undefined) return []
    const document = desk.document(uri)
    return inlaysOf(found.policy.snapshot, found.file)
      .map(({ offset, text }) => ({
        position: document.positionAt(offset),
        label: `= ${text}`,
        paddingLeft: true,
      }))
      .filter(({ position: { line } }) => line >= range.start.line && line <= range.end.line)
  })
}

/** What the editor said of itself. */
export interface Client {
  /** It has a command `gwc.showTests` for lenses: the server's own are words only. */
  readonly hasCommands: boolean
  /** It asks for lenses again when told to. */
  readonly refreshesLenses: boolean
  /** It tells of changes on disk when asked to. */
  readonly watchesFiles: boolean
}

function codeLens({ span, title, tests }: Lens, uri: string, places: Places, client: Client): CodeLens {
  const range = places.range({ ...span, end: span.start })
  const show = { title, command: 'gwc.showTests', arguments: [uri, range.start, tests.map(places.location)] }
  return { range, command: client.hasCommands && tests.length > 0 ? show : { title, command: '' } }
}

function symbolsOf(
  { loaded, snapshot }: OpenPolicy,
  texts: Texts,
  query: string,
): readonly SymbolInformation[] {
  const wanted = query.toLowerCase()
  return [...snapshot.input.sources].flatMap(([file, text]) => {
    if (!file.endsWith('.route')) return []
    const path = inFolder(loaded.folder, file)
    const document = texts.document(path)
    return outlineOf(parseOnce({ file, text }).file)
      .flatMap((each) => [each, ...each.children])
      .filter(({ kind, name }) => kind !== 'row' && kind !== 'table' && name.toLowerCase().includes(wanted))
      .map((each) => {
        const { name, kind, selectionRange } = documentSymbol(document, each)
        return { name, kind, location: { uri: uriOf(path), range: selectionRange }, containerName: file }
      })
  })
}
