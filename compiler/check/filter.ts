import type { Model } from '../../core/catalogue.ts'
import { showQuantity } from '../../core/quantity.ts'
import type { FactValue } from '../../core/types.ts'
import type { SetWhere } from '../../lang/ast.ts'
import { note, report } from '../../lang/report.ts'
import { passes } from '../holds.ts'
import { modelPropertyRows, propertiesOf } from '../model-properties.ts'
import { showCond } from '../show.ts'
import type { Atom, Cond } from '../typed.ts'
import { add, type Place } from './checking.ts'
import type { ModelSet } from './scope.ts'

/** How many members are explained one by one when none is left. */
const explainedMax = 12

/** The members of a set that a `where` filter lets through, on the pinned catalogue as of the day of the input. */
export function filterModels(place: Place, from: ModelSet, set: SetWhere): ModelSet | undefined {
  const filter = place.c.checkFilter(
    { ...place, words: { noun: 'property', rows: modelPropertyRows } },
    set.filter,
  )
  if (filter === undefined) return undefined
  const { catalogue, asOf } = place.c.input
  const members = from.ids.flatMap((id) => catalogue.byId.get(id) ?? [])
  const kept = members.filter((model) => verdict(filter, propertiesOf(model, asOf)) === true)
  const shown = `${from.shown.includes(' ') && !from.shown.startsWith('{') ? `(${from.shown})` : from.shown} where ${showCond(filter)}`
  if (kept.length > 0) return { kind: 'models', ids: kept.map(({ id }) => id), shown }
  const reasons = members.slice(0, explainedMax).map((model) => note(explain(model, filter, asOf)))
  const more = members.length - reasons.length
  const notes = more > 0 ? [...reasons, note(`and ${more} more`)] : reasons
  return add(
    place.c,
    report('GWC1307', { problem: `no model of \`${from.shown}\` passes this filter` }, set.filter.span, {
      label: 'no model passes',
      notes,
    }),
  )
}

type Values = Readonly<Record<string, FactValue>>

/** Whether values pass a filter; `undefined` when that hangs on a value the catalogue does not have (Kleene's third value). */
function verdict(filter: Cond, values: Values): boolean | undefined {
  switch (filter.kind) {
    case 'all':
    case 'any': {
      const decisive = filter.kind === 'any'
      const parts = filter.operands.map((operand) => verdict(operand, values))
      if (parts.includes(decisive)) return decisive
      return parts.includes(undefined) ? undefined : !decisive
    }
    case 'not': {
      const inner = verdict(filter.operand, values)
      return inner === undefined ? undefined : !inner
    }
    case 'atom': {
      const value = values[filter.fact.name]
      if (filter.test.kind === 'present') return value !== undefined
      return value === undefined ? undefined : passes(filter.test, filter.fact, value)
    }
  }
}

/** `openai/gpt-4.1: quality is 0.71`: the first values that keep a model out. */
function explain(model: Model, filter: Cond, day: string): string {
  const values = propertiesOf(model, day)
  const culprits = [...new Set(atomsIn(filter, values).map(({ fact }) => fact.name))]
  const words = culprits.slice(0, 3).map((name) => `${name} is ${showValue(name, values[name])}`)
  return `${model.id}: ${words.join(', ') || 'does not pass'}`
}

/** Atoms of the parts that do not hold. */
function atomsIn(filter: Cond, values: Values): readonly Atom[] {
  if (filter.kind === 'atom') return verdict(filter, values) === true ? [] : [filter]
  if (filter.kind === 'not') return verdict(filter, values) === true ? [] : allAtoms(filter.operand)
  return filter.operands.flatMap((operand) => atomsIn(operand, values))
}

function allAtoms(filter: Cond): readonly Atom[] {
  if (filter.kind === 'atom') return [filter]
  return filter.kind === 'not' ? allAtoms(filter.operand) : filter.operands.flatMap(allAtoms)
}

function showValue(name: string, value: FactValue | undefined): string {
  if (value === undefined) return 'unknown'
  const type = modelPropertyRows.get(name)?.type
  return type?.kind === 'number' && typeof value === 'number' ? showQuantity(value, type.unit) : String(value)
}
