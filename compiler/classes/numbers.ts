import type { FactType } from '../../core/types.ts'
import type { Test } from '../typed.ts'
import { withAbsence } from './absence.ts'
import type { Asked, Axis } from './axis.ts'

type NumberType = Extract<FactType, { kind: 'number' }>

/** A place between two classes: just before `at`, or just after it. */
interface Cut {
  readonly at: number
  readonly after: boolean
}

/**
 * Classes of a number: the intervals between the cuts. `<` and `>=` cut before their constant, `<=` and `>` after it,
 * `==` on both sides. In whole units "after c" is "before c + 1", and a cut outside the fact's range is none, so no
 * class is empty.
 */
export function numberAxis(asked: Asked, type: NumberType): Axis {
  const cuts = distinct(asked.tests.flatMap(cutsOf).map((cut) => whole(cut, type))).filter((cut) =>
    divides(cut, type),
  )
  const samples = Array.from({ length: cuts.length + 1 }, (_, i) => sample(cuts[i - 1], cuts[i], type))
  return withAbsence(asked, {
    classes: { kind: 'cuts', at: cuts.map((cut) => cut.at), after: cuts.map((cut) => cut.after) },
    samples,
    classOf: (value) => cuts.filter((cut) => isPast(Number(value), cut)).length,
  })
}

function cutsOf(test: Test): readonly Cut[] {
  if (test.kind !== 'compare') return []
  const before = { at: test.value, after: false }
  const after = { at: test.value, after: true }
  switch (test.op) {
    case '<':
    case '>=':
      return [before]
    case '<=':
    case '>':
      return [after]
    case '==':
    case '!=':
      return [before, after]
  }
}

function whole(cut: Cut, type: NumberType): Cut {
  return cut.after && type.unit !== 'decimal' ? { at: cut.at + 1, after: false } : cut
}

function distinct(cuts: readonly Cut[]): readonly Cut[] {
  const sorted = cuts.toSorted((a, b) => a.at - b.at || Number(a.after) - Number(b.after))
  return sorted.filter(
    (cut, i) => i === 0 || cut.at !== sorted[i - 1]?.at || cut.after !== sorted[i - 1]?.after,
  )
}

/** Whether values lie on both sides of it. */
function divides(cut: Cut, { min = -Infinity, max = Infinity }: NumberType): boolean {
  return cut.after ? cut.at >= min && cut.at < max : cut.at > min && cut.at <= max
}

function isPast(value: number, cut: Cut): boolean {
  return value > cut.at || (value === cut.at && !cut.after)
}

/** A value between two cuts that reads well: the constant itself, or the roundest number near it. */
function sample(low: Cut | undefined, high: Cut | undefined, type: NumberType): number {
  if (low !== undefined && !low.after) return low.at
  if (low !== undefined) return above(low.at, high, type)
  if (type.min !== undefined) return type.min
  if (high === undefined) return 0
  if (high.after) return high.at
  return high.at > 0 ? 0 : high.at - 1
}

/** A decimal above `low`, and not past `high`. */
function above(low: number, high: Cut | undefined, type: NumberType): number {
  const fits = (value: number): boolean =>
    value > low && (high === undefined || !isPast(value, high)) && value <= (type.max ?? Infinity)
  const round = [1, 0.5, 0.1, 0.05, 0.01, 0.001].map((step) => Math.round((low + step) * 1000) / 1000)
  const top = high?.at ?? type.max ?? low + 1
  return round.find(fits) ?? (low + top) / 2
}
