import type { AccountState, Target } from '../upstream/target.ts'
import type { WireBody } from '../wire/dialect.ts'
import type { Call } from './call.ts'
import { withoutSealedIds } from './sealed-ids.ts'
import type { SealedRequest } from './sealed-request.ts'

/** A request in the client's own words, without what only another account or server can read. */
export function ownWords(
  body: WireBody,
  sealed: SealedRequest | undefined,
  place: { readonly target: Target; readonly account: AccountState },
  call: Pick<Call, 'dialect' | 'targets' | 'urlWords'>,
): WireBody {
  return withoutSealedIds(sealed === undefined ? body : sealed.bodyAt(place), call)
}
