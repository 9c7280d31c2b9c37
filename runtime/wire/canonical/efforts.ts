import type { Reasoning } from './form.ts'

/** Words for how much a model thinks, from nothing to all it can. */
export const efforts = ['none', 'minimal', 'low', 'medium', 'high', 'xhigh', 'max'] as const

export type Effort = (typeof efforts)[number]

/**
 * The word of those that are taken which comes nearest, the stronger one of two as near; `undefined` where there is none: who
 * asks for no thinking is not given any, nor the other way round. A word that nobody knows is left to the provider.
 */
export function nearestEffort(asked: string, taken: readonly Effort[]): string | undefined {
  const wanted = efforts.findIndex((effort) => effort === asked)
  if (wanted === -1) return asked
  if (wanted === 0) return taken.includes('none') ? 'none' : undefined
  const distance = (effort: Effort): number => Math.abs(efforts.indexOf(effort) - wanted)
  const thinking = taken.filter((effort) => effort !== 'none')
  return thinking.toSorted((a, b) => distance(a) - distance(b) || efforts.indexOf(b) - efforts.indexOf(a))[0]
}

/** Tokens to think with, as the word that comes nearest. Source: Anthropic's budgets, 1,024 at least and 32,000 in use. */
const byTokens = [
  { tokensMax: 0, effort: 'none' },
  { tokensMax: 4_096, effort: 'low' },
  { tokensMax: 16_384, effort: 'medium' },
  { tokensMax: Infinity, effort: 'high' },
] as const

/** How much to think, in words: the client's own, else the one for its tokens; `undefined` where it says neither. */
export function effortOf({ effort, tokensMax }: Reasoning): string | undefined {
  if (effort !== undefined || tokensMax === undefined) return effort
  return byTokens.find((each) => tokensMax <= each.tokensMax)?.effort
}
