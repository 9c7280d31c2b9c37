import { priceNotes } from './price-notes.ts'
import type { Note } from './note.ts'
import type { Axis, DecisionTable } from '../../schemas/generated/decision-table.ts'

/** Everything but the tables that makes two policies decide differently. */
export function notesOf(before: DecisionTable, after: DecisionTable): readonly Note[] {
  return [
    ...zoneNotes(before, after),
    ...affinityNotes(before, after),
    ...factNotes(before, after),
    ...priceNotes(before, after),
  ]
}

const clockFacts = new Set(['hour', 'weekday'])

function zoneNotes(before: DecisionTable, after: DecisionTable): readonly Note[] {
  const reads = [...before.axes, ...after.axes].filter(({ fact }) => clockFacts.has(fact))
  if (before.zone === after.zone || reads.length === 0) return []
  const effect = 'hour and weekday are read in it'
  return [{ what: 'zone', before: before.zone, after: after.zone, effect }]
}

function affinityNotes(before: DecisionTable, after: DecisionTable): readonly Note[] {
  if (before.affinity === after.affinity) return []
  const show = ({ affinity }: DecisionTable): string => affinity ?? 'none'
  const effect = 'picks inside cheapest, fastest, best and split stay for the session'
  return [{ what: 'affinity', before: show(before), after: show(after), effect }]
}

/** Facts that both read, and read differently. */
function factNotes(before: DecisionTable, after: DecisionTable): readonly Note[] {
  const known = new Map(before.axes.map((axis) => [axis.fact, axis]))
  const facts = new Map(after.axes.map((axis) => [axis.fact, axis]))
  return [...facts.values()].flatMap((now): readonly Note[] => {
    const old = known.get(now.fact)
    if (old === undefined) return []
    return properties.flatMap(({ name, show, effect }) =>
      show(old) === show(now)
        ? []
        : [
            {
              what: `fact ${now.fact}`,
              before: `${name} ${show(old)}`,
              after: `${name} ${show(now)}`,
              effect,
            },
          ],
    )
  })
}

const properties: readonly {
  readonly name: string
  readonly show: (axis: Axis) => string
  readonly effect: string
}[] = [
  {
    name: 'type',
    show: ({ type }) => (type.kind === 'enum' ? `{${type.values.join(', ')}}` : showType(type)),
    effect: 'values of one type are none of the other',
  },
  {
    name: 'from',
    show: ({ origin }) => (origin.kind === 'builtin' ? 'gwc' : `${origin.kind}:${origin.name}`),
    effect: 'one request may carry two values',
  },
  { name: 'set by', show: ({ source }) => source, effect: 'somebody else has the say' },
]

function showType(type: Axis['type']): string {
  if (type.kind !== 'number') return type.kind
  const { unit, min, max } = type
  return min === undefined && max === undefined ? unit : `${unit} ${min ?? ''}..${max ?? ''}`
}
