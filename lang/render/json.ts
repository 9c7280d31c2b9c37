import { codes } from '../codes/index.ts'
import type { CodeRow } from '../codes/row.ts'
import type { Diagnostic, Severity, Witness } from '../diagnostic.ts'
import { type LineIndex, type Position, indexLines } from '../line-index.ts'
import type { Span } from '../span.ts'
import type { Sources } from './code-frame.ts'

/**
 * What `--format json` prints. Stable: fields are added, never changed. Lines and columns count from 1, columns and
 * offsets in UTF-16 units; both are absent for a file whose text is not at hand.
 */
export interface JsonReport {
  readonly version: 1
  readonly counts: Readonly<Record<Severity, number>>
  readonly diagnostics: readonly JsonDiagnostic[]
}

export interface JsonDiagnostic extends JsonRange {
  readonly code: string
  readonly severity: Severity
  /** The code in a few words: the same for all its findings. */
  readonly title: string
  readonly message: string
  readonly label: string
  readonly secondary: readonly (JsonRange & { readonly label: string })[]
  readonly notes: readonly { readonly kind: string; readonly text: string }[]
  readonly fixes: readonly JsonFix[]
  /** Facts of a request that shows the finding, in base units. */
  readonly witness: Witness | null
}

export interface JsonFix {
  readonly title: string
  readonly applicability: 'machine' | 'manual'
  readonly edits: readonly (JsonRange & { readonly newText: string })[]
}

export interface JsonRange {
  readonly file: string
  readonly start?: Position & { readonly offset: number }
  readonly end?: Position & { readonly offset: number }
}

/** Diagnostics as one JSON document, with a line end. */
export function renderJson(diagnostics: readonly Diagnostic[], sources: Sources): string {
  return `${JSON.stringify(reportOf(diagnostics, sources), null, 2)}\n`
}

function reportOf(diagnostics: readonly Diagnostic[], sources: Sources): JsonReport {
  const indexes = new Map([...sources].map(([file, text]) => [file, indexLines(text)] as const))
  const count = (severity: Severity): number => diagnostics.filter((one) => one.severity === severity).length
  return {
    version: 1,
    counts: { error: count('error'), warning: count('warning'), info: count('info') },
    diagnostics: diagnostics.map((diagnostic) => jsonOf(diagnostic, indexes)),
  }
}

type Indexes = ReadonlyMap<string, LineIndex>

function jsonOf(diagnostic: Diagnostic, indexes: Indexes): JsonDiagnostic {
  const { code, severity, message, primary, secondary, notes, fixes, witness } = diagnostic
  return {
    code,
    severity,
    title: titles.get(code) ?? '',
    message,
    ...rangeOf(primary.span, indexes),
    label: primary.text,
    secondary: secondary.map(({ span, text }) => ({ ...rangeOf(span, indexes), label: text })),
    notes,
    fixes: fixes.map((fix) => ({
      title: fix.title,
      applicability: fix.applicability,
      edits: fix.edits.map(({ span, newText }) => ({ ...rangeOf(span, indexes), newText })),
    })),
    witness: witness ?? null,
  }
}

const titles: ReadonlyMap<string, string> = new Map(
  Object.entries(codes).map(([code, row]: [string, Pick<CodeRow<never>, 'title'>]) => [code, row.title]),
)

function rangeOf({ file, start, end }: Span, indexes: Indexes): JsonRange {
  const index = indexes.get(file)
  if (!index) return { file }
  return {
    file,
    start: { ...index.positionAt(start), offset: start },
    end: { ...index.positionAt(end), offset: end },
  }
}
