import { splitBuckets } from '../../core/split-bucket.ts'
import { type TableName, tableNames } from '../../core/tables.ts'
import type {
  Action,
  ChainAction,
  DecisionTable,
  Stage,
  Table,
} from '../../schemas/generated/decision-table.ts'
import { wordsExpected } from './bit-rows.ts'
import type { Problem } from './check-axes.ts'

/** Per table, what its rows may do, and whether gwc itself may supply one (rule -1). */
const forms = {
  guard: { actions: ['deny', 'never-use'], ownRows: false, mayBeEmpty: true },
  budget: { actions: ['budget'], ownRows: false, mayBeEmpty: true },
  limit: { actions: ['limit'], ownRows: false, mayBeEmpty: true },
  route: { actions: ['chain'], ownRows: true, mayBeEmpty: false },
  embeddings: { actions: ['chain'], ownRows: true, mayBeEmpty: false },
  cache: { actions: ['cache'], ownRows: true, mayBeEmpty: false },
  attempt: { actions: ['attempt'], ownRows: true, mayBeEmpty: false },
  shape: { actions: ['shape'], ownRows: false, mayBeEmpty: true },
  log: { actions: ['log'], ownRows: true, mayBeEmpty: false },
} as const satisfies Record<
  TableName,
  { readonly actions: readonly Action['kind'][]; readonly ownRows: boolean; readonly mayBeEmpty: boolean }
>

/** Every table against axes, rules and actions: after this no index can lead out of an array. */
export function checkRows(artifact: DecisionTable): Problem {
  for (const name of tableNames) {
    const problem = checkTable(artifact, name)
    if (problem !== undefined) return `${problem} (table \`${name}\`)`
  }
  return checkActions(artifact)
}

function checkTable(artifact: DecisionTable, name: TableName): Problem {
  const table = artifact.tables[name]
  if (table === undefined) return undefined
  if (table.rows === 0 && !forms[name].mayBeEmpty) return 'has no rows'
  if (table.rule.length !== table.rows || table.action.length !== table.rows)
    return 'gives another number of rows than it has'
  const ascending = table.axes.every(
    (axis, i) => axis >= 0 && axis < artifact.axes.length && (i === 0 || axis > (table.axes[i - 1] ?? 0)),
  )
  if (!ascending) return 'names its axes out of order or out of range'
  return checkBits(artifact, table) ?? checkIndices(artifact, table, name)
}

function checkBits(artifact: DecisionTable, table: Table): Problem {
  const bytes =
    wordsExpected(
      table,
      artifact.axes.map((axis) => axis.count),
    ) * 4
  if (!/^[A-Za-z0-9+/]*={0,2}$/.test(table.bits)) return 'has bits that are not base64'
  if (table.bits.length !== Math.ceil(bytes / 3) * 4 || Buffer.byteLength(table.bits, 'base64') !== bytes) {
    return `has ${Buffer.byteLength(table.bits, 'base64')} bytes of bits where its axes and rows need ${bytes}`
  }
  return undefined
}

function checkIndices(artifact: DecisionTable, { rule, action }: Table, name: TableName): Problem {
  const isOwn = (index: number): boolean => index === -1 && forms[name].ownRows
  if (!rule.every((index) => isOwn(index) || artifact.rules[index]?.table === name))
    return 'has a row whose rule is not one of its own'
  const kinds: readonly string[] = forms[name].actions
  const fits = action.every((index) => kinds.includes(artifact.actions[index]?.kind ?? ''))
  return fits ? undefined : 'has a row whose action is not one that this table takes'
}

// ---------------------------------------------------------------------------------------------- actions

function checkActions(artifact: DecisionTable): Problem {
  const pinned = new Set(artifact.models.map((model) => ('id' in model ? model.id : undefined)))
  for (const [index, action] of artifact.actions.entries()) {
    const problem = checkAction(artifact, action, pinned)
    if (problem !== undefined) return `${problem} (action ${index})`
  }
  return undefined
}

function checkAction(artifact: DecisionTable, action: Action, pinned: ReadonlySet<unknown>): Problem {
  if (action.kind === 'cache')
    return checkPinned(action.judge === undefined ? [] : [action.judge.model], pinned)
  return action.kind === 'chain' ? checkChain(artifact, action, pinned) : undefined
}

function checkChain(artifact: DecisionTable, chain: ChainAction, pinned: ReadonlySet<unknown>): Problem {
  for (const stage of chain.stages) {
    const { models, shadow } = stage
    const named = shadow === undefined ? models : [...models, shadow.model]
    const problem = checkStage(stage, artifact.axes.length) ?? checkPinned(named, pinned)
    if (problem !== undefined) return problem
  }
  return undefined
}

function checkPinned(models: readonly string[], pinned: ReadonlySet<unknown>): Problem {
  const stranger = models.find((model) => !pinned.has(model))
  return stranger === undefined ? undefined : `uses ${stranger} without its row in \`models\``
}

function checkStage(stage: Stage, axes: number): Problem {
  switch (stage.pick) {
    case 'model':
      return stage.models.length === 1
        ? undefined
        : 'has a stage of one model that names another number of them'
    case 'cheapest':
    case 'fastest':
    case 'best':
      return stage.models.length > 0 ? undefined : `has a stage \`${stage.pick}\` of nothing`
    case 'split':
      return checkSplit(stage, axes)
    case 'asked':
      return stage.models.length === 0 ? undefined : 'has a stage `asked` that names models'
    case 'deny':
      return checkDeny(stage)
  }
}

function checkSplit({ split, models }: Stage, axes: number): Problem {
  if (split === undefined || split.shares.length !== models.length)
    return 'has a stage `split` whose arms and shares do not pair'
  if (split.axis >= axes) return 'has a stage `split` by an axis that is not there'
  const total = split.shares.reduce((sum, share) => sum + share, 0)
  return total === splitBuckets
    ? undefined
    : `has a stage \`split\` whose shares come to ${total}, not ${splitBuckets}`
}

function checkDeny(stage: Stage): Problem {
  if (stage.message === undefined || stage.models.length > 0) return 'has a stage `deny` without a message'
  const status = stage.status ?? 403
  return status >= 400 && status <= 599 ? undefined : 'has a stage `deny` whose status is no error'
}
