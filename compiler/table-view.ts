import { type TableName, tableNames } from '../core/tables.ts'
import type { FactRow } from '../core/types.ts'
import type { Span } from '../lang/span.ts'
import type { Axis, Space } from './classes.ts'
import { type Cube, restrictionOn } from './cube.ts'
import { cubePolicy, type CubedRule } from './cubed.ts'
import { showClasses } from './show.ts'
import { showAction } from './show-outcome.ts'
import type { Policy } from './typed.ts'

/** One table for people: a row per cube, a column per fact that some row asks about. */
export interface TableView {
  readonly name: TableName
  /** Fact names, cheapest to look up first. */
  readonly facts: readonly string[]
  readonly rows: readonly TableViewRow[]
}

export interface TableViewRow {
  readonly rule: string
  readonly span: Span
  /** Per fact what is asked of it, without its name; `''` where anything will do. */
  readonly conditions: readonly string[]
  readonly outcome: string
}

/** The decision tables of a policy, to read. Empty tables are left out; none when the policy is too large to be laid out. */
export function tableViews(policy: Policy): readonly TableView[] {
  const cubing = cubePolicy(policy)
  if (cubing.kind === 'too-large') return []
  const { cubed } = cubing
  return tableNames
    .filter((name) => cubed[name].length > 0)
    .map((name) => viewOf(name, cubed[name], cubed.space))
}

function viewOf(name: TableName, rules: readonly CubedRule[], space: Space): TableView {
  const asked = new Set(rules.flatMap(({ cubes }) => cubes.flatMap((cube) => cube.map(({ axis }) => axis))))
  const facts = [...new Set(space.axes.filter((_, number) => asked.has(number)).map(({ fact }) => fact))]
  const rows = rules.flatMap(({ rule, cubes }) =>
    cubes.map((cube): TableViewRow => {
      const conditions = facts.map((fact) => conditionOn(fact, space, cube))
      return { rule: rule.name, span: rule.span, conditions, outcome: showAction(rule) }
    }),
  )
  return { name, facts: facts.map((fact) => fact.name), rows }
}

function conditionOn(fact: FactRow, space: Space, cube: Cube): string {
  return space.axes
    .flatMap((axis, number) => {
      const set = axis.fact === fact ? restrictionOn(cube, number) : undefined
      return set === undefined ? [] : [withoutName(axis, showClasses(axis, set))]
    })
    .join(' and ')
}

/** The column says the fact's name already: `> 32k`, `yes`, `not contains "x"`. */
function withoutName({ fact, classes }: Axis, shown: string): string {
  if (classes.kind === 'flag' && (shown === fact.name || shown === `not ${fact.name}`))
    return shown === fact.name ? 'yes' : 'no'
  return shown.replaceAll(`${fact.name} `, '').replaceAll(`has ${fact.name}`, 'present')
}
