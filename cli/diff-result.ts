import type { PolicyDiff } from '../compiler/diff.ts'
import type { BrokenAssertions } from '../compiler/diff/broken-assertions.ts'
import type { ReportedChange } from '../compiler/diff/report.ts'
import type { Weighed } from '../compiler/diff/weigh.ts'

/** Everything that `gwc diff` has to say, whatever the format. */
export interface DiffResult {
  readonly old: string
  readonly new: string
  readonly diff: PolicyDiff
  readonly changes: readonly ReportedChange[]
  readonly only: OnlyResult | undefined
  readonly assertions: BrokenAssertions
  readonly log: (Weighed & { readonly otherLines: number }) | undefined
}

/** Whether everything that differs lies inside a condition. */
export interface OnlyResult {
  readonly condition: string
  /** Of a request outside: the table that decides it otherwise, and the request as `gwc why` takes it. */
  readonly outside: { readonly table: string; readonly request: string } | undefined
  /** The cap on steps left open whether there is one. */
  readonly isProven: boolean
}

/** `3 changes: 2 route, 1 cache`. */
export function countChanges({ changes, diff }: DiffResult): string {
  const tables = Map.groupBy(changes, ({ table }) => table.split(' ')[0] ?? table)
  const counts = [
    ...[...tables].map(([table, list]) => `${list.length} ${table}`),
    ...(diff.notes.length === 0 ? [] : [`${diff.notes.length} beside the tables`]),
  ]
  const all = changes.length + diff.notes.length
  return all === 0
    ? 'no request is decided differently'
    : `${all} ${all === 1 ? 'change' : 'changes'}: ${counts.join(', ')}`
}

/** `12.4% of requests, -$38.20 a day`; `undefined` without a log. */
export function sumUpLog({ log }: DiffResult): string | undefined {
  if (log === undefined) return undefined
  const { requests, changed, days } = log
  const open = changed.unpriced === 0 ? '' : `, ${changed.unpriced} not priced`
  return `${showShare(changed.requests, requests)} of ${requests} requests, ${showMoney(changed.nanos / days)} a day${open}`
}

/** A part of a whole in percent, to one place where that says something. */
export function showShare(part: number, whole: number): string {
  const percent = (100 * part) / whole
  return part > 0 && percent < 0.1 ? '<0.1%' : `${Number(percent.toFixed(1))}%`
}

/** Nano-dollars that are added or saved: `+$1.20`, `-$38.20`, `$0`. */
export function showMoney(nanos: number): string {
  const dollars = Math.abs(nanos) / 1e9
  if (dollars === 0) return '$0'
  const text = dollars < 0.005 ? dollars.toPrecision(1) : dollars.toFixed(2)
  return `${nanos < 0 ? '-' : '+'}$${text}`
}

/** A list that is long is told by its first members: `{"a", "b", … 95 more}`. */
export function shorten(condition: string): string {
  return condition.replaceAll(/\{([^{}]*)\}/g, (whole, inner: string) => {
    const members = inner.split(', ')
    if (members.length <= membersMax) return whole
    return `{${members.slice(0, membersMax - 1).join(', ')}, … ${members.length - membersMax + 1} more}`
  })
}

const membersMax = 8
