import { done } from './decided.ts'
import type { Decided } from './decided.ts'
import { standing } from './state.ts'
import type { MoneyState } from './state.ts'

/** Takes a hold out of what is counted, as if it had never been. What it counted of requests and tokens leaves with its window. */
export function disown(state: MoneyState, attemptId: string): Decided {
  const hold = state.holds.get(attemptId)
  if (hold === undefined) return done
  state.holds.delete(attemptId)
  for (const counter of hold.hard) standing(counter).heldNanos -= hold.boundNanos
  for (const counter of hold.soft) standing(counter).heldNanos -= hold.estimateNanos
  for (const limit of hold.limits) if (limit.counts === 'concurrent') standing(limit).places -= 1
  return done
}
