import { parseAddress } from '../../core/address.ts'
import { sealArtifact } from '../../core/artifact-checksum.ts'
import type { StringClasses } from '../../core/string-classes.ts'
import { classOfString } from '../../core/string-classes.ts'
import { isOptional, type TableName, tableNames, tables } from '../../core/tables.ts'
import type { FactValue } from '../../core/types.ts'
import type {
  Action,
  Axis,
  DecisionTable,
  Rule,
  SelfTest,
  Table,
} from '../../schemas/generated/decision-table.ts'

/** A row as a cube: the classes it allows, per fact (or per `fact contains literal`); an axis that is not named is not restricted. */
export interface RowSpec {
  readonly allow: Readonly<Record<string, readonly number[]>>
  readonly action: Action
  /** Default: a rule of its own. `null`: gwc's own row. */
  readonly rule?: string | null
}

/** The rows of each table; one that is not given has what gwc itself supplies. */
export interface TableSpec extends Readonly<Partial<Record<TableName, readonly RowSpec[]>>> {
  readonly axes: readonly Axis[]
  readonly route: readonly RowSpec[]
  readonly models?: DecisionTable['models']
  readonly selfTest?: readonly Readonly<Record<string, FactValue>>[]
  readonly zone?: string
  /** Picks stay for the session. */
  readonly affinity?: boolean
}

export const cacheOff: Action = { kind: 'cache', mode: 'off', ttlMs: 0, within: 'key' }
export const attemptOnce: Action = {
  kind: 'attempt',
  connectMs: 1_000,
  firstTokenMs: 20_000,
  idleMs: 30_000,
  totalMs: 120_000,
  retries: 2,
  backoffMinMs: 200,
  backoffMaxMs: 5_000,
  ambiguous: 'never',
  abort: 'cancel',
}

/** A chain of one stage. */
export function use(...models: readonly string[]): Action {
  const pick = models.length === 1 ? 'model' : 'cheapest'
  return { kind: 'chain', stages: [{ pick, models: [...models], on: [], shown: models.join(' | ') }] }
}

/** How `RowSpec.allow` names an axis. */
export function axisKey(axis: Axis): string {
  return axis.classes.kind === 'contains' ? `${axis.fact} contains ${axis.classes.literal}` : axis.fact
}

/** An artifact straight from cubes, without a compiler; its self-test is replayed by the linear twin. */
export function buildTable(spec: TableSpec): DecisionTable {
  const rules: Rule[] = []
  const actions: Action[] = []
  const built = ofTables(spec, (name) => buildRows(spec.axes, rowsOf(spec, name), name, rules, actions))
  const artifact: DecisionTable = {
    format: 'gwc.decision-table',
    version: 1,
    compiler: '0.1.0',
    requires: [],
    zone: spec.zone ?? 'UTC',
    ...(spec.affinity === true ? { affinity: 'session' as const } : {}),
    catalogueDate: '2026-11-22',
    axes: [...spec.axes],
    tables: built as DecisionTable['tables'],
    rules,
    actions,
    models: spec.models ?? modelsOf(actions).map(pinned),
    selfTest: [],
  }
  const selfTest = (spec.selfTest ?? []).map((facts) => ({
    facts: { ...facts },
    expect: expectLinear(spec, artifact, facts),
  }))
  return sealArtifact({ ...artifact, selfTest: selfTest as SelfTest[] })
}

/** What gwc itself does where no row matches. */
const supplied: Readonly<Partial<Record<TableName, Action>>> = {
  embeddings: { kind: 'chain', stages: [{ pick: 'asked', models: [], on: [], shown: 'asked' }] },
  cache: cacheOff,
  attempt: attemptOnce,
  log: { kind: 'log', level: 'metadata', sample: 10_000 },
}

/** A value per table that the artifact has: an optional one only where rows are given. */
const ofTables = <V>(spec: TableSpec, valueOf: (name: TableName) => V): { readonly [T in TableName]?: V } =>
  Object.fromEntries(
    tableNames
      .filter((name) => !isOptional(name) || spec[name] !== undefined)
      .map((name) => [name, valueOf(name)]),
  )

function rowsOf(spec: TableSpec, name: TableName): readonly RowSpec[] {
  const action = supplied[name]
  return spec[name] ?? (action === undefined ? [] : [{ allow: {}, action, rule: null }])
}

export function bytesOf(table: DecisionTable): Buffer {
  return Buffer.from(JSON.stringify(table))
}

/** A catalogue row of a made-up price. */
export function pinned(id: string): DecisionTable['models'][number] {
  const [provider = '', ...rest] = id.split('/')
  const name = rest.join('/')
  const prices = [
    { rates: { input: 1_000_000_000, output: 2_000_000_000 }, source: 'gwc', date: '2026-11-22' },
  ]
  return {
    id,
    provider,
    name,
    upstream: name,
    family: name,
    kind: 'generation',
    aliases: [],
    capabilities: {},
    prices,
    source: 'gwc',
    date: '2026-11-22',
  }
}

function modelsOf(actions: readonly Action[]): readonly string[] {
  const named = actions.flatMap((action) => {
    if (action.kind === 'never-use') return action.models
    return action.kind === 'chain' ? action.stages.flatMap((stage) => stage.models) : []
  })
  return [...new Set(named)]
}

function buildRows(
  axes: readonly Axis[],
  rows: readonly RowSpec[],
  table: TableName,
  rules: Rule[],
  actions: Action[],
): Table {
  const used = axes.flatMap((axis, index) =>
    rows.some((row) => row.allow[axisKey(axis)] !== undefined) ? [index] : [],
  )
  const words = Math.ceil(rows.length / 32)
  const bits = Buffer.alloc(used.reduce((sum, index) => sum + (axes[index]?.count ?? 0), 0) * words * 4)
  let at = 0
  for (const index of used) {
    const axis = axes[index] as Axis
    for (let value = 0; value < axis.count; value++, at += words * 4) {
      rows.forEach((row, number) => {
        if (row.allow[axisKey(axis)]?.includes(value) ?? true) setBit(bits, at, number)
      })
    }
  }
  const rule = rows.map((row, number) => ruleIndex(row, `${table}:${number + 1}`, table, rules))
  return {
    axes: used,
    rows: rows.length,
    bits: bits.toString('base64'),
    rule,
    action: rows.map((row) => intern(row.action, actions)),
  }
}

function setBit(bits: Buffer, at: number, row: number): void {
  const byte = at + (row >> 3)
  bits[byte] = (bits[byte] ?? 0) | (1 << (row & 7))
}

function ruleIndex(row: RowSpec, fallback: string, table: TableName, rules: Rule[]): number {
  if (row.rule === null) return -1
  const name = row.rule ?? fallback
  const known = rules.findIndex((rule) => rule.name === name)
  return known >= 0 ? known : rules.push({ name, table, file: 'main.route', line: rules.length + 1 }) - 1
}

function intern(action: Action, actions: Action[]): number {
  const text = JSON.stringify(action)
  const known = actions.findIndex((each) => JSON.stringify(each) === text)
  return known >= 0 ? known : actions.push(action) - 1
}

// ---------------------------------------------------------------------------------------------- the linear twin

/** The class of a value, by the definition of each kind and with no cleverness: what the linked lookup must agree with. */
export function classOfLinear(axis: Axis, value: FactValue | undefined): number {
  if (value === undefined) {
    if (axis.missing !== undefined) return axis.missing
    return axis.default === undefined ? 0 : classOfLinear(axis, axis.default)
  }
  const { classes } = axis
  switch (classes.kind) {
    case 'flag':
      return value === true ? 1 : 0
    case 'cuts':
      return classes.at.filter(
        (cut, index) => Number(value) > cut || (value === cut && classes.after[index] === false),
      ).length
    case 'values':
      return classes.values.find(([each]) => each === value)?.[1] ?? classes.other
    case 'contains':
      if (Array.isArray(value)) return value.includes(classes.literal) ? 1 : 0
      return lowered(String(value)).includes(lowered(classes.literal)) ? 1 : 0
    case 'addresses': {
      const address = parseAddress(String(value)) ?? -1n
      const last = classes.starts.findLastIndex((start) => BigInt(start) <= address)
      return classes.class[last] ?? 0
    }
    case 'globs':
      return classOfString(classes.dfa as StringClasses, String(value))
  }
}

/** Character by character, so that it shares nothing with the code under test. */
function lowered(text: string): string {
  return Array.from(text)
    .map((letter) =>
      letter >= 'A' && letter <= 'Z' ? String.fromCodePoint((letter.codePointAt(0) ?? 0) + 32) : letter,
    )
    .join('')
}

/** Numbers of the rows that match, in order: each row asked in turn. */
export function matchLinear(
  axes: readonly Axis[],
  rows: readonly RowSpec[],
  facts: Readonly<Record<string, FactValue>>,
): readonly number[] {
  return rows.flatMap((row, number) => {
    const matches = axes.every(
      (axis) => row.allow[axisKey(axis)]?.includes(classOfLinear(axis, facts[axis.fact])) ?? true,
    )
    return matches ? [number] : []
  })
}

function expectLinear(
  spec: TableSpec,
  artifact: DecisionTable,
  facts: Readonly<Record<string, FactValue>>,
): SelfTest['expect'] {
  const rulesOf = (name: TableName): readonly number[] =>
    matchLinear(spec.axes, rowsOf(spec, name), facts).map((row) => artifact.tables[name]?.rule[row] ?? -1)
  const expect = ofTables(spec, (name) =>
    tables[name] === 'every'
      ? [...new Set(rulesOf(name))].toSorted((a, b) => a - b)
      : (rulesOf(name)[0] ?? -1),
  )
  return expect as SelfTest['expect']
}
