import { sealArtifact } from '../core/artifact-checksum.ts'
import { byTable, type TableName } from '../core/tables.ts'
import type { Catalogue } from '../core/catalogue.ts'
import type { Action, Axis as AxisRow, DecisionTable, Table } from '../schemas/generated/decision-table.ts'
import { isCovered } from './blockers.ts'
import type { Axis } from './classes.ts'
import { type Cube, everything } from './cube.ts'
import type { CubedPolicy, CubedRule } from './cubed.ts'
import { actionOf, actionTable, type ActionTable, builtIn } from './emit/actions.ts'
import { axesOf, encodeBits } from './emit/bits.ts'
import { pinnedModels } from './emit/models.ts'
import { presentTables } from './emit/present-tables.ts'
import { provenanceOf } from './emit/provenance.ts'
import { requirementsOf } from './emit/requirements.ts'
import { selfTestOf } from './emit/self-test.ts'
import type { Reach } from './reach.ts'
import type { PolicyRule } from './rules.ts'
import { version } from './version.ts'

/** What emit takes beside the policy in cubes. */
export interface EmitContext {
  readonly catalogue: Catalogue
  /** Text by path, for the lines of provenance. */
  readonly sources: ReadonlyMap<string, string>
  readonly reach: ReadonlyMap<PolicyRule, Reach>
}

/** Lays a checked policy out as the decision table that the runtime loads (steps 4 and 5). Its rows are the cubes, in rule order. */
export function emit(cubed: CubedPolicy, { catalogue, sources, reach }: EmitContext): DecisionTable {
  const { policy, space } = cubed
  const interned = actionTable()
  return sealArtifact<DecisionTable>({
    format: 'gwc.decision-table',
    version: 1,
    compiler: version,
    requires: requirementsOf(policy),
    zone: policy.zone,
    catalogueDate: catalogue.date,
    axes: space.axes.map(axisRow),
    tables: presentTables(
      policy,
      byTable((name) => tableOf(cubed, cubed[name], interned, suppliedRow(cubed, name))),
    ),
    ...(policy.affinity === undefined ? {} : { affinity: 'session' as const }),
    rules: provenanceOf(policy, sources),
    actions: interned.actions,
    models: pinnedModels(cubed, catalogue),
    selfTest: selfTestOf(cubed, reach),
  })
}

/** The bytes of an artifact: equal tables, equal text. */
export function serialize(table: DecisionTable): string {
  return `${JSON.stringify(table)}\n`
}

function axisRow({ fact, classes, count, missing }: Axis): AxisRow {
  return {
    fact: fact.name,
    type: structuredClone(fact.type) as AxisRow['type'],
    source: fact.source,
    cost: fact.cost,
    origin: { ...fact.origin },
    ...(fact.default === undefined
      ? {}
      : { default: structuredClone(fact.default) as NonNullable<AxisRow['default']> }),
    count,
    ...(missing === undefined ? {} : { missing }),
    classes,
  }
}

/** What gwc itself does where no row of the policy matches; `undefined` where nothing is to be done. */
function suppliedRow(cubed: CubedPolicy, table: TableName): Action | undefined {
  switch (table) {
    case 'guard':
    case 'budget':
    case 'limit':
    case 'shape':
      return undefined
    case 'route':
      return isTotal(cubed) ? undefined : builtIn.route
    case 'embeddings':
    case 'cache':
    case 'attempt':
    case 'log':
      return builtIn[table]
  }
}

/** Whether the route takes every request by itself, without the guard's denies. */
function isTotal(cubed: CubedPolicy): boolean {
  const taken = [...cubed.space.impossible, ...cubed.route.flatMap(({ cubes }) => cubes)]
  return isCovered(cubed, [everything], taken)
}

interface Row {
  readonly cube: Cube
  /** Index of the rule, -1 for what gwc itself supplies. */
  readonly rule: number
  readonly action: Action
}

/** A table's rows: each rule's cubes in rule order, then what gwc does where no rule matches. */
function tableOf(
  { space }: CubedPolicy,
  rules: readonly CubedRule[],
  interned: ActionTable,
  otherwise: Action | undefined,
): Table {
  const axisOf = (fact: string): number => space.axes.findIndex((axis) => axis.fact.name === fact)
  const own = rules.flatMap(({ rule, index, cubes }) => {
    const action = actionOf(rule, axisOf)
    return cubes.map((cube): Row => ({ cube, rule: index, action }))
  })
  const rows = otherwise === undefined ? own : [...own, { cube: everything, rule: -1, action: otherwise }]
  const cubes = rows.map(({ cube }) => cube)
  const axes = axesOf(cubes)
  return {
    axes: [...axes],
    rows: rows.length,
    bits: encodeBits(cubes, axes, (axis) => space.axes[axis]?.count ?? 0),
    rule: rows.map(({ rule }) => rule),
    action: rows.map(({ action }) => interned.indexOf(action)),
  }
}
