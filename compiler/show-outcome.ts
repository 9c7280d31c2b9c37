import { showQuantity } from '../core/quantity.ts'
import type {
  AttemptAction,
  BudgetAction,
  CacheAction,
  LimitAction,
  LogAction,
  ShapeAction,
} from '../schemas/generated/decision-table.ts'
import type { Outcome } from './outcome.ts'
import type { PolicyRule } from './rules.ts'
import type { RouteRule, TypedStage } from './typed.ts'

/** What a rule does, as a policy spells it. */
export function showAction(rule: PolicyRule): string {
  return 'stages' in rule ? showChain(rule.stages) : showSetting(rule.action)
}

/** The same of a row of any table but `route`. */
export function showSetting(action: Exclude<PolicyRule, RouteRule>['action']): string {
  switch (action.kind) {
    case 'deny':
      return `deny ${JSON.stringify(action.message)} status ${action.status}`
    case 'never-use':
      return `never use {${action.models.join(', ')}}`
    case 'cache':
      return showCache(action)
    case 'attempt':
      return showAttempt(action)
    case 'budget':
      return showBudget(action)
    case 'limit':
      return showLimit(action)
    case 'shape':
      return showShape(action)
    case 'log':
      return showLog(action)
  }
}

/** `use A then B on {429}`. */
export function showChain(stages: readonly TypedStage[]): string {
  return stages
    .map((stage, index) => {
      const copied = `${stage.shown}${showShadow(stage)}`
      if (index > 0) return `then ${copied} on {${stage.on.join(', ')}}`
      return stage.pick === 'deny' ? copied : `use ${copied}`
    })
    .join(' ')
}

const showShadow = ({ shadow }: TypedStage): string =>
  shadow === undefined ? '' : ` shadow ${showQuantity(shadow.share, 'percent')} to ${shadow.model}`

/** What comes of a request, as a test would expect it. */
export function showOutcome(outcome: Outcome): string {
  return outcome.kind === 'deny'
    ? `deny ${JSON.stringify(outcome.message)} status ${outcome.status}`
    : `use ${outcome.stages.map(({ shown }) => shown).join(' then ')}`
}

function showCache(action: CacheAction): string {
  const { mode, ttlMs, within, confidence, maxErrorBasisPoints: error, judge } = action
  if (mode === 'off') return 'off'
  const how = confidence === undefined ? mode : `${mode} ${showQuantity(confidence, 'score')}`
  const asked = judge === undefined ? '' : ` verify judge ${judge.model}${limitOf(judge.withinMs)}`
  const wrong = error === undefined ? '' : ` max_error ${showQuantity(error, 'percent')}`
  return `${how} for ${showQuantity(ttlMs, 'duration')} within ${within}${wrong}${asked}`
}

const limitOf = (ms: number | undefined): string =>
  ms === undefined ? '' : ` within ${showQuantity(ms, 'duration')}`

/** `max_output 4k, prompt_cache auto`; what no row sets is left out. */
export function showShape({ maxOutput, compactTo, promptCache }: ShapeAction): string {
  return [
    ...(maxOutput === undefined ? [] : [`max_output ${showQuantity(maxOutput, 'tokens')}`]),
    ...(compactTo === undefined ? [] : [`compact to ${showQuantity(compactTo, 'tokens')}`]),
    ...(promptCache === undefined ? [] : [`prompt_cache ${promptCache}`]),
  ].join(', ')
}

function showLog({ level, sample }: LogAction): string {
  return sample === 10_000 ? level : `${level} sample ${showQuantity(sample, 'percent')}`
}

function showBudget(action: BudgetAction): string {
  const { amountNanos, fromKey, period, dimension, soft, fit } = action
  const money = (nanos: number): string => showQuantity(nanos, 'money')
  const amount = fromKey === undefined ? money(amountNanos) : undefined
  const most = fromKey?.atMostNanos === undefined ? '' : ` at most ${money(fromKey.atMostNanos)}`
  return [
    ...(soft ? ['soft'] : []),
    ...(fit ? ['fit'] : []),
    ...(amount === undefined ? [] : [amount]),
    `per ${period}`,
    ...(dimension === undefined ? [] : [`per ${dimension.fact}`]),
    ...(fromKey === undefined ? [] : [`from key.${fromKey.claim} default ${money(amountNanos)}${most}`]),
    ...showWarnAt(action.warnAtBasisPoints),
  ].join(' ')
}

function showLimit(action: LimitAction): string {
  const { of, amount, period, dimension, soft } = action
  return [
    ...(soft ? ['soft'] : []),
    showQuantity(amount, of === 'tokens' ? 'tokens' : 'integer'),
    of,
    ...(period === undefined ? [] : [`per ${period}`]),
    ...(dimension === undefined ? [] : [`per ${dimension.fact}`]),
    ...showWarnAt(action.warnAtBasisPoints),
  ].join(' ')
}

const showWarnAt = (shares: readonly number[]): readonly string[] =>
  shares.length === 0 ? [] : [`warn at ${shares.map((each) => showQuantity(each, 'percent')).join(', ')}`]

function showAttempt(action: AttemptAction): string {
  const time = (value: number): string => showQuantity(value, 'duration')
  return [
    `connect ${time(action.connectMs)}`,
    `first_token ${time(action.firstTokenMs)}`,
    `idle ${time(action.idleMs)}`,
    `total ${time(action.totalMs)}`,
    `retries ${action.retries}`,
    `backoff ${time(action.backoffMinMs)} to ${time(action.backoffMaxMs)}`,
    `ambiguous ${action.ambiguous}`,
    `abort ${action.abort}`,
  ].join(', ')
}
