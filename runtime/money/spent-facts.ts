import type { BudgetAction, LimitAction } from '../../schemas/generated/decision-table.ts'
import type { LinkedTable } from '../table/link.ts'
import type { DecisionState } from '../table/state.ts'
import { chargeOf } from './charges.ts'
import type { MoneyStore } from './store.ts'

/**
 * What facts say of the budgets and limits of a policy: nano-dollars or counts, and of a budget whose amount each key has
 * for itself the share that is used, in basis points rounded down.
 */
export function spentFacts(
  { artifact }: Pick<LinkedTable, 'artifact'>,
  money: Pick<MoneyStore, 'spentOf'>,
): DecisionState['spentOf'] {
  const actions = new Map(metersOf(artifact).map((action) => [action.name, action]))
  return (name, request) => {
    const action = actions.get(name)
    if (action === undefined) return 0
    const charge = chargeOf(action, request.identity, artifact.zone)
    const spent = money.spentOf(charge)
    return isPerKey(action) ? Math.floor((spent * 10_000) / charge.limit) : spent
  }
}

/** Whether each key has an amount of its own. */
export const isPerKey = (action: BudgetAction | LimitAction): boolean =>
  action.kind === 'budget' && action.fromKey !== undefined

type Artifact = LinkedTable['artifact']
type Actions = Artifact['actions']

/** The budgets and limits of a policy, each once. */
export const metersOf = ({ actions }: Pick<Artifact, 'actions'>): readonly (BudgetAction | LimitAction)[] =>
  actions.filter(isMeter)

function isMeter(action: Actions[number]): action is BudgetAction | LimitAction {
  return action.kind === 'budget' || action.kind === 'limit'
}
