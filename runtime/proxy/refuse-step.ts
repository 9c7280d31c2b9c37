import type { Step } from '../upstream/failover.ts'
import type { AccountState } from '../upstream/target.ts'
import type { Call } from './call.ts'
import { refuse } from './refusal.ts'
import type { Refusal } from './refusal.ts'
import { refuseFailure } from './refuse-failure.ts'
import type { ProviderRefusal } from './refuse-failure.ts'

/** What the client is told where a chain ends without an answer. */
export function refuseStep(step: Step, call: Call, model: string | undefined): Refusal | ProviderRefusal {
  const rule = call.trace.decision?.rule ?? 'the policy'
  switch (step.kind) {
    case 'send':
      return refuse(499, 'client_closed_request', 'The client closed the connection.')
    case 'deny':
      return refuse(step.status, 'policy_denied', `${step.message} (${rule})`, { final: true })
    case 'unknown-model':
      return refuse(
        404,
        'model_not_found',
        model === undefined
          ? `The request names no model, and ${rule} uses the one asked for; GET /v1/models lists them.`
          : `The model \`${model}\` is not served here; GET /v1/models lists those that are.`,
        { param: 'model' },
      )
    case 'incapable':
      return refuse(
        400,
        'no_capable_model',
        `No model of ${rule} can take this request: ${step.reasons.join('; ')}.`,
        { final: true },
      )
    case 'end':
      return refuseFailure(
        step.failure,
        [...call.targets.values()].flatMap((target) => target.provider.accounts.flatMap(secretOf)),
      )
  }
}

function secretOf({ secret }: AccountState): readonly string[] {
  return secret === undefined ? [] : [secret]
}
