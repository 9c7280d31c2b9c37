import type { Policy } from '../typed.ts'

/** A part of the language that not every runtime obeys, and whether a policy uses it. */
interface Requirement {
  readonly feature: string
  readonly isUsed: (policy: Policy) => boolean
}

const requirements: readonly Requirement[] = [
  { feature: 'budgets', isUsed: ({ budget }) => budget.length > 0 },
  { feature: 'limits', isUsed: ({ limit }) => limit.length > 0 },
]

/** The features that a runtime must have to obey the policy; one that lacks any refuses its table by that name. */
export function requirementsOf(policy: Policy): string[] {
  return requirements.filter(({ isUsed }) => isUsed(policy)).map(({ feature }) => feature)
}
