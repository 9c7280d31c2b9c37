import { builtinAttempt } from '../../core/builtin-attempt.ts'
import { builtinCache, builtinLog } from '../../core/builtin-settings.ts'
import type { FirstTable } from '../../core/tables.ts'
import type {
  Action,
  AttemptAction,
  BudgetAction,
  CacheAction,
  LimitAction,
  ShapeAction,
  Split,
} from '../../schemas/generated/decision-table.ts'
import type { PolicyRule } from '../rules.ts'
import type { RouteRule, TypedStage } from '../typed.ts'

type Chain = Extract<Action, { kind: 'chain' }>

/** Where the guard denies all that the route leaves, the route still ends in a row: a lookup always finds one. */
const noRoute: Chain = {
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

/** Vectors of another model would not compare with those that the client has: embeddings go where they were asked for. */
const askedFor: Chain = {
  kind: 'chain',
  stages: [{ pick: 'asked', models: [], on: [], shown: 'asked' }],
}

/** What gwc itself does where no row of a table matches. */
export const builtIn = {
  route: noRoute,
  embeddings: askedFor,
  cache: builtinCache,
  attempt: builtinAttempt,
  log: builtinLog,
} as const satisfies Record<FirstTable, Action>

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

/**
 * What a rule does, with its properties in one order: equal actions have equal bytes. `axisOf` is the place of a split's
 * fact among the axes.
 */
export function actionOf(rule: PolicyRule, axisOf: AxisOf = () => -1): Action {
  if ('stages' in rule) return chainAction(saltOf(rule), rule.stages, axisOf)
  const { action } = rule
  switch (action.kind) {
    case 'deny':
      return { kind: 'deny', message: action.message, status: action.status }
    case 'never-use':
      return { kind: 'never-use', models: [...action.models] }
    case 'cache':
      return cacheAction(action)
    case 'attempt':
      return attemptAction(action)
    case 'budget':
      return budgetAction(action)
    case 'limit':
      return limitAction(action)
    case 'shape':
      return shapeAction(action)
    case 'log':
      return { kind: 'log', level: action.level, sample: action.sample }
  }
}

type AxisOf = (fact: string) => number

/** What a split that writes no salt is divided by: the rule's name, and after a renaming still the former one. */
export const saltOf = ({ name, was }: Pick<RouteRule, 'name' | 'was'>): string => was ?? name

function chainAction(salt: string, stages: readonly TypedStage[], axisOf: AxisOf): Chain {
  const [first, ...later] = stages.map((stage) => stageAction(salt, stage, axisOf))
  if (first === undefined) throw new Error('a chain without stages is no typed rule')
  return { kind: 'chain', stages: [first, ...later] }
}

function stageAction(salt: string, stage: TypedStage, axisOf: AxisOf): Chain['stages'][number] {
  const { split, shadow } = stage
  return {
    pick: stage.pick,
    models: [...stage.models],
    on: [...stage.on],
    ...(split === undefined ? {} : { split: splitAction(salt, split, axisOf) }),
    ...(shadow === undefined ? {} : { shadow: { share: shadow.share, model: shadow.model } }),
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

function splitAction(
  otherwise: string,
  { fact, salt, arms }: NonNullable<TypedStage['split']>,
  axisOf: AxisOf,
): Split {
  const [first, ...rest] = arms.map(({ share }) => share)
  if (first === undefined) throw new Error('a split without arms is no typed stage')
  return { axis: axisOf(fact.name), salt: salt ?? otherwise, shares: [first, ...rest] }
}

function cacheAction(action: CacheAction): CacheAction {
  const { mode, ttlMs, within, confidence, maxErrorBasisPoints, judge } = action
  return {
    kind: 'cache',
    mode,
    ttlMs,
    within,
    ...(confidence === undefined ? {} : { confidence }),
    ...(maxErrorBasisPoints === undefined ? {} : { maxErrorBasisPoints }),
    ...(judge === undefined ? {} : { judge: { ...judge } }),
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
    abort: action.abort,
  }
}

function shapeAction({ maxOutput, compactTo, promptCache }: ShapeAction): ShapeAction {
  return {
    kind: 'shape',
    ...(maxOutput === undefined ? {} : { maxOutput }),
    ...(compactTo === undefined ? {} : { compactTo }),
    ...(promptCache === undefined ? {} : { promptCache }),
  }
}
