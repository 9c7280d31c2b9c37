import type { Action, Axis, DecisionTable } from '../../schemas/generated/decision-table.ts'

/**
 * The old table with its budgets and limits called as the new one calls them: `was old_name` carries usage through a
 * renaming, so that the two are one. Rules keep their names, which are only shown.
 */
export function followRenames(before: DecisionTable, after: DecisionTable): DecisionTable {
  const names = new Map(
    after.rules.flatMap(({ table, name, was }) =>
      was !== undefined && (table === 'budget' || table === 'limit') ? [[was, name] as const] : [],
    ),
  )
  if (names.size === 0) return before
  return {
    ...before,
    axes: before.axes.map((axis) => renamedAxis(axis, names)),
    actions: before.actions.map((action) => renamedAction(action, names)),
  }
}

function renamedAction(action: Action, names: ReadonlyMap<string, string>): Action {
  if (action.kind !== 'budget' && action.kind !== 'limit') return action
  return { ...action, name: names.get(action.name) ?? action.name }
}

/** `old_name.spent` becomes `name.spent`. */
function renamedAxis(axis: Axis, names: ReadonlyMap<string, string>): Axis {
  if (axis.origin.kind !== 'meter') return axis
  const name = names.get(axis.origin.name)
  if (name === undefined || !axis.fact.startsWith(`${axis.origin.name}.`)) return axis
  const fact = `${name}${axis.fact.slice(axis.origin.name.length)}`
  return { ...axis, fact, origin: { ...axis.origin, name } }
}
