import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import {
  createProtocolConnection,
  type Diagnostic,
  type InitializeParams,
  type Position,
  type ProtocolConnection,
  PublishDiagnosticsNotification,
  type PublishDiagnosticsParams,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver-protocol/node'

const main = join(import.meta.dirname, '../../cli/main.ts')

/** An editor that talks to `gwc lsp --stdio` as any other would. */
export interface LanguageClient {
  readonly connection: ProtocolConnection
  readonly process: ChildProcess
  readonly uri: (file: string) => string
  readonly open: (file: string, text: string, version?: number) => Promise<void>
  /** Replaces the whole text. */
  readonly change: (file: string, text: string, version: number) => Promise<void>
  readonly close: (file: string) => Promise<void>
  /** The first findings of a file, among those sent so far and later ones, that pass. */
  readonly findings: (
    file: string,
    passes?: (diagnostics: readonly Diagnostic[], params: PublishDiagnosticsParams) => boolean,
  ) => Promise<readonly Diagnostic[]>
  /** The next time that the server has proved a policy, if the client said that its lenses can be refreshed. */
  readonly proved: () => Promise<void>
  [Symbol.asyncDispose]: () => Promise<void>
}

/** Starts the server on a folder and shakes hands. */
export async function startLanguageClient(
  folders: readonly string[],
  options: {
    readonly capabilities?: InitializeParams['capabilities']
    readonly commands?: boolean
    /** What Node is to run in place of the command's own source. */
    readonly server?: string
  } = {},
): Promise<LanguageClient> {
  const server = options.server ?? main
  const child = spawn(process.execPath, [server, 'lsp', '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] })
  const connection = createProtocolConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  )
  const [folder = ''] = folders
  const uri = (file: string): string => (file.includes(':') ? file : pathToFileURL(join(folder, file)).href)
  const mailbox = collectFindings(connection)
  let tellProved = (): void => undefined
  connection.onRequest('workspace/codeLens/refresh', () => {
    tellProved()
    return null
  })
  connection.listen()
  await connection.sendRequest('initialize', {
    processId: process.pid,
    rootUri: null,
    workspaceFolders: folders.map((each) => ({ uri: pathToFileURL(each).href, name: each })),
    capabilities: { workspace: { codeLens: { refreshSupport: true } }, ...options.capabilities },
    initializationOptions: { commands: options.commands ?? false },
  } satisfies InitializeParams)
  await connection.sendNotification('initialized', {})
  const notify = (method: string, params: object): Promise<void> =>
    connection.sendNotification(`textDocument/${method}`, params)
  return {
    connection,
    process: child,
    uri,
    open: (file, text, version = 1) =>
      notify('didOpen', { textDocument: { uri: uri(file), languageId: 'route', version, text } }),
    change: (file, text, version) =>
      notify('didChange', { textDocument: { uri: uri(file), version }, contentChanges: [{ text }] }),
    close: (file) => notify('didClose', { textDocument: { uri: uri(file) } }),
    proved: () => new Promise((resolve) => (tellProved = resolve)),
    findings: (file, passes = () => true) => mailbox(uri(file), passes),
    async [Symbol.asyncDispose]() {
      if (child.exitCode === null) {
        const ended = once(child, 'exit')
        await connection.sendRequest('shutdown')
        await connection.sendNotification('exit')
        await ended
      }
      connection.dispose()
    },
  }
}

type Passes = (diagnostics: readonly Diagnostic[], params: PublishDiagnosticsParams) => boolean

/** What the server last said of each file, and who waits for it to say something else. */
function collectFindings(
  connection: ProtocolConnection,
): (uri: string, passes: Passes) => Promise<readonly Diagnostic[]> {
  const last = new Map<string, PublishDiagnosticsParams>()
  const waiting = new Set<() => void>()
  connection.onNotification(PublishDiagnosticsNotification.type, (params) => {
    last.set(params.uri, params)
    for (const look of waiting) look()
  })
  return (uri, passes) =>
    new Promise((resolve) => {
      const look = (): void => {
        const params = last.get(uri)
        if (params === undefined || !passes(params.diagnostics, params)) return
        waiting.delete(look)
        resolve(params.diagnostics)
      }
      waiting.add(look)
      look()
    })
}

/** The text without its `¦`, and the place where it stood. */
export function cursorIn(marked: string): { readonly text: string; readonly position: Position } {
  const offset = marked.indexOf('¦')
  const before = marked.slice(0, offset).split('\n')
  return {
    text: marked.replace('¦', ''),
    position: { line: before.length - 1, character: before.at(-1)?.length ?? 0 },
  }
}
