import { expect, test } from 'vitest'
import { strategies } from '../../bench/routing/routes.ts'
import { scenario, shortened, simulate } from '../../bench/routing/simulate.ts'
import { isFull, noteFigure } from '../support/figures.ts'

const world = isFull ? scenario : shortened(10)
const seeds = [1, 2, 3]

test('a brown-out and a burst of 429 over four accounts: next to no errors, few retries', () => {
  const outcomes = seeds.map((seed) => simulate(strategies['gwc']!, { seed, world }))
  for (const { requests, errors, retries } of outcomes) {
    expect(errors / requests).toBeLessThanOrEqual(0.001)
    expect(retries / requests).toBeLessThanOrEqual(0.015)
  }
  const sum = (of: 'requests' | 'errors' | 'retries'): number =>
    outcomes.reduce((total, outcome) => total + outcome[of], 0)
  noteFigure(
    'routing through one brown-out and one burst of 429',
    `${sum('requests')} simulated requests: ${sum('errors')} errors, ${sum('retries')} retries`,
  )
})

test('plain ways of choosing do worse in the same weather, or the simulation would prove nothing', () => {
  const bad = (name: string): number => {
    const { errors, retries } = simulate(strategies[name]!, { seed: 1, world })
    return errors + retries
  }
  for (const name of ['random', 'least outstanding', 'peak-EWMA'])
    expect(bad(name)).toBeGreaterThan(2 * bad('gwc'))
})

test('the same seed is the same weather and the same choice', () => {
  const run = (): unknown => simulate(strategies['gwc']!, { seed: 7, world })
  expect(run()).toEqual(run())
})

test('no account is forgotten: each has its share again once its trouble is over', () => {
  const calm = { ...world, brownOut: { ...world.brownOut, untilMs: world.brownOut.fromMs + 1 } }
  const { sent } = simulate(strategies['gwc']!, { seed: 1, world: calm })
  for (const count of sent) expect(count / world.requests).toBeGreaterThan(0.15)
})
