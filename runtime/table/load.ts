import { hash } from 'node:crypto'
import { artifactChecksum } from '../../core/artifact-checksum.ts'
import { firstTables } from '../../core/tables.ts'
import { validate as isCatalogue } from '../../schemas/generated/catalogue.validate.js'
import type { DecisionTable } from '../../schemas/generated/decision-table.ts'
import { validate as isDecisionTable } from '../../schemas/generated/decision-table.validate.js'
import type { BitRows } from './bit-rows.ts'
import type { Problem } from './check-axes.ts'
import { checkAxes } from './check-axes.ts'
import { checkRows } from './check-rows.ts'
import { nestsDeeper } from './json-depth.ts'
import type { LinkedTable } from './link.ts'
import { features } from './features.ts'
import { linkTable } from './link.ts'
import { replaySelfTest } from './self-test.ts'
import { zoneClock } from './state.ts'
import { errorText } from '../error-text.ts'

/** A table ready to decide, or one sentence that says what is wrong and one that says what to do. */
export type LoadResult =
  | { readonly ok: true; readonly table: LinkedTable }
  | { readonly ok: false; readonly message: string }

const bytesMax = 64 * 1024 * 1024
const depthMax = 64
const entriesMax = {
  axes: 4_096,
  rules: 1_000_000,
  actions: 1_000_000,
  models: 10_000,
  selfTest: 1_000_000,
} as const
const formVersion = 1

/** Checks an artifact in full before anything obeys it: form, references, bits, self-test. Never throws. */
export function loadTable(bytes: Buffer, obeyed: ReadonlySet<string> = features): LoadResult {
  try {
    return load(bytes, obeyed)
  } catch (error) {
    return refused(`could not be read: ${errorText(error)}`, rebuild)
  }
}

const rebuild = 'Build it again with `gwc build` and replace the file.'
const upgrade = 'Run the gwc that built it, or build it again with this one (`gwc build`).'

function load(bytes: Buffer, obeyed: ReadonlySet<string>): LoadResult {
  if (bytes.length > bytesMax)
    return refused(
      `has ${bytes.length} bytes; the limit is ${bytesMax}`,
      'Split the policy, or check that the file is a table.',
    )
  if (nestsDeeper(bytes, depthMax)) return refused(`nests deeper than ${depthMax} levels`, rebuild)
  const parsed = parse(bytes)
  if (!parsed.ok) return refused(`is not JSON: ${parsed.why}`, rebuild)
  const form = checkForm(parsed.value) ?? checkFeatures(parsed.value, obeyed)
  if (form !== undefined) return form
  if (!isDecisionTable(parsed.value))
    return refused(`does not have the form of one: ${firstError(isDecisionTable.errors)}`, rebuild)
  const table: DecisionTable = parsed.value
  const problem = checkWhole(table)
  return problem === undefined ? linkChecked(table, bytes) : refused(problem, rebuild)
}

function linkChecked(artifact: DecisionTable, bytes: Buffer): LoadResult {
  const table = linkTable(artifact, hash('sha256', bytes, 'hex'), bytes)
  const partial = alwaysDecided.find((name) => table[name].rows > 0 && !takesEvery(table[name]))
  const problem =
    partial === undefined
      ? replaySelfTest(table)
      : `has a last row in \`${partial}\` that does not take every request`
  return problem === undefined ? { ok: true, table } : refused(problem, rebuild)
}

function refused(problem: string, fix: string): LoadResult {
  return { ok: false, message: `The table ${problem}. ${fix}` }
}

function parse(
  bytes: Buffer,
): { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly why: string } {
  try {
    return { ok: true, value: JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) as unknown }
  } catch (error) {
    return { ok: false, why: error instanceof Error ? error.message : 'unreadable' }
  }
}

/** Format and version come before all else: a later form is not a damaged one. */
function checkForm(value: unknown): LoadResult | undefined {
  const { format, version }: { format?: unknown; version?: unknown } =
    typeof value === 'object' && value !== null ? value : {}
  if (format !== 'gwc.decision-table')
    return refused(
      'is not a decision table of gwc (its `format` says otherwise)',
      'Name the file that `gwc build` wrote.',
    )
  if (version === formVersion) return undefined
  return refused(
    `has form version ${JSON.stringify(version)}; this version of gwc reads ${formVersion}`,
    upgrade,
  )
}

/** Features come before the form of the rest: what a later gwc added is told by its name, not as a strange property. */
function checkFeatures(value: unknown, obeyed: ReadonlySet<string>): LoadResult | undefined {
  const { requires }: { requires?: unknown } = typeof value === 'object' && value !== null ? value : {}
  if (!Array.isArray(requires)) return undefined
  const unknown = requires.filter((feature) => typeof feature === 'string' && !obeyed.has(feature))
  if (unknown.length === 0) return undefined
  const names = unknown.map((feature) => `\`${String(feature)}\``).join(', ')
  return refused(
    `requires ${names}, which this version of gwc checks and compiles but cannot obey yet`,
    'Take that out of the policy, or serve it with a gwc that obeys it.',
  )
}

function firstError(errors: typeof isDecisionTable.errors): string {
  const [error] = errors ?? []
  return error === undefined
    ? 'unknown'
    : `${error.instancePath === '' ? 'its top level' : error.instancePath} ${error.message ?? 'is wrong'}`
}

function checkWhole(table: DecisionTable): Problem {
  return (
    checkChecksum(table) ??
    checkSizes(table) ??
    checkZone(table.zone) ??
    checkModels(table) ??
    checkAxes(table) ??
    checkRows(table)
  )
}

function checkChecksum(table: DecisionTable): Problem {
  if (table.checksum === undefined || table.checksum === artifactChecksum(table)) return undefined
  return 'is damaged: its checksum does not fit what it holds'
}

function checkSizes(table: DecisionTable): Problem {
  const limits = Object.entries(entriesMax) as [keyof typeof entriesMax, number][]
  const long = limits.find(([list, max]) => table[list].length > max)
  return long === undefined ? undefined : `has more than ${long[1]} entries in \`${long[0]}\``
}

function checkZone(zone: string): Problem {
  try {
    zoneClock(zone)
    return undefined
  } catch {
    return `names a time zone that this machine does not know (${JSON.stringify(zone)})`
  }
}

function checkModels(table: DecisionTable): Problem {
  const catalogue = {
    format: 'gwc.catalogue',
    version: 1,
    date: table.catalogueDate,
    sources: {},
    models: table.models,
  }
  if (!isCatalogue(catalogue)) return `pins a model whose row is not one: ${firstError(isCatalogue.errors)}`
  const ids = new Set(catalogue.models.map((model) => model.id))
  return ids.size === table.models.length ? undefined : 'pins one model twice'
}

/** Tables that must answer every request: `route` may leave what the guard denies. */
const alwaysDecided = firstTables.filter((name) => name !== 'route')

/** Whether the last row refuses nobody. */
function takesEvery(rows: BitRows): boolean {
  const last = (rows.rows - 1) * rows.maskWords
  return rows.restricts.subarray(last, last + rows.maskWords).every((word) => word === 0)
}
