import { type Ask, serves } from '../ask.ts'
import type { AnalysisInput } from './analysis.ts'

/** Features that any client may ask for at any time: whoever writes a policy has to think of them. */
const common: readonly string[] = ['tools', 'images', 'jsonSchema', 'stream']

/**
 * Whether a policy shows that requests of this kind are thought of. Tools, images and structured output always are.
 * Reasoning effort, which clients send by habit, and sizes count where the policy itself tests the fact; a size also
 * only where a model that the policy uses holds clearly more.
 */
export function isAskedAbout({ cubed: { policy, space }, catalogue }: AnalysisInput, ask: Ask): boolean {
  const isTested = (name: string): boolean => space.axes.some(({ fact }) => fact.name === name)
  if (ask.features.some((need) => !common.includes(need)) && !isTested('reasoning')) return false
  const sizes = [
    ...(ask.inputAbove === undefined ? [] : ['input_tokens']),
    ...(ask.outputAbove === undefined ? [] : ['max_output']),
  ]
  if (!sizes.every(isTested)) return false
  const used = policy.route.flatMap(({ stages }) => stages.flatMap(({ models }) => models))
  return sizes.length === 0 || used.some((id) => servesById(catalogue, id, ask))
}

function servesById(catalogue: AnalysisInput['catalogue'], id: string, ask: Ask): boolean {
  const model = catalogue.byId.get(id)
  return model !== undefined && serves(model, ask)
}
