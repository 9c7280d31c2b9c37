import type { Diagnostic } from '../diagnostic.ts'
import type { Span } from '../span.ts'
import type { Checked, CheckedPolicy, RanTest } from './checked.ts'
import { renderFrames } from './code-frame.ts'
import { placesIn } from './place.ts'
import { type Attributes, element, textElement } from './xml.ts'

/**
 * Findings and tests as JUnit XML, a suite per policy: one case that its check found nothing or one per finding, and one
 * per test. JUnit knows no warnings: where they do not fail, they are passed cases with the frame as their output.
 */
export function renderJunit(checked: Checked): string {
  const suites = checked.policies.map((policy) => ({ root: policy.root, cases: casesOf(policy, checked) }))
  const all = suites.flatMap(({ cases }) => cases)
  const written = suites.map(({ root, cases }) =>
    element('testsuite', { name: root, ...countsOf(cases) }, cases.map(writeCase)),
  )
  return `<?xml version="1.0" encoding="UTF-8"?>\n${element('testsuites', { name: 'gwc', ...countsOf(all) }, written)}\n`
}

interface Case {
  readonly attributes: Attributes
  readonly failed: boolean
  /** The first finding of a case that failed; it names the failure. */
  readonly finding: Diagnostic | undefined
  /** What people read of it. */
  readonly frames: string
}

const countsOf = (cases: readonly Case[]): Attributes => ({
  tests: cases.length,
  failures: cases.filter(({ failed }) => failed).length,
})

function casesOf({ root, diagnostics, tests }: CheckedPolicy, checked: Checked): readonly Case[] {
  const placeOf = placesIn(checked.sources)
  const make = (name: string, at: Span, failed: boolean, findings: readonly Diagnostic[]): Case => ({
    attributes: { name, classname: root, file: at.file, line: placeOf(at)?.start.line },
    failed,
    finding: findings[0],
    frames: renderFrames(findings, checked.sources, { colour: false }),
  })
  const fails = ({ severity }: Diagnostic): boolean =>
    severity === 'error' || (severity === 'warning' && checked.strict)
  const found = diagnostics.map((finding) =>
    make(`${finding.code}: ${finding.message}`, finding.primary.span, fails(finding), [finding]),
  )
  const clean = make('no findings', { file: root, start: 0, end: 0 }, false, [])
  const ran = tests.map((test: RanTest) => make(test.title, test.span, !test.passed, test.diagnostics))
  return [...(found.length === 0 ? [clean] : found), ...ran]
}

function writeCase({ attributes, failed, finding, frames }: Case): string {
  if (failed) {
    const about = { message: finding?.message, type: finding?.code }
    return element('testcase', attributes, [textElement('failure', about, frames)])
  }
  return element('testcase', attributes, frames === '' ? [] : [textElement('system-out', {}, frames)])
}
