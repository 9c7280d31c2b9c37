import type { RouteTable } from '../../core/tables.ts'
import type { FactValue } from '../../core/types.ts'
import type {
  AttemptAction,
  BudgetAction,
  CacheAction,
  LimitAction,
  LogAction,
  ShapeAction,
} from '../../schemas/generated/decision-table.ts'
import type { DecidedStage, Decision, DenyOutcome, RequestView } from '../contracts.ts'
import type { LinkedAxis } from './axis.ts'
import type { BitRows } from './bit-rows.ts'
import { everyRow, firstRow } from './bit-rows.ts'
import type { LinkedBan, LinkedChain, LinkedStage, LinkedTable } from './link.ts'
import { outcomeOf } from './link.ts'
import { removeBanned } from './never-use.ts'
import type { Reading, TypedFacts } from './reading.ts'
import { type Settings, settingsOf, unsettled } from './settings.ts'
import type { DecisionState } from './state.ts'
import { takeArm } from './take-arm.ts'

/** What the policy says of a live request. Reads only the facts that some rule still depends on; never throws. */
export function decide(table: LinkedTable, request: RequestView, state: DecisionState): Decision {
  const decision = decideBy(table, table.requestReading.begin(request, state))
  table.requestReading.end()
  return decision
}

/** The same of typed facts: what the self-test, property tests, `gwc why` and the benchmark call. */
export function decideFacts(table: LinkedTable, facts: TypedFacts): Decision {
  return decideBy(table, table.typedReading.begin(facts))
}

type Outcome = Decision['outcome']

/** A guard deny ends the decision before any fact that only later tables read. */
function decideBy(table: LinkedTable, reading: Reading): Decision {
  if (reading.refused !== undefined) return refuse(table, reading)
  const guard: number[] = []
  everyRow(table.guard, reading, guard)
  const deny = guard.length === 0 ? undefined : firstDeny(table, guard)
  if (deny !== undefined) return new Decided(table, reading, deny.rule, guard, deny.outcome)
  const rows = table[reading.isEmbeddings() ? 'embeddings' : 'route']
  const chain = firstRow(rows, reading)
  const settings = settingsOf(table, reading, bansOf(table, guard))
  if (reading.refused !== undefined) return refuse(table, reading)
  const { rule, outcome } = choose(table, rows, reading, guard, chain)
  return new Decided(table, reading, rule, guard, outcome, settings)
}

interface Choice {
  readonly rule: string
  readonly outcome: Outcome
}

function refuse(table: LinkedTable, reading: Reading): Decision {
  return new Decided(table, reading, 'gwc#facts', [], reading.refused ?? unreadable)
}

const unreadable: Outcome = {
  kind: 'refused',
  fact: '',
  message: 'The request carries a fact that cannot be read.',
}

/** The first deny in source order picks message and status, whatever the order of its cubes. */
function firstDeny(table: LinkedTable, guard: readonly number[]): Choice | undefined {
  let first: { readonly rule: number; readonly outcome: DenyOutcome } | undefined
  for (const row of guard) {
    const action = table.actions[table.guard.action[row] as number]
    const rule = table.guard.rule[row] as number
    if (action?.kind === 'deny' && (first === undefined || rule < first.rule))
      first = { rule, outcome: action }
  }
  return first === undefined
    ? undefined
    : { rule: ruleName(table, first.rule, 'guard'), outcome: first.outcome }
}

// ---------------------------------------------------------------------------------------------- route

/** The compiler proves that a row matches every request; a table whose rows do not is obeyed by denying. */
const unmatched: Choice = {
  rule: 'gwc#no-route',
  outcome: { kind: 'deny', message: 'No rule of the policy routes this request.', status: 403 },
}

/** Where the policy has no `route embeddings`, embeddings go where they were asked for. */
const askedFor: LinkedChain = {
  kind: 'chain',
  stages: [{ kind: 'asked', model: undefined, on: [] }],
  outcome: undefined,
}

function choose(
  table: LinkedTable,
  rows: BitRows,
  reading: Reading,
  guard: readonly number[],
  row: number,
): Choice {
  if (row < 0 && rows === table.route) return unmatched
  const chain = row < 0 ? askedFor : table.actions[rows.action[row] as number]
  if (chain?.kind !== 'chain') return unmatched
  const rule = ruleName(table, rows.rule[row] ?? -1, rows === table.route ? 'route' : 'embeddings')
  if (guard.length === 0 && chain.outcome !== undefined) return { rule, outcome: chain.outcome }
  return restrict(table, chain, reading, guard, rule)
}

/** The chain with `asked` resolved, banned models removed and arms taken; when nothing is left, a deny that names the guard rule. */
function restrict(
  table: LinkedTable,
  chain: LinkedChain,
  reading: Reading,
  guard: readonly number[],
  rule: string,
): Choice {
  const stages = chain.stages.map((stage) => resolveAsked(stage, reading))
  const bans = bansOf(table, guard)
  const left = removeBanned(stages, bans)
  if (left.length > 0)
    return { rule, outcome: outcomeOf(left.map((stage) => resolveSplit(stage, reading, bans))) }
  const by = emptiedBy(table, guard, stages)
  const message = `Guard rule ${by} leaves no model of ${rule} to use for this request.`
  return { rule: by, outcome: { kind: 'deny', message, status: 403 } }
}

function resolveAsked(stage: LinkedStage, reading: Reading): LinkedStage {
  return stage.kind === 'asked' ? { ...stage, model: reading.asked() } : stage
}

function resolveSplit(stage: LinkedStage, reading: Reading, bans: readonly LinkedBan[]): DecidedStage {
  return stage.kind === 'split' ? takeArm(stage, reading.divider(stage.axis), bans) : stage
}

function bansOf(table: LinkedTable, guard: readonly number[]): readonly LinkedBan[] {
  return guard.flatMap((row) => banOf(table, row) ?? [])
}

function banOf(table: LinkedTable, row: number): LinkedBan | undefined {
  const action = table.actions[table.guard.action[row] as number]
  return action?.kind === 'never-use' ? action : undefined
}

/** The first guard rule that takes something out of the chain: several may have emptied it together. */
function emptiedBy(table: LinkedTable, guard: readonly number[], stages: readonly LinkedStage[]): string {
  const row = guard.find((each) => {
    const ban = banOf(table, each)
    return ban !== undefined && stages.some((stage) => modelsOf(stage).some((model) => ban.models.has(model)))
  })
  return row === undefined ? 'gwc#never-use' : ruleName(table, table.guard.rule[row] as number, 'guard')
}

function modelsOf(stage: LinkedStage): readonly string[] {
  if (stage.kind === 'models' || stage.kind === 'split') return stage.models
  return stage.kind === 'asked' && stage.model !== undefined ? [stage.model] : []
}

// ---------------------------------------------------------------------------------------------- the answer

/** `file#rule`, or `gwc#TABLE` for a row that gwc itself supplies. */
function ruleName(table: LinkedTable, rule: number, within: 'guard' | RouteTable): string {
  return rule < 0 ? `gwc#${within}` : (table.ruleNames[rule] ?? `gwc#${within}`)
}

/** Names and facts are spelled out only when somebody logs them: most of a decision's cost would else go there. */
class Decided implements Decision {
  readonly rule: string
  readonly outcome: Outcome
  readonly cache: CacheAction
  readonly attempt: AttemptAction
  readonly budgets: readonly BudgetAction[]
  readonly limits: readonly LimitAction[]
  readonly shape: ShapeAction
  readonly log: LogAction
  readonly #table: LinkedTable
  readonly #rows: readonly number[]
  readonly #values: readonly (FactValue | undefined)[]

  constructor(
    table: LinkedTable,
    reading: Reading,
    rule: string,
    guard: readonly number[],
    outcome: Outcome,
    settings: Settings = unsettled,
  ) {
    this.rule = rule
    this.outcome = outcome
    this.cache = settings.cache
    this.attempt = settings.attempt
    this.budgets = settings.budgets
    this.limits = settings.limits
    this.shape = settings.shape
    this.log = settings.log
    this.#table = table
    this.#rows = guard
    this.#values = reading.values
  }

  get guard(): readonly string[] {
    return this.#rows.length === 0 ? [] : guardNames(this.#table, this.#table.guard, this.#rows)
  }

  get facts(): Readonly<Record<string, FactValue>> {
    return namedFacts(this.#table.axes, this.#values)
  }

  get absent(): readonly string[] {
    return absentFacts(this.#table.axes, this.#values)
  }
}

/** Each rule once, in source order: a rule has as many rows as its condition has cubes. */
function guardNames(table: LinkedTable, guard: BitRows, rows: readonly number[]): readonly string[] {
  const rules = [...new Set(rows.map((row) => guard.rule[row] as number))].toSorted((a, b) => a - b)
  return rules.map((rule) => ruleName(table, rule, 'guard'))
}

/** What was read, by name. Of a text only the policy's own literals that were found in it, never a word of it. */
function namedFacts(
  axes: readonly LinkedAxis[],
  values: readonly (FactValue | undefined)[],
): Record<string, FactValue> {
  const facts: Record<string, FactValue> = {}
  values.forEach((value, index) => {
    const axis = axes[index]
    if (axis === undefined || value === undefined) return
    if (axis.literal === undefined) facts[axis.fact] = value
    else facts[axis.fact] = [...foundSoFar(facts, axis.fact), ...(value === true ? [axis.literal] : [])]
  })
  return facts
}

/** What was read and not there: a value that was never read has no place in the list at all. */
function absentFacts(
  axes: readonly LinkedAxis[],
  values: readonly (FactValue | undefined)[],
): readonly string[] {
  const names = new Set<string>()
  values.forEach((value, index) => {
    if (value === undefined) names.add(axes[index]?.fact ?? '')
  })
  return [...names]
}

function foundSoFar(facts: Readonly<Record<string, FactValue>>, fact: string): readonly string[] {
  const found = facts[fact]
  return Array.isArray(found) ? (found as readonly string[]) : []
}
