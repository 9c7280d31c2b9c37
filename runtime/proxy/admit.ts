import { resolveModel } from '../../core/model-names.ts'
import type { Decision, RequestView } from '../contracts.ts'
import { unreadAmount } from '../money/charges.ts'
import type { Snapshot } from '../snapshot.ts'
import { mayAsk } from '../table/model-allowed.ts'
import { refuse } from './refusal.ts'
import type { Refusal } from './refusal.ts'

/** Whether a decided request may go on: the guard's denial, an unreadable fact, a model that the key may not ask for, an amount of the key's own that nobody can read. */
export function admit(
  snapshot: Snapshot,
  view: RequestView,
  { outcome, rule, budgets }: Decision,
): Refusal | undefined {
  switch (outcome.kind) {
    case 'deny':
      return refuse(outcome.status, 'policy_denied', `${outcome.message} (${rule})`, { final: true })
    case 'refused':
      return refuse(400, 'invalid_fact', outcome.message, { final: true })
    case 'route':
      return checkAsked(snapshot, view) ?? checkAmounts(budgets, view)
  }
}

function checkAsked({ models }: Snapshot, { identity, body }: RequestView): Refusal | undefined {
  if (identity.models === undefined) return undefined
  const id = body.model === undefined ? undefined : resolveModel(models, body.model)
  if (mayAsk(identity.models, body.model, id)) return undefined
  const wanted = body.model === undefined ? 'leave `model` out' : `ask for \`${body.model}\``
  return refuse(
    403,
    'model_not_allowed',
    `This key may not ${wanted}; GET /v1/models lists the models it may ask for.`,
    { param: 'model', final: true },
  )
}

function checkAmounts(budgets: Decision['budgets'], { identity }: RequestView): Refusal | undefined {
  const unread = budgets.length === 0 ? undefined : unreadAmount(budgets, identity)
  if (unread === undefined) return undefined
  return refuse(
    403,
    'unreadable_amount',
    `Budget \`${unread.budget}\` takes its amount from the claim \`${unread.claim}\` of the key or token, and what that says is no amount of dollars such as 12.50. Tell whoever issued it.`,
    { final: true },
  )
}
