import type { Failure } from '../upstream/failure.ts'
import { isObject, parseObject } from '../wire/json.ts'
import { messageOf } from './provider-message.ts'
import { refuse } from './refusal.ts'
import type { Refusal } from './refusal.ts'

/** A provider's own error that may be shown as it is. */
export interface ProviderRefusal {
  readonly kind: 'provider-refusal'
  readonly status: number
  readonly body: Buffer
  readonly retryAfterMs: number | undefined
}

/**
 * What the client is told when the chain ends with a failure. An error of the provider keeps its status and its JSON body; a page
 * becomes JSON; what concerns our account at the provider is not the client's to read.
 */
export function refuseFailure(failure: Failure, secrets: readonly string[]): Refusal | ProviderRefusal {
  if (failure.class === 'auth') return providerAuth(failure)
  const { answer, status, retryAfterMs } = failure
  if (answer !== undefined && status >= 400 && isShowable(answer.body, secrets)) {
    return { kind: 'provider-refusal', status, body: answer.body, retryAfterMs }
  }
  const row = rows[failure.class]
  const said = answer === undefined || status < 400 ? undefined : safeMessage(answer.body, secrets)
  return refuse(
    status >= 400 ? status : row.status,
    row.code,
    said ?? `No provider could answer: ${failure.message}.`,
    retryAfterMs === undefined ? {} : { retryAfterMs },
  )
}

/** What an error of another form says, for clients know some sentences by heart: that the prompt is too long, above all. */
function safeMessage(body: Buffer, secrets: readonly string[]): string | undefined {
  const { message } = messageOf(body)
  return message === undefined || holdsSecret(message, secrets) ? undefined : message
}

const rows: Readonly<Record<Failure['class'], { readonly status: number; readonly code: string }>> = {
  '429': { status: 429, code: 'rate_limit_exceeded' },
  overloaded: { status: 503, code: 'upstream_overloaded' },
  '5xx': { status: 502, code: 'upstream_error' },
  timeout: { status: 504, code: 'upstream_timeout' },
  unavailable: { status: 502, code: 'upstream_unavailable' },
  context: { status: 400, code: 'context_length_exceeded' },
  refused: { status: 400, code: 'content_filter' },
  budget: { status: 402, code: 'budget_spent' },
  auth: { status: 502, code: 'provider_auth' },
  request: { status: 400, code: 'upstream_refused' },
  aborted: { status: 499, code: 'client_closed_request' },
}

function providerAuth(failure: Failure): Refusal {
  const why =
    failure.status === 404 ? 'does not know the model' : `refused this gateway's account (${failure.status})`
  return refuse(
    502,
    'provider_auth',
    `The provider ${why}. Tell whoever runs this gateway to check the provider's key and models in gateway.json.`,
    { final: true },
  )
}

/** JSON that holds an error as the dialects have it, and none of our keys. */
function isShowable(body: Buffer, secrets: readonly string[]): boolean {
  const value = parseObject(body.toString())
  return value !== undefined && isObject(value['error']) && !holdsSecret(value, secrets)
}

/** Whether a key of ours stands in what is told, however it is escaped. */
function holdsSecret(told: unknown, secrets: readonly string[]): boolean {
  const text = JSON.stringify(told)
  return secrets.some(
    (secret) =>
      text.includes(JSON.stringify(secret).slice(1, -1)) || text.includes(encodeURIComponent(secret)),
  )
}
