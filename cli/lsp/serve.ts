import {
  CodeLensRefreshRequest,
  type Connection,
  DidChangeWatchedFilesNotification,
  type InitializeParams,
  TextDocuments,
} from 'vscode-languageserver/node'
import { TextDocument } from 'vscode-languageserver-textdocument'
import { packageVersion } from '../package-root.ts'
import { answer, type Client } from './answers.ts'
import { capabilities } from './capabilities.ts'
import { pathOf } from './file-path.ts'
import { startProver } from './prover.ts'
import { publisherTo } from './publisher.ts'
import { openRounds, type Rounds } from './rounds.ts'
import { openSession, type Session } from './session.ts'
import { openTexts } from './texts.ts'

/** Serves one editor on a connection, until it goes. */
export function serveEditor(connection: Connection): void {
  const documents = new TextDocuments(TextDocument)
  const texts = openTexts(() => documents.all())
  const folders: string[] = []
  const session = openSession(texts, () => folders)
  const client: Client = { hasCommands: false, refreshesLenses: false, watchesFiles: false }
  const prover = startProver(
    (policy, proof) => {
      session.proved(policy, proof)
      rounds.tell()
      if (client.refreshesLenses) void connection.sendRequest(CodeLensRefreshRequest.type)
    },
    (error) => connection.console.error(`this is a bug in gwc: ${error.stack ?? error.message}`),
  )
  const rounds = openRounds(session, publisherTo(connection, texts), prover.ask)

  connection.onInitialize((params) => {
    folders.push(...foldersOf(params))
    Object.assign(client, clientOf(params))
    return { capabilities, serverInfo: { name: 'gwc', version: packageVersion } }
  })
  connection.onInitialized(() => followFiles(connection, client, folders, session, rounds))
  connection.onShutdown(() => prover.close())
  follow(documents, session, rounds)
  answer(connection, session, texts, client)
  documents.listen(connection)
  connection.listen()
}

function clientOf({ capabilities: { workspace }, initializationOptions }: InitializeParams): Client {
  const options = initializationOptions as { readonly commands?: unknown } | undefined
  return {
    hasCommands: options?.commands === true,
    refreshesLenses: workspace?.codeLens?.refreshSupport === true,
    watchesFiles: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
  }
}

function foldersOf({ workspaceFolders, rootUri }: InitializeParams): readonly string[] {
  const uris = workspaceFolders?.map(({ uri }) => uri) ?? (rootUri === null ? [] : [rootUri])
  return uris.filter((uri) => uri.startsWith('file:')).map(folderPath)
}

const folderPath = (uri: string): string => pathOf(uri).replace(/\/$/, '')

/** What happens to open documents. */
function follow(documents: TextDocuments<TextDocument>, session: Session, rounds: Rounds): void {
  documents.onDidOpen(({ document }) => session.opened(pathOf(document.uri)))
  documents.onDidChangeContent(() => {
    session.touch()
    rounds.begin()
  })
  documents.onDidClose(() => {
    session.rescan()
    rounds.begin()
  })
}

/** What happens to files and folders that are not open. */
function followFiles(
  connection: Connection,
  client: Client,
  folders: string[],
  session: Session,
  rounds: Rounds,
): void {
  const rescan = (): void => {
    session.rescan()
    rounds.begin()
  }
  connection.onDidChangeWatchedFiles(rescan)
  if (client.watchesFiles)
    void connection.client.register(DidChangeWatchedFilesNotification.type, {
      watchers: [{ globPattern: '**/*.route' }, { globPattern: '**/*.json' }],
    })
  connection.onNotification('workspace/didChangeWorkspaceFolders', ({ event }: FolderChange) => {
    const gone = new Set(event.removed.map(({ uri }) => folderPath(uri)))
    const kept = folders.filter((folder) => !gone.has(folder))
    folders.splice(0, folders.length, ...kept, ...event.added.map(({ uri }) => folderPath(uri)))
    rescan()
  })
}

interface FolderChange {
  readonly event: {
    readonly added: readonly { readonly uri: string }[]
    readonly removed: readonly { readonly uri: string }[]
  }
}
