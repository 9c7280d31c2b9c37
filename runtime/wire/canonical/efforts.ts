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
