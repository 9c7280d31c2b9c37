import {
  type CodeAction,
  CodeActionKind,
  type Diagnostic as Shown,
  type Range,
} from 'vscode-languageserver/node'
import type { Diagnostic, Fix } from '../../lang/diagnostic.ts'
import { pickApart } from '../apply-fixes.ts'
import { findingsOf } from './findings.ts'
import type { OpenPolicy } from './open-policy.ts'
import { type Places, placesOf } from './places.ts'
import type { Texts } from './texts.ts'

/** The fixes of the findings in a range, and `fixAll`: every fix of the file that keeps what was meant. */
export function codeActionsIn(
  policy: OpenPolicy,
  texts: Texts,
  file: string,
  range: Range,
  shown: readonly Shown[],
): readonly CodeAction[] {
  const places = placesOf(policy.loaded, texts)
  const findings = findingsOf(policy).filter(({ primary }) => primary.span.file === file)
  const here = findings.filter(({ primary }) => touches(places.range(primary.span), range))
  const fixes = here.flatMap((finding) => finding.fixes.map((fix) => quickFix(finding, fix, places, shown)))
  return [...fixes, ...fixAll(findings, places)]
}

function quickFix(
  { code }: Diagnostic,
  { title, edits, applicability }: Fix,
  places: Places,
  shown: readonly Shown[],
): CodeAction {
  return {
    title: title.charAt(0).toUpperCase() + title.slice(1),
    kind: CodeActionKind.QuickFix,
    edit: places.edits(edits),
    diagnostics: shown.filter((each) => each.code === code),
    ...(applicability === 'machine' ? { isPreferred: true } : {}),
  }
}

function fixAll(findings: readonly Diagnostic[], places: Places): readonly CodeAction[] {
  const fixes = findings.flatMap((finding) =>
    finding.fixes.filter(({ applicability }) => applicability === 'machine'),
  )
  if (fixes.length === 0) return []
  const edits = pickApart(fixes).flatMap((fix) => fix.edits)
  return [
    {
      title: 'Apply every fix that keeps what was meant',
      kind: `${CodeActionKind.SourceFixAll}.gwc`,
      edit: places.edits(edits),
    },
  ]
}

const touches = (a: Range, b: Range): boolean => !isBefore(a.end, b.start) && !isBefore(b.end, a.start)

const isBefore = (a: Range['start'], b: Range['start']): boolean =>
  a.line < b.line || (a.line === b.line && a.character < b.character)
