import type { Diagnostic, Fix } from '../../lang/diagnostic.ts'
import type { Span } from '../../lang/span.ts'
import type { Proof } from './prove.ts'

type Sources = ReadonlyMap<string, string>

/**
 * What was proved of a text, at its places in a later one: findings stay on their words while someone types elsewhere,
 * until the later text is proved itself. What the edit touched is dropped. An edit counts as one replaced stretch.
 */
export function shiftProof(proof: Proof, before: Sources, after: Sources): Proof {
  const { move, stretch } = moverBetween(before, after)
  return {
    diagnostics: proof.diagnostics.flatMap((each) => shiftDiagnostic(each, move)),
    rules: proof.rules.flatMap((rule) => {
      const span = stretch(rule.span)
      return span === undefined ? [] : [{ ...rule, span, tests: shiftAll(rule.tests, stretch) }]
    }),
    tests: keep(proof.tests, stretch),
    assertions: keep(proof.assertions, stretch),
  }
}

function keep<T extends { readonly span: Span }>(all: readonly T[], move: Mover): readonly T[] {
  return all.flatMap((each) => {
    const span = move(each.span)
    return span === undefined ? [] : [{ ...each, span }]
  })
}

/** Where a span stands now; `undefined` when its words were touched. */
type Mover = (span: Span) => Span | undefined

const shiftAll = (spans: readonly Span[], move: Mover): readonly Span[] =>
  spans.map(move).filter((span) => span !== undefined)

function shiftDiagnostic(diagnostic: Diagnostic, move: Mover): readonly Diagnostic[] {
  const span = move(diagnostic.primary.span)
  if (span === undefined) return []
  const secondary = diagnostic.secondary.flatMap((label) => {
    const at = move(label.span)
    return at === undefined ? [] : [{ ...label, span: at }]
  })
  const fixes = diagnostic.fixes.flatMap((fix) => shiftFix(fix, move))
  return [{ ...diagnostic, primary: { ...diagnostic.primary, span }, secondary, fixes }]
}

/** A fix whose words were touched is no fix any more. */
function shiftFix(fix: Fix, move: Mover): readonly Fix[] {
  const edits = fix.edits.flatMap((edit) => {
    const span = move(edit.span)
    return span === undefined ? [] : [{ ...edit, span }]
  })
  return edits.length === fix.edits.length ? [{ ...fix, edits }] : []
}

/** `move` drops what was touched; `stretch` keeps what holds the edit, so that a lens stays above its rule while someone types in it. */
function moverBetween(before: Sources, after: Sources): { readonly move: Mover; readonly stretch: Mover } {
  const changes = new Map<string, Change | 'same' | 'gone'>()
  const changeOf = (file: string): Change | 'same' | 'gone' => {
    const found = changes.get(file) ?? compare(before.get(file), after.get(file))
    changes.set(file, found)
    return found
  }
  const by =
    (shift: (span: Span, change: Change) => Span | undefined): Mover =>
    (span) => {
      const change = changeOf(span.file)
      if (change === 'same') return span
      return change === 'gone' ? undefined : shift(span, change)
    }
  return { move: by(moved), stretch: by(stretched) }
}

/** The stretch that was replaced: from `start`, in the earlier text up to `end`; what follows moved by `by`. */
interface Change {
  readonly start: number
  readonly end: number
  readonly by: number
}

function compare(before: string | undefined, after: string | undefined): Change | 'same' | 'gone' {
  if (before === undefined || after === undefined) return 'gone'
  if (before === after) return 'same'
  const most = Math.min(before.length, after.length)
  let start = 0
  while (start < most && before.charCodeAt(start) === after.charCodeAt(start)) start++
  let tail = 0
  while (
    tail < most - start &&
    before.charCodeAt(before.length - 1 - tail) === after.charCodeAt(after.length - 1 - tail)
  )
    tail++
  return { start, end: before.length - tail, by: after.length - before.length }
}

function moved(span: Span, { start, end, by }: Change): Span | undefined {
  if (span.end < start) return span
  return span.start > end ? { ...span, start: span.start + by, end: span.end + by } : undefined
}

function stretched(span: Span, change: Change): Span | undefined {
  const holds = span.start < change.start && change.end < span.end
  return holds ? { ...span, end: span.end + change.by } : moved(span, change)
}
