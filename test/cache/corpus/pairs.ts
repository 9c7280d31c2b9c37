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

/** Rules are tuned on `development` alone; `held-out` was written before them and is only counted. */
export const halves = ['development', 'held-out'] as const
export type Half = (typeof halves)[number]

/** Pairs that people would write: questions as they are put, and traps for whoever compares them loosely. */
export const pairsByHand = (half: Half): readonly Pair[] => [
  ...read(half, 'same.txt', 'hit'),
  ...read(half, 'traps.txt', 'miss'),
]

/** Every pair of a half. */
export const pairsOf = (half: Half): readonly Pair[] => [...pairsByHand(half), ...pairsByRule(half)]

function read(half: Half, file: string, should: Pair['should']): readonly Pair[] {
  const lines = readFileSync(join(import.meta.dirname, half, file), 'utf8')
    .trim()
    .split('\n')
  return lines.map((line) => {
    const [kind, asked, kept] = line.split(' | ')
    if (kind === undefined || asked === undefined || kept === undefined) throw new Error(`${file}: ${line}`)
    return { should, kind, asked, kept }
  })
}
