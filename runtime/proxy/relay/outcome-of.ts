import type { AttemptEnd } from './reading.ts'

/** The word of the log for how an attempt ended: `ok`, `truncated`, `cancelled`, or the class of its failure. */
export function outcomeOf(end: AttemptEnd): string {
  if (end.kind === 'failure') return end.class
  if (end.kind === 'whole' || end.outcome === 'complete') return 'ok'
  return end.outcome
}
