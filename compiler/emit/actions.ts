import type {
  Action,
  AttemptAction,
  BudgetAction,
  CacheAction,
  LimitAction,
} from '../../schemas/generated/decision-table.ts'
import type { PolicyRule } from '../rules.ts'
import type { TypedStage } from '../typed.ts'

type Chain = Extract<Action, { kind: 'chain' }>

/** What a cache does where no row of the policy says: nothing. */
export const builtInCache: CacheAction = { kind: 'cache', mode: 'off', ttlMs: 0, within: 'key' }

/** Where the guard denies all that the route leaves, the route still ends in a row: a lookup always finds one. */
export const builtInRoute: Chain = {
  kind: 'chain',
  stages: [
    {
      pick: 'deny',
      models: [],
      on: [],
      message: 'No rule of the policy routes this request.',
      status: 403,
      shown: 'deny',
    },
  ],
}

/** Numbers the actions: equal ones once, in order of first use. */
export interface ActionTable {
  readonly actions: Action[]
  readonly indexOf: (action: Action) => number
}

export function actionTable(): ActionTable {
  const actions: Action[] = []
  const numbers = new Map<string, number>()
  const indexOf = (action: Action): number => {
    const key = JSON.stringify(action)
    const known = numbers.get(key)
    if (known !== undefined) return known
    numbers.set(key, actions.length)
    return actions.push(action) - 1
  }
  return { actions, indexOf }
}

/** What a rule does, with its properties in one order: equal actions have equal bytes. */
export function actionOf(rule: PolicyRule): Action {
  if ('stages' in rule) return chainAction(rule.stages)
  const { action } = rule
  switch (action.kind) {
    case 'deny':
      return { kind: 'deny', message: action.message, status: action.status }
    case 'never-use':
      return { kind: 'never-use', models: [...action.models] }
    case 'cache':
      return { kind: 'cache', mode: action.mode, ttlMs: action.ttlMs, within: action.within }
    case 'attempt':
      return attemptAction(action)
    case 'budget':
      return budgetAction(action)
    case 'limit':
      return limitAction(action)
  }
}

function chainAction(stages: readonly TypedStage[]): Chain {
  const [first, ...later] = stages.map(stageAction)
  if (first === undefined) throw new Error('a chain without stages is no typed rule')
  return { kind: 'chain', stages: [first, ...later] }
}

function stageAction(stage: TypedStage): Chain['stages'][number] {
  return {
    pick: stage.pick,
    models: [...stage.models],
    on: [...stage.on],
    ...(stage.message === undefined ? {} : { message: stage.message }),
    ...(stage.status === undefined ? {} : { status: stage.status }),
    shown: stage.shown,
  }
}

function budgetAction(action: BudgetAction): BudgetAction {
  const { fromKey, dimension } = action
  return {
    kind: 'budget',
    name: action.name,
    amountNanos: action.amountNanos,
    ...(fromKey === undefined ? {} : { fromKey }),
    period: action.period,
    ...(dimension === undefined ? {} : { dimension }),
    soft: action.soft,
    fit: action.fit,
    warnAtBasisPoints: [...action.warnAtBasisPoints],
  }
}

function limitAction(action: LimitAction): LimitAction {
  const { period, dimension } = action
  return {
    kind: 'limit',
    name: action.name,
    of: action.of,
    amount: action.amount,
    ...(period === undefined ? {} : { period }),
    ...(dimension === undefined ? {} : { dimension }),
    soft: action.soft,
    warnAtBasisPoints: [...action.warnAtBasisPoints],
  }
}

function attemptAction(action: AttemptAction): AttemptAction {
  return {
    kind: 'attempt',
    connectMs: action.connectMs,
    firstTokenMs: action.firstTokenMs,
    idleMs: action.idleMs,
    totalMs: action.totalMs,
    retries: action.retries,
    backoffMinMs: action.backoffMinMs,
    backoffMaxMs: action.backoffMaxMs,
    ambiguous: action.ambiguous,
  }
}
