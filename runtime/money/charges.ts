import type { BudgetAction, Dimension, LimitAction } from '../../schemas/generated/decision-table.ts'
import type { Decision, Identity } from '../contracts.ts'
import { readWireValue } from '../table/wire-value.ts'
import type { BudgetCharge, Charge, LimitCharge } from './charge.ts'

/** Every limit and budget that a decided request counts towards, limits first: what is asked too often is told so before money is. */
export function chargesOf(
  { budgets, limits }: Pick<Decision, 'budgets' | 'limits'>,
  identity: Identity,
  zone: string,
): readonly Charge[] {
  if (budgets.length + limits.length === 0) return none
  return [
    ...limits.map((action) => limitCharge(action, identity)),
    ...budgets.map((action) => budgetCharge(action, identity, zone)),
  ]
}

const none: readonly Charge[] = []

/** What a budget or limit of the policy means for whoever asks. */
export function chargeOf(action: BudgetAction | LimitAction, identity: Identity, zone: string): Charge {
  return action.kind === 'budget' ? budgetCharge(action, identity, zone) : limitCharge(action, identity)
}

function budgetCharge(action: BudgetAction, identity: Identity, zone: string): BudgetCharge {
  const { name, period, soft, fit, dimension, warnAtBasisPoints } = action
  return {
    kind: 'budget',
    name,
    of: shareOf(dimension, identity),
    period,
    zone,
    limit: amountOf(action, identity),
    soft,
    fit,
    warnAt: warnAtBasisPoints,
  }
}

function limitCharge(action: LimitAction, identity: Identity): LimitCharge {
  const { name, of: counts, amount, period, soft, dimension, warnAtBasisPoints } = action
  return {
    kind: 'limit',
    name,
    of: shareOf(dimension, identity),
    counts,
    windowMs: period === undefined ? 0 : windows[period],
    limit: amount,
    soft,
    warnAt: warnAtBasisPoints,
  }
}

const windows = { second: 1_000, minute: 60_000, hour: 3_600_000, day: 86_400_000 } as const

/** Whose count it is. A request that lacks the dimension is counted by its key: nobody escapes by leaving a fact out. */
function shareOf(dimension: Dimension | undefined, identity: Identity): string {
  if (dimension === undefined) return ''
  const { fact, claim } = dimension
  const value = claim === undefined ? identityFact(identity, fact) : claimOf(identity, claim)
  return value === undefined ? `key=${identity.key}` : `${fact}=${value}`
}

function identityFact(identity: Identity, fact: string): string | undefined {
  switch (fact) {
    case 'key':
    case 'org':
    case 'team':
    case 'project':
    case 'developer':
      return identity[fact]
    default:
      return undefined
  }
}

function claimOf({ claims }: Identity, name: string): string | undefined {
  return Object.hasOwn(claims, name) ? claims[name] : undefined
}

/** The key's own amount where it says one that can be read, never above the most that the policy gives. */
function amountOf({ amountNanos, fromKey }: BudgetAction, identity: Identity): number {
  if (fromKey === undefined) return amountNanos
  const said = claimOf(identity, fromKey.claim)
  const read = said === undefined ? undefined : readWireValue(money, said.replace(/^\$/, ''))
  const amount = read?.ok === true ? (read.value as number) : amountNanos
  return Math.min(amount, fromKey.atMostNanos ?? amount)
}

const money = { kind: 'number', unit: 'money', min: 0 } as const
