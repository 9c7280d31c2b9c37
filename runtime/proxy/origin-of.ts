import type { AttemptOrigin } from '../money/store.ts'
import type { Call } from './call.ts'

/** Where an answer comes from. */
type From = Pick<AttemptOrigin, 'provider' | 'model' | 'account'>

/** What the ledger says of an attempt of this request: who asked, and which rule sent it where. */
export function originOf(
  { id, trace, view, snapshot }: Call,
  { provider, model, account }: From,
): AttemptOrigin {
  const { key = '', org, team, project, developer } = view?.identity ?? {}
  const { policy } = trace
  const rule = trace.decision?.rule ?? ''
  const priceDate = snapshot.models.date
  return {
    requestId: id,
    policy,
    priceDate,
    rule,
    provider,
    model,
    account,
    key,
    org,
    team,
    project,
    developer,
  }
}
