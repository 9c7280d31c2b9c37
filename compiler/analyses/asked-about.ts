import { type Ask, serves } from '../ask.ts'
import type { AnalysisInput } from './analysis.ts'
import { gatewayModels } from './gateway-models.ts'

/** Features that any client may ask for at any time: whoever writes a policy has to think of them. */
const common: readonly string[] = ['tools', 'images', 'jsonSchema', 'stream']

/**
 * Whether a policy shows that requests of this kind are thought of. Tools, images and structured output always are.
 * Reasoning effort, which clients send by habit, and sizes count where the policy itself tests the fact; a size also
 * only where a model that the policy uses holds clearly more.
 */
export function isAskedAbout(input: AnalysisInput, ask: Ask): boolean {
  const { space } = input.cubed
  const isTested = (name: string): boolean => space.axes.some(({ fact }) => fact.name === name)
  if (ask.features.some((need) => !common.includes(need)) && !isTested('reasoning')) return false
  const sizes = [
    ...(ask.inputAbove === undefined ? [] : ['input_tokens']),
    ...(ask.outputAbove === undefined ? [] : ['max_output']),
  ]
  if (!sizes.every(isTested)) return false
  return sizes.length === 0 || gatewayModels(input).used.some((model) => serves(model, ask))
}
