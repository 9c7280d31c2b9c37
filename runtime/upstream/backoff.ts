import type { AttemptAction } from '../../schemas/generated/decision-table.ts'

/** A `retry-after` beyond this is not waited for: the chain goes on, or the client is told. */
export const RETRY_AFTER_MAX_MS = 10_000

/** How long to wait before retry number `retry` (from 0) of the same account: what the provider asked for, else exponential with half of it random. */
export function backoffMs(
  limits: Pick<AttemptAction, 'backoffMinMs' | 'backoffMaxMs'>,
  retry: number,
  retryAfterMs: number | undefined,
  random: () => number,
): number {
  if (retryAfterMs !== undefined) return retryAfterMs
  const full = Math.min(limits.backoffMaxMs, limits.backoffMinMs * 2 ** retry)
  return full * (0.5 + random() / 2)
}
