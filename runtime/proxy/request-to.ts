import type { ExchangeRequest } from '../upstream/exchange.ts'
import type { AccountState, Target } from '../upstream/target.ts'
import type { Edits } from '../wire/dialect.ts'
import type { Job } from './attempt.ts'
import type { Call } from './call.ts'
import { outputCap } from './shape-output.ts'
import { upstreamHeaders } from './upstream-request.ts'

/** Where a request goes. */
interface Place {
  readonly target: Target
  readonly account: AccountState
}

/** The request as it goes to one target: the client's bytes but for what the policy and the provider's row change. */
export function requestTo({ target, account }: Place, call: Call, job: Job): ExchangeRequest {
  const { dialect } = call
  const { path, stack } = target.provider
  return {
    stack,
    path: `${path}${dialect.path}${call.queryUp}`,
    headers: upstreamHeaders(call.inbound.headers, target, account, dialect),
    body: dialect.edit(job.body, editsFor(target, job)),
  }
}

/** What the policy and the provider's row change in the body. */
function editsFor({ model, provider }: Target, { body, decision }: Job): Edits {
  const { usageInStream, capField, takesOtherCap } = provider.config.row
  const maxOutput = outputCap(decision.shape, model)
  return {
    model: model.upstream,
    includeUsage: body.stream && !body.includeUsage && usageInStream === 'include',
    dropsUsageOption: usageInStream === 'always',
    capField,
    renamesCap: !takesOtherCap,
    ...(maxOutput === undefined ? {} : { maxOutput }),
  }
}
