import { confidenceDefault, maxErrorDefault, warmthMax } from '../core/likeness.ts'
import { showQuantity } from '../core/quantity.ts'
import type { CacheAction } from '../schemas/generated/decision-table.ts'
import type { Facts } from './holds.ts'

/** What a row of `cache` means, in a sentence. `facts`: of a request at hand, which may itself rule likeness out. */
export function tellCache(action: CacheAction, facts: Facts = {}): string {
  const { mode, ttlMs, within } = action
  if (mode === 'off') return 'no answer is kept'
  const equal = `an equal request ${sharers[within]} gets the same answer for ${showQuantity(ttlMs, 'duration')}`
  return mode === 'exact' ? equal : `${equal}; ${tellLikeness(action, facts)}`
}

const sharers = {
  key: 'with the same key',
  developer: 'of the same developer',
  project: 'of the same project',
  team: 'of the same team',
  org: 'of the same organisation',
} as const satisfies Readonly<Record<CacheAction['within'], string>>

function tellLikeness(action: CacheAction, facts: Facts): string {
  const bar = barOf(facts)
  if (bar !== undefined) return `no question that is merely alike does, since ${bar}`
  const { confidence = confidenceDefault, maxErrorBasisPoints = maxErrorDefault, judge } = action
  const bound = `wrong at most ${showQuantity(maxErrorBasisPoints, 'percent')} of the time`
  const open =
    judge === undefined
      ? 'what the verifier leaves open is asked anew'
      : `${judge.model} judges what the verifier leaves open${limitOf(judge.withinMs)}`
  return `so does one that is merely alike, where such pairs are ${bound} and confidence is ${showQuantity(confidence, 'score')}; ${open}`
}

const limitOf = (ms: number | undefined): string =>
  ms === undefined ? '' : `, within ${showQuantity(ms, 'duration')}`

function barOf({ temperature, choices }: Facts): string | undefined {
  if (typeof temperature === 'number' && temperature > warmthMax)
    return `a temperature of ${temperature} is above ${warmthMax}`
  return typeof choices === 'number' && choices > 1 ? `it asks for ${choices} answers` : undefined
}
