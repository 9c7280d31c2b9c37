import type { Diagnostic, Severity } from '../diagnostic.ts'
import { allFindings, type Checked } from './checked.ts'
import { renderFrames } from './code-frame.ts'
import { type Place, placesIn } from './place.ts'
import { bySeverity } from './severity-order.ts'
import { showWitness } from './witness.ts'

/** Of each kind, GitHub shows so many annotations of one step; what is past them stands in the log only. */
const shownMax = 10

const commands = { error: 'error', warning: 'warning', info: 'notice' } as const satisfies Record<
  Severity,
  string
>

/**
 * Findings as GitHub's workflow commands, errors first: an annotation beside the line each, after a folded group that
 * shows them with their source. Source: docs.github.com, "Workflow commands for GitHub Actions".
 */
export function renderGithub(checked: Checked): string {
  const findings = allFindings(checked)
  const placeOf = placesIn(checked.sources)
  const lines = [
    ...(findings.length === 0 ? [] : group(checked, findings)),
    ...bySeverity(findings).map((finding) => annotation(finding, placeOf(finding.primary.span))),
    ...cutNotice(findings),
    checked.summary,
  ]
  return `${lines.join('\n')}\n`
}

/**
 * The frames quote the policy, and no line of them may be read as a command: between the two marks the runner reads
 * none. INVARIANT: the mark does not occur in the frames.
 */
function group(checked: Checked, findings: readonly Diagnostic[]): readonly string[] {
  const frames = renderFrames(findings, checked.sources, { colour: false })
  let mark = 'gwc-frames'
  while (frames.includes(mark)) mark += '-'
  return [
    `::group::${escapeData(`gwc: ${checked.summary}`)}`,
    `::stop-commands::${mark}`,
    frames.trimEnd(),
    `::${mark}::`,
    '::endgroup::',
  ]
}

function annotation(finding: Diagnostic, place: Place | undefined): string {
  const { code, severity, primary } = finding
  const properties = [
    ['file', primary.span.file],
    ...(place === undefined ? [] : rangeOf(place)),
    ['title', code],
  ]
  const written = properties.map(([name, value = '']) => `${name}=${escapeProperty(value)}`)
  return `::${commands[severity]} ${written.join(',')}::${escapeData(wordsOf(finding))}`
}

/** GitHub takes columns only of a range within one line. */
const rangeOf = ({ start, end }: Place): readonly (readonly [name: string, value: string])[] =>
  start.line === end.line
    ? [
        ['line', `${start.line}`],
        ['col', `${start.column}`],
        ['endColumn', `${end.column}`],
      ]
    : [
        ['line', `${start.line}`],
        ['endLine', `${end.line}`],
      ]

const wordsOf = ({ message, notes, witness, code }: Diagnostic): string =>
  [
    message,
    ...notes.map(({ kind, text }) => `${kind}: ${text}`),
    ...(witness === undefined ? [] : [`example: ${showWitness(witness)}`]),
    `more: gwc explain ${code}`,
  ].join('\n')

function cutNotice(findings: readonly Diagnostic[]): readonly string[] {
  const counts = [...Map.groupBy(findings, ({ severity }) => severity).values()].map(({ length }) => length)
  if (Math.max(0, ...counts) <= shownMax) return []
  const words = `GitHub shows the first ${shownMax} annotations of a kind and step; the log of this step shows all ${findings.length}`
  return [`::notice title=gwc::${escapeData(words)}`]
}

const escapeData = (text: string): string =>
  text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')

const escapeProperty = (text: string): string =>
  escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C')
