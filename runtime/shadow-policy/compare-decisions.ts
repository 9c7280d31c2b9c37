import type { Decision } from '../contracts.ts'

/** In what two decisions of one request differ; `rule` alone: another rule says the same. */
export type DifferenceKind = 'outcome' | 'models' | 'message' | 'settings' | 'rule'

/** Every way in which they differ, in the order of the type; empty where the rule and all that is done are the same. */
export function compareDecisions(current: Decision, candidate: Decision): readonly DifferenceKind[] {
  const kinds: DifferenceKind[] = []
  const [now, then] = [current.outcome, candidate.outcome]
  if (now.kind !== then.kind) kinds.push('outcome')
  else if (now.kind === 'route') {
    if (!isSame(now, then)) kinds.push('models')
  } else if (!isSame(now, then)) kinds.push('message')
  if (!isSame(settingsOf(current), settingsOf(candidate))) kinds.push('settings')
  return kinds.length === 0 && current.rule !== candidate.rule ? ['rule'] : kinds
}

function settingsOf({ cache, attempt, budgets, limits, shape, log }: Decision): unknown {
  return [cache, attempt, budgets, limits, shape, log]
}

/** Of plain data whose keys the table's schema orders. */
function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}
