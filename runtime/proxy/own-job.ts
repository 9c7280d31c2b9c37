import { builtinShape } from '../../core/meet-shapes.ts'
import type { Charge } from '../money/charge.ts'
import { Sayings } from '../upstream/saying.ts'
import type { DialectName } from '../wire/dialect.ts'
import { dialects } from '../wire/dialects.ts'
import type { Job } from './attempt.ts'
import type { Asking } from './cache-step.ts'
import type { Voice } from './request-to.ts'

/** A request of the gateway's own, beside the one that it serves. */
export interface OwnRequest {
  readonly job: Job
  readonly voice: Voice
}

/** Makes one in a dialect. It is charged to these budgets and limits on tokens, and nothing of the client's goes with it. */
export function ownRequest(
  { call, decided }: Pick<Asking, 'call' | 'decided'>,
  name: DialectName,
  said: object,
  charges: readonly Charge[],
): OwnRequest {
  const dialect = dialects[name]
  const body = dialect.read(Buffer.from(JSON.stringify(said)))
  if ('kind' in body) throw new Error(`the gateway's own request is no ${name} request: ${body.message}`)
  const job = {
    body,
    decision: { ...decided.decision, shape: builtinShape },
    charges: charges.filter(countsAside),
    sayings: new Sayings(dialect, body),
    session: undefined,
    sealed: undefined,
    keepBytesMax: 0,
  }
  const { targets } = call
  return { job, voice: { dialect, targets, urlWords: undefined, queryUp: '', inbound: { headers: {} } } }
}

/** What the gateway asks for itself costs money and tokens; it is no request of the client's, and takes none of its places. */
export const countsAside = (charge: Charge): boolean => charge.kind === 'budget' || charge.counts === 'tokens'
