import { writeFileSync } from 'node:fs'
import type { Diagnostic, Edit, Fix } from '../lang/diagnostic.ts'

/** Applies the machine-applicable fixes to the files on disk; of fixes that touch the same text the first wins. Returns what was done. */
export function applyFixes(diagnostics: readonly Diagnostic[], sources: ReadonlyMap<string, string>): Fix[] {
  const applied = pickApart(
    diagnostics.flatMap(({ fixes }) => fixes.filter(({ applicability }) => applicability === 'machine')),
  )
  const edits = Map.groupBy(
    applied.flatMap((fix) => fix.edits),
    ({ span }) => span.file,
  )
  for (const [file, changes] of edits) writeFileSync(file, edited(sources.get(file) ?? '', changes))
  return applied
}

/** The fixes that can be applied together: of those that touch the same text the first. */
export function pickApart(fixes: readonly Fix[]): Fix[] {
  const taken: Edit[] = []
  return fixes.filter(({ edits }) => {
    if (edits.some((edit) => taken.some((other) => overlaps(edit, other)))) return false
    taken.push(...edits)
    return true
  })
}

const overlaps = ({ span: a }: Edit, { span: z }: Edit): boolean =>
  a.file === z.file && a.start <= z.end && z.start <= a.end

/** INVARIANT: the edits do not overlap, so from the last to the first no offset moves before it is used. */
const edited = (text: string, edits: readonly Edit[]): string =>
  edits
    .toSorted((a, z) => z.span.start - a.span.start)
    .reduce((now, { span, newText }) => now.slice(0, span.start) + newText + now.slice(span.end), text)
