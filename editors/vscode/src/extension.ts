import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { commands, type ExtensionContext, Location, Position, Range, Uri, window, workspace } from 'vscode'
import { LanguageClient, type ServerOptions, TransportKind } from 'vscode-languageclient/node'

let client: LanguageClient | undefined

/** Starts the server when a policy is at hand. */
export async function activate(context: ExtensionContext): Promise<void> {
  context.subscriptions.push(
    commands.registerCommand('gwc.restart', () => restart(context)),
    commands.registerCommand('gwc.showTests', showTests),
    workspace.onDidChangeConfiguration(async (change) => {
      if (change.affectsConfiguration('gwc.path')) await restart(context)
    }),
    workspace.onDidGrantWorkspaceTrust(() => restart(context)),
  )
  await start(context)
}

export async function deactivate(): Promise<void> {
  await client?.stop()
}

async function restart(context: ExtensionContext): Promise<void> {
  await client?.stop()
  await start(context)
}

async function start(context: ExtensionContext): Promise<void> {
  client = new LanguageClient('gwc', 'gwc', serverOptions(context), {
    documentSelector: [{ language: 'route' }, { scheme: 'file', pattern: '**/{gateway,*.facts}.json' }],
    initializationOptions: { commands: true },
  })
  try {
    await client.start()
  } catch (error) {
    void window.showErrorMessage(
      `gwc: the server did not start: ${error instanceof Error ? error.message : String(error)}`,
    )
  }
}

/** The configured gwc, else the folder's own, else the one that comes along. A folder that is not trusted names none. */
function serverOptions(context: ExtensionContext): ServerOptions {
  const command = workspace.isTrusted ? (configured() ?? installed()) : undefined
  if (command !== undefined)
    return { command, args: ['lsp', '--stdio'], options: { shell: process.platform === 'win32' } }
  const module = context.asAbsolutePath('dist/server/main.mjs')
  return { module, args: ['lsp'], transport: TransportKind.stdio }
}

function configured(): string | undefined {
  const path = workspace.getConfiguration('gwc').get<string>('path', '')
  return path === '' ? undefined : path
}

function installed(): string | undefined {
  const name = process.platform === 'win32' ? 'gwc.cmd' : 'gwc'
  return (workspace.workspaceFolders ?? [])
    .map(({ uri }) => join(uri.fsPath, 'node_modules/.bin', name))
    .find((path) => existsSync(path))
}

interface Place {
  readonly uri: string
  readonly range: { readonly start: Point; readonly end: Point }
}

interface Point {
  readonly line: number
  readonly character: number
}

/** Shows the tests that a lens speaks of. */
function showTests(uri: string, at: Point, tests: readonly Place[]): Thenable<unknown> {
  const places = tests.map((each) => new Location(Uri.parse(each.uri), rangeOf(each.range)))
  return commands.executeCommand('editor.action.showReferences', Uri.parse(uri), pointOf(at), places)
}

const pointOf = ({ line, character }: Point): Position => new Position(line, character)
const rangeOf = ({ start, end }: Place['range']): Range => new Range(pointOf(start), pointOf(end))
