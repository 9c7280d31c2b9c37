import type { Connection, Diagnostic } from 'vscode-languageserver/node'
import { uriOf } from './file-path.ts'
import { shownByFile } from './findings.ts'
import type { OpenPolicy } from './open-policy.ts'
import type { Texts } from './texts.ts'

/** Sends the findings of the policies; files whose findings are the same for the same text are left out. */
export type Publish = (policies: readonly OpenPolicy[]) => void

/** A publisher that remembers what the editor shows, and clears it when it is gone. */
export function publisherTo(connection: Pick<Connection, 'sendDiagnostics'>, texts: Texts): Publish {
  const sent = new Map<string, string>()
  const send = (path: string, diagnostics: readonly Diagnostic[]): void => {
    const version = texts.open.get(path)?.version
    const key = JSON.stringify([version ?? null, diagnostics])
    if (sent.get(path) === key) return
    sent.set(path, key)
    void connection.sendDiagnostics({
      uri: uriOf(path),
      diagnostics: [...diagnostics],
      ...(version === undefined ? {} : { version }),
    })
  }
  return (policies) => {
    const shown = shownByFile(policies, texts)
    for (const path of sent.keys()) {
      if (shown.has(path)) continue
      send(path, [])
      sent.delete(path)
    }
    for (const [path, diagnostics] of shown)
      if (diagnostics.length > 0 || sent.has(path) || texts.open.has(path)) send(path, diagnostics)
  }
}
