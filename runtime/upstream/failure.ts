import type { FailureClass } from '../../schemas/generated/decision-table.ts'
import type { Usage } from '../wire/usage.ts'

/**
 * Why one attempt gave no answer. `class` is the policy's word for it, or:
 * `auth`, the provider refuses this account or does not know the model; `request`, the request itself is at fault, no other
 * attempt would help; `aborted`, the client went away.
 */
export interface Failure {
  readonly kind: 'failure'
  readonly class: FailureClass | 'auth' | 'request' | 'aborted'
  /** Whether the provider may have worked on it, and may bill it: such a failure is followed at most once. */
  readonly ambiguous: boolean
  /** Nothing of the request was written to a provider: it cannot have been billed. */
  readonly unsent?: boolean
  /** What the attempt used, where it told before it failed. */
  readonly usage?: Usage | undefined
  /** The provider's status; 0 when there was none. */
  readonly status: number
  /** For people and logs: never a secret, never the provider's own text. */
  readonly message: string
  readonly retryAfterMs?: number
  /** The provider's own error answer, at most 64 kB of it. */
  readonly answer?: ProviderError
}

/** A provider's error answer as it came. */
export interface ProviderError {
  readonly contentType: string
  readonly body: Buffer
}

/** A failure without an answer: of connection, deadline or protocol. */
export function failure(
  kind: Failure['class'],
  message: string,
  more: Partial<Omit<Failure, 'kind' | 'class' | 'message'>> = {},
): Failure {
  return { kind: 'failure', class: kind, ambiguous: false, status: 0, message, ...more }
}
