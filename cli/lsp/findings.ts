import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { type Diagnostic as Shown, DiagnosticSeverity, DiagnosticTag } from 'vscode-languageserver/node'
import type { Diagnostic, Severity } from '../../lang/diagnostic.ts'
import { packageRoot } from '../package-root.ts'
import { inFolder } from './file-path.ts'
import type { OpenPolicy } from './open-policy.ts'
import { placesOf } from './places.ts'
import type { Texts } from './texts.ts'

/** Every finding of a policy: what is said at once, and what was proved. */
export const findingsOf = ({ snapshot, proof }: OpenPolicy): readonly Diagnostic[] => [
  ...snapshot.diagnostics,
  ...(proof?.diagnostics ?? []),
]

/** What to show for each file of the policies, by path; a file without findings has none. */
export function shownByFile(
  policies: readonly OpenPolicy[],
  texts: Texts,
): ReadonlyMap<string, readonly Shown[]> {
  const shown = new Map<string, Map<string, Shown>>()
  const add = (path: string, finding: Shown): void => {
    const list = shown.get(path) ?? new Map<string, Shown>()
    shown.set(path, list)
    const { start } = finding.range
    list.set(JSON.stringify([finding.code, start, finding.message]), finding)
  }
  for (const policy of policies) {
    const { folder, input, problem } = policy.loaded
    for (const path of input.sources.keys())
      if (!shown.has(inFolder(folder, path))) shown.set(inFolder(folder, path), new Map())
    if (problem !== undefined) add(inFolder(folder, 'gateway.json'), ofGateway(problem))
    for (const finding of findingsOf(policy))
      add(inFolder(folder, finding.primary.span.file), show(finding, policy, texts))
  }
  return new Map([...shown].map(([path, list]) => [path, [...list.values()]]))
}

const top = { line: 0, character: 0 }

const ofGateway = (message: string): Shown => ({
  message,
  source: 'gwc',
  severity: DiagnosticSeverity.Error,
  range: { start: top, end: top },
})

const severities = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
} as const satisfies Record<Severity, DiagnosticSeverity>

const tags: Readonly<Partial<Record<string, DiagnosticTag>>> = {
  GWC1005: DiagnosticTag.Deprecated,
  GWC2101: DiagnosticTag.Unnecessary,
  GWC2104: DiagnosticTag.Unnecessary,
  GWC2105: DiagnosticTag.Unnecessary,
  GWC2106: DiagnosticTag.Unnecessary,
  GWC2804: DiagnosticTag.Unnecessary,
}

function show(finding: Diagnostic, { loaded }: OpenPolicy, texts: Texts): Shown {
  const places = placesOf(loaded, texts)
  const tag = tags[finding.code]
  const page = pageOf(finding.code)
  return {
    range: places.range(finding.primary.span),
    severity: severities[finding.severity],
    code: finding.code,
    source: 'gwc',
    message: wordsOf(finding),
    relatedInformation: finding.secondary.map(({ span, text }) => ({
      location: places.location(span),
      message: text,
    })),
    ...(tag === undefined ? {} : { tags: [tag] }),
    ...(page === undefined ? {} : { codeDescription: { href: page } }),
  }
}

/** The message with its label and notes, as the terminal has them. */
function wordsOf({ message, primary, notes }: Diagnostic): string {
  const label = primary.text === '' ? [] : [primary.text]
  return [message, ...label, ...notes.map(({ kind, text }) => `${kind}: ${text}`)].join('\n')
}

const pages = new Map<string, string | undefined>()

/** The page of a code, where the documentation is installed. */
function pageOf(code: string): string | undefined {
  if (!pages.has(code)) {
    const path = join(packageRoot, 'docs/diagnostics', `${code}.md`)
    pages.set(code, existsSync(path) ? pathToFileURL(path).href : undefined)
  }
  return pages.get(code)
}
