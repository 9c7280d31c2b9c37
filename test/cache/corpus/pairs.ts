import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pairsByRule } from './by-rule.ts'

/** Two questions, and whether the answer to one may be served for the other. */
export interface Pair {
  readonly should: 'hit' | 'miss'
  /** What makes them alike, or what makes them a trap. */
  readonly kind: string
  readonly asked: string
  readonly kept: string
}

/** Rules are tuned on `development` alone; `held-out` was written before them and `unseen` after them, without reading them: both are only counted. */
export const pairSets = ['development', 'held-out', 'unseen'] as const
export type PairSet = (typeof pairSets)[number]

/** Pairs that people would write: questions as they are put, and traps for whoever compares them loosely. */
export const pairsByHand = (set: PairSet): readonly Pair[] => [
  ...read(set, 'same.txt', 'hit'),
  ...read(set, 'traps.txt', 'miss'),
]

/** Every pair of a set; none of `unseen` is made by rule. */
export const pairsOf = (set: PairSet): readonly Pair[] =>
  set === 'unseen' ? pairsByHand(set) : [...pairsByHand(set), ...pairsByRule(set)]

function read(set: PairSet, file: string, should: Pair['should']): readonly Pair[] {
  const lines = readFileSync(join(import.meta.dirname, set, file), 'utf8')
    .trim()
    .split('\n')
  return lines.map((line) => {
    const [kind, asked, kept] = line.split(' | ')
    if (kind === undefined || asked === undefined || kept === undefined) throw new Error(`${file}: ${line}`)
    return { should, kind, asked, kept }
  })
}
