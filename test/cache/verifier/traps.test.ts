import { describe, expect, test } from 'vitest'
import { pairSets, pairsByHand, pairsOf } from '../corpus/pairs.ts'
import { verdictOf } from './question-of.ts'

test('the corpus has more than a thousand pairs, and no question of one half stands in the other', () => {
  const [development, heldOut] = pairSets.map(
    (set) => new Set(pairsOf(set).flatMap(({ asked, kept }) => [asked, kept])),
  )
  expect(pairSets.flatMap(pairsOf).length).toBeGreaterThan(1_000)
  expect([...development!].filter((question) => heldOut!.has(question))).toEqual([])
})

describe.each(pairSets)('%s', (set) => {
  const accepted = pairsOf(set).filter(({ asked, kept }) => verdictOf(asked, kept)?.kind === 'accept')

  test('at most one trap of two hundred is served', () => {
    const traps = pairsOf(set).filter(({ should }) => should === 'miss')
    const served = accepted.filter(({ should }) => should === 'miss')
    expect(served.length / traps.length, JSON.stringify(served)).toBeLessThanOrEqual(0.005)
  })

  test('two of five questions that people put differently are served without a model', () => {
    const same = pairsByHand(set).filter(({ should }) => should === 'hit')
    const served = same.filter((pair) => accepted.some(({ asked }) => asked === pair.asked))
    expect(served.length / same.length).toBeGreaterThanOrEqual(0.4)
  })
})
