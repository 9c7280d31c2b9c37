import { builtinAttempt } from '../../core/builtin-attempt.ts'
import { builtinCache, builtinLog } from '../../core/builtin-settings.ts'
import { builtinShape, meetShapes } from '../../core/meet-shapes.ts'
import type { FirstTable } from '../../core/tables.ts'
import type {
  Action,
  BudgetAction,
  CacheAction,
  LimitAction,
  ShapeAction,
} from '../../schemas/generated/decision-table.ts'
import type { Decision } from '../contracts.ts'
import { type BitRows, everyRow, firstRow } from './bit-rows.ts'
import type { LinkedAction, LinkedBan, LinkedTable } from './link.ts'
import { isBanned } from './never-use.ts'
import type { Reading } from './reading.ts'

/** What a decision says beside where the request goes. */
export type Settings = Pick<Decision, 'cache' | 'attempt' | 'budgets' | 'limits' | 'shape' | 'log'>

/** A request that is not sent is neither cached nor charged, and nothing of it is kept. */
export const unsettled: Settings = {
  cache: builtinCache,
  attempt: builtinAttempt,
  budgets: [],
  limits: [],
  shape: builtinShape,
  log: builtinLog,
}

/** Looks every table up that says more than where the request goes. A judge that is banned is not asked. */
export function settingsOf(table: LinkedTable, reading: Reading, bans: readonly LinkedBan[]): Settings {
  const [cache, attempt] = [firstAction(table, 'cache', reading), firstAction(table, 'attempt', reading)]
  const log = firstAction(table, 'log', reading)
  const shapes = everyAction(table, table.shape, reading, isShape)
  return {
    cache: cache?.kind === 'cache' ? withoutJudge(cache, bans) : builtinCache,
    attempt: attempt?.kind === 'attempt' ? attempt : builtinAttempt,
    budgets: everyAction(table, table.budget, reading, isBudget),
    limits: everyAction(table, table.limit, reading, isLimit),
    shape: shapes.length === 0 ? builtinShape : meetShapes(shapes),
    log: log?.kind === 'log' ? log : builtinLog,
  }
}

function firstAction(table: LinkedTable, name: FirstTable, reading: Reading): LinkedAction | undefined {
  const row = firstRow(table[name], reading)
  return row < 0 ? undefined : table.actions[table[name].action[row] as number]
}

function withoutJudge(action: CacheAction, bans: readonly LinkedBan[]): CacheAction {
  const { judge, ...rest } = action
  return judge !== undefined && isBanned(judge.model, bans) ? rest : action
}

const isBudget = (action: LinkedAction | undefined): action is BudgetAction => action?.kind === 'budget'
const isLimit = (action: LinkedAction | undefined): action is LimitAction => action?.kind === 'limit'
const isShape = (action: LinkedAction | undefined): action is ShapeAction => action?.kind === 'shape'

const nothing: readonly never[] = []

/** What every row that matches says, each rule once, in source order. */
function everyAction<A extends Action>(
  table: LinkedTable,
  rows: BitRows,
  reading: Reading,
  isOne: (action: LinkedAction | undefined) => action is A & LinkedAction,
): readonly A[] {
  if (rows.rows === 0) return nothing
  const found: number[] = []
  everyRow(rows, reading, found)
  if (found.length === 0) return nothing
  return [...new Set(found.map((row) => table.actions[rows.action[row] as number]).filter(isOne))]
}
