import { byTable, type TableName } from '../../core/tables.ts'
import type {
  Action,
  ChainAction,
  DecisionTable,
  FailureClass,
  NeverUseAction,
  Stage,
  Table,
} from '../../schemas/generated/decision-table.ts'
import type { DecidedStage, DenyOutcome, RouteOutcome, StageShadow } from '../contracts.ts'
import type { LinkedAxis } from './axis.ts'
import { linkAxis } from './axis.ts'
import type { BitRows } from './bit-rows.ts'
import { linkBitRows } from './bit-rows.ts'
import { type CountedRow, RequestReading, TypedReading } from './reading.ts'

/** An artifact that passed every check, laid out for lookup. Immutable but for the scratch of a lookup in progress. */
export interface LinkedTable extends Readonly<Record<TableName, BitRows>> {
  /** SHA-256 of the artifact's bytes, hexadecimal: the policy version. */
  readonly version: string
  /** The artifact as it was read. */
  readonly bytes: Buffer
  readonly artifact: DecisionTable
  readonly axes: readonly LinkedAxis[]
  /** Whether some rule asks for what the messages say, or how long they are. */
  readonly readsText: boolean
  /** Per rule: `file#rule`. */
  readonly ruleNames: readonly string[]
  readonly actions: readonly LinkedAction[]
  /** INVARIANT: deciding is synchronous, so one reading of each kind serves every request. */
  readonly requestReading: RequestReading
  readonly typedReading: TypedReading
}

/** An action in the form that a decision hands out: made once, shared by every request. */
export type LinkedAction = Exclude<Action, ChainAction | NeverUseAction> | LinkedChain | LinkedBan

export interface LinkedChain {
  readonly kind: 'chain'
  readonly stages: readonly LinkedStage[]
  /** What the chain comes to where nothing is banned; `undefined` where a stage hangs on the request: `asked`, `split`. */
  readonly outcome: DenyOutcome | RouteOutcome | undefined
}

/** A stage before the request at hand is known. */
export type LinkedStage = DecidedStage | LinkedSplit

/** `split`: becomes a stage of the one model whose arm the request falls to. */
export interface LinkedSplit {
  readonly kind: 'split'
  /** Index of the axis whose value says the arm. */
  readonly axis: number
  readonly salt: string
  /** Per model: basis points. */
  readonly shares: readonly number[]
  /** Per arm, in written order. */
  readonly models: readonly string[]
  readonly on: readonly FailureClass[]
  readonly shadow?: StageShadow
}

export interface LinkedBan {
  readonly kind: 'never-use'
  readonly models: ReadonlySet<string>
}

/** What is read of a request's text by going through all of it. */
const textFacts: ReadonlySet<string> = new Set(['prompt', 'input_tokens'])

const noTable: Table = { axes: [], rows: 0, bits: '', rule: [], action: [] }

/** INVARIANT: `checkReferences` has passed the artifact. */
export function linkTable(artifact: DecisionTable, version: string, bytes: Buffer): LinkedTable {
  const counts = artifact.axes.map((axis) => axis.count)
  const axes = artifact.axes.map(linkAxis)
  const rowsOf = (name: TableName): BitRows => {
    const table = artifact.tables[name] ?? noTable
    return linkBitRows(table, counts, Buffer.from(table.bits, 'base64'))
  }
  const linked = byTable(rowsOf)
  const counted = countedRows(artifact, axes, linked)
  return {
    version,
    bytes,
    artifact,
    axes,
    readsText: axes.some(({ fact }) => textFacts.has(fact)),
    ...linked,
    ruleNames: artifact.rules.map((rule) => `${rule.file}#${rule.name}`),
    actions: artifact.actions.map(linkAction),
    requestReading: new RequestReading(axes, counted),
    typedReading: new TypedReading(axes, counted),
  }
}

/** Per axis of a budget or limit, the rows of the requests that it counts. */
function countedRows(
  { actions }: DecisionTable,
  axes: readonly LinkedAxis[],
  linked: Readonly<Record<'budget' | 'limit', BitRows>>,
): ReadonlyMap<number, readonly CountedRow[]> {
  const rows = [linked.budget, linked.limit].flatMap((table) =>
    [...table.action].map((action, row) => ({ name: nameOf(actions[action]), table, row })),
  )
  const meters = axes.flatMap(({ origin }, axis) =>
    origin.kind === 'meter' ? [{ axis, name: origin.name }] : [],
  )
  return new Map(meters.map(({ axis, name }) => [axis, rows.filter((each) => each.name === name)]))
}

const nameOf = (action: Action | undefined): string | undefined =>
  action?.kind === 'budget' || action?.kind === 'limit' ? action.name : undefined

function linkAction(action: Action): LinkedAction {
  if (action.kind === 'never-use') return { kind: 'never-use', models: new Set(action.models) }
  if (action.kind !== 'chain') return action
  const stages = action.stages.map(linkStage)
  const fixed = stages.filter((stage) => stage.kind === 'models' || stage.kind === 'deny')
  return { kind: 'chain', stages, outcome: fixed.length === stages.length ? outcomeOf(fixed) : undefined }
}

function linkStage(stage: Stage): LinkedStage {
  switch (stage.pick) {
    case 'model':
    case 'cheapest':
    case 'fastest':
    case 'best':
      return { kind: 'models', pick: stage.pick, models: stage.models, on: stage.on, ...shadowOf(stage) }
    case 'split':
      return linkSplit(stage)
    case 'asked':
      return { kind: 'asked', model: undefined, on: stage.on, ...shadowOf(stage) }
    case 'deny':
      return {
        kind: 'deny',
        message: stage.message ?? 'The policy denies this request.',
        status: stage.status ?? 403,
        on: stage.on,
      }
  }
}

/** INVARIANT: `checkRows` has seen that a split says how it divides. */
function linkSplit(stage: Stage): LinkedSplit {
  const { axis, salt, shares } = stage.split ?? { axis: 0, salt: '', shares: [] }
  return { kind: 'split', axis, salt, shares, models: stage.models, on: stage.on, ...shadowOf(stage) }
}

function shadowOf({ shadow }: Stage): { readonly shadow?: StageShadow } {
  return shadow === undefined ? {} : { shadow }
}

/** A chain that begins with a deny is one: nothing can be tried before it. */
export function outcomeOf(stages: readonly DecidedStage[]): DenyOutcome | RouteOutcome {
  const [first] = stages
  return first?.kind === 'deny'
    ? { kind: 'deny', message: first.message, status: first.status }
    : { kind: 'route', stages }
}
