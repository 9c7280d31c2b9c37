import { once } from 'node:events'
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node'
import { exitCode, type ExitCode } from './exit-code.ts'
import { serveEditor } from './lsp/serve.ts'

/** `gwc lsp`: the language server on standard input and output, until the editor says exit or goes. */
export async function run(): Promise<ExitCode> {
  const gone = once(process.stdin, 'end')
  serveEditor(createConnection(ProposedFeatures.all, process.stdin, process.stdout))
  await gone
  return exitCode.ok
}
