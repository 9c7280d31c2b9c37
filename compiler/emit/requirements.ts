import { routeTables } from '../../core/tables.ts'
import type { ShapeAction } from '../../schemas/generated/decision-table.ts'
import { atomsOf } from '../classes.ts'
import { rulesOf } from '../rules.ts'
import type { Policy, TypedStage } from '../typed.ts'

/** A part of the language that not every runtime obeys, and whether a policy uses it. */
interface Requirement {
  readonly feature: string
  readonly isUsed: (policy: Policy) => boolean
}

const requirements: readonly Requirement[] = [
  { feature: 'budgets', isUsed: ({ budget }) => budget.length > 0 },
  { feature: 'limits', isUsed: ({ limit }) => limit.length > 0 },
  { feature: 'provider-state', isUsed: asksProvider },
  { feature: 'embeddings', isUsed: ({ embeddings }) => embeddings.length > 0 },
  { feature: 'split', isUsed: (policy) => stagesOf(policy).some(({ pick }) => pick === 'split') },
  { feature: 'best', isUsed: (policy) => stagesOf(policy).some(({ pick }) => pick === 'best') },
  { feature: 'shadow', isUsed: (policy) => stagesOf(policy).some(({ shadow }) => shadow !== undefined) },
  { feature: 'affinity', isUsed: ({ affinity }) => affinity !== undefined },
  {
    feature: 'semantic-cache',
    isUsed: ({ cache }) => cache.some(({ action }) => action.mode === 'semantic'),
  },
  {
    feature: 'cache-judge',
    isUsed: ({ cache }) => cache.some(({ action }) => action.judge !== undefined),
  },
  {
    feature: 'abort-drain',
    isUsed: ({ attempt }) => attempt.some(({ action }) => action.abort === 'drain'),
  },
  { feature: 'max-output', isUsed: shapes(({ maxOutput }) => maxOutput !== undefined) },
  { feature: 'compact', isUsed: shapes(({ compactTo }) => compactTo !== undefined) },
  // Without a word of it, a request goes as it came.
  { feature: 'prompt-cache', isUsed: shapes(({ promptCache }) => promptCache === 'auto') },
  // Metadata is what a runtime logs unasked.
  { feature: 'log', isUsed: ({ log }) => log.some(({ action }) => action.level !== 'metadata') },
]

function shapes(asks: (action: ShapeAction) => boolean): (policy: Policy) => boolean {
  return ({ shape }) => shape.some(({ action }) => asks(action))
}

const stagesOf = (policy: Policy): readonly TypedStage[] =>
  routeTables.flatMap((table) => policy[table].flatMap(({ stages }) => stages))

function asksProvider(policy: Policy): boolean {
  const atoms = rulesOf(policy).flatMap(({ condition }) => atomsOf(condition))
  return atoms.some(({ fact }) => fact.origin.kind === 'provider')
}

/** The features that a runtime must have to obey the policy; one that lacks any refuses its table by that name. */
export function requirementsOf(policy: Policy): string[] {
  return requirements.filter(({ isUsed }) => isUsed(policy)).map(({ feature }) => feature)
}
