import type { AttemptAction } from '../schemas/generated/decision-table.ts'

/**
 * What holds where no `attempt` row says otherwise: the compiler writes it into each table's last row, and a decision
 * that is never attempted carries it too.
 */
export const builtinAttempt: AttemptAction = {
  kind: 'attempt',
  connectMs: 5_000,
  firstTokenMs: 30_000,
  idleMs: 60_000,
  totalMs: 600_000,
  retries: 2,
  backoffMinMs: 200,
  backoffMaxMs: 5_000,
  ambiguous: 'once',
  abort: 'cancel',
}
