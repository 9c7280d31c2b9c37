import type { Decision } from '../contracts.ts'
import type { Trace } from '../trace.ts'

/** A trace as data that another process can take: of its decision what metrics and lists of requests show. */
export function plainTrace(trace: Trace): Trace {
  const { decision } = trace
  if (decision === undefined) return trace
  const { rule, guard, outcome, cache, attempt, budgets, limits, shape, log, facts, absent } = decision
  const plain: Decision = { rule, guard, outcome, cache, attempt, budgets, limits, shape, log, facts, absent }
  return { ...trace, decision: plain }
}
