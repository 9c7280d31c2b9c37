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

/** The key's own amount where it says one, never above the most that the policy gives. */
function amountOf({ amountNanos, fromKey }: BudgetAction, identity: Identity): number {
  if (fromKey === undefined) return amountNanos
  const own = ownAmount(fromKey.claim, identity)
  const amount = typeof own === 'number' ? own : amountNanos
  return Math.min(amount, fromKey.atMostNanos ?? amount)
}

/** The first of these budgets that takes its amount from a claim which is there and is no amount: a default in its place could be a hundred times what was meant. */
export function unreadAmount(
  budgets: readonly BudgetAction[],
  identity: Identity,
): { readonly budget: string; readonly claim: string } | undefined {
  for (const { name, fromKey } of budgets)
    if (fromKey !== undefined && ownAmount(fromKey.claim, identity) === 'unreadable')
      return { budget: name, claim: fromKey.claim }
  return undefined
}

/** Nano-dollars that a key says of itself. */
function ownAmount(claim: string, identity: Identity): number | 'absent' | 'unreadable' {
  const said = claimOf(identity, claim)
  if (said === undefined) return identity.unread?.includes(claim) === true ? 'unreadable' : 'absent'
  const read = readWireValue(money, said.replace(/^\$/, ''))
  return read.ok ? (read.value as number) : 'unreadable'
}

const money = { kind: 'number', unit: 'money', min: 0 } as const
