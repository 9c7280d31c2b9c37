import { parseDollars } from '../../core/money.ts'
import { adminError } from './admin-error.ts'
import type { MoneyStore } from '../money/store.ts'
import type { AdminAnswer, AdminRequest, AdminRoute } from './route.ts'
import { errorText } from '../error-text.ts'
import { textFields } from './text-fields.ts'

/** Routes that tell the ledger what somebody found out. Each change is in the audit log. */
export const spendRoutes: readonly AdminRoute[] = [
  {
    method: 'POST',
    path: '/spend/settle',
    role: 'admin',
    does: 'Says what an attempt cost: `{"attempt": "…", "dollars": "0.0123"}`. Nothing of it is uncertain any more. More than was held is refused without `"aboveBound": "true"`.',
    answer: changing('spend_settle', async ({ attempt, dollars, source, aboveBound }, ledger) => {
      const certainNanos = dollars === undefined ? undefined : parseDollars(dollars)
      if (attempt === undefined || certainNanos === undefined) return settleForm
      const found = source === 'reconciliation' ? source : 'operator'
      const isMeant = aboveBound === 'true'
      await ledger.correct({ attemptId: attempt, certainNanos, source: found, aboveBound: isMeant })
      return undefined
    }),
  },
  {
    method: 'GET',
    path: '/spend/frozen',
    role: 'admin',
    does: 'The models and keys that hard budgets take no attempt of, and the attempt that cost more than its bound.',
    answer: (_, { ledger }) =>
      ledger === undefined ? noLedger : { status: 200, json: { frozen: ledger.frozen() } },
  },
  {
    method: 'POST',
    path: '/spend/thaw',
    role: 'admin',
    does: 'Lets a model and key that cost more than their bound take holds in hard budgets again: `{"model": "…", "key": "…"}`.',
    answer: changing('spend_thaw', async ({ model, key }, ledger) => {
      if (model === undefined || key === undefined) return thawForm
      await ledger.thaw(model, key)
      return undefined
    }),
  },
]

type Fields = ReturnType<typeof textFields>
/** `undefined`: it was done. */
type Change = (fields: Fields, ledger: MoneyStore) => Promise<AdminAnswer | undefined>

/** A change that the store refuses (an attempt that is under way, or that nobody knows) is a 409 that says why. */
function changing(action: string, change: Change): AdminRoute['answer'] {
  return async ({ body, actor }: AdminRequest, parts) => {
    if (parts.ledger === undefined) return noLedger
    const fields = textFields(body)
    try {
      const fault = await change(fields, parts.ledger)
      if (fault !== undefined) return fault
    } catch (error) {
      return adminError(409, 'not_changed', `${errorText(error)}.`)
    }
    await parts.audit.record({ actor, action, after: fields })
    return { status: 200, json: { done: true } }
  }
}

const settleForm = adminError(
  400,
  'bad_settlement',
  'Send {"attempt": "…", "dollars": "0.0123"}: an attempt of `gwc spend uncertain`, and dollars in decimal.',
)
const noLedger = adminError(501, 'no_ledger', 'Another process has the ledger of this gateway.')
const thawForm = adminError(400, 'bad_thaw', 'Send {"model": "…", "key": "…"}.')
