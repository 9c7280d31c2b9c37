import { readdirSync } from 'node:fs'
import { requestsOf } from 'gwc/testing'
import { expect, test } from 'vitest'
import { loadProject } from '../../cli/project.ts'
import { atomsOf, shareOf } from '../../compiler/classes.ts'
import { compile } from '../../compiler/compile.ts'
import { askingOf } from '../../compiler/coverage/asked.ts'
import { coverageOf, isShown, shownBy } from '../../compiler/coverage/coverage.ts'
import { type CubedPolicy, cubePolicy } from '../../compiler/cubed.ts'
import { type Facts, holds } from '../../compiler/holds.ts'
import { interpret } from '../../compiler/interpret.ts'
import { reachOf } from '../../compiler/reach.ts'
import { routeTableOf } from '../../compiler/traffic.ts'
import type { Policy } from '../../compiler/typed.ts'
import { tableNames } from '../../core/tables.ts'
import { hide } from '../../testing/inside.ts'
import { aPolicyText } from '../support/arbitrary-text.ts'
import { inputOf } from '../support/corpus.ts'
import { fc } from '../support/fast-check.ts'
import { isFull, noteFigure } from '../support/figures.ts'

/** Requests of each policy, most of them where it changes its mind. */
const samples = isFull ? 10_000 : 1_000
const randomPolicies = isFull ? 100 : 30

/** Something that no request can be: `seen` says whether this one is, all the same. */
interface Claim {
  readonly says: string
  readonly seen: (facts: Facts) => boolean
}

function claimsOf(cubed: CubedPolicy, isComplete: boolean): readonly Claim[] {
  const { policy } = cubed
  return [
    ...rulesThatNeverRun(cubed),
    ...partsThatNeverTurn(cubed),
    ...goalsThatNothingShows(cubed),
    ...(isComplete ? [{ says: 'no request falls through `route`', seen: fallsThrough(policy) }] : []),
  ]
}

function rulesThatNeverRun(cubed: CubedPolicy): readonly Claim[] {
  const asking = askingOf(cubed.policy)
  const reach = reachOf(cubed)
  return tableNames.flatMap((table) =>
    cubed.policy[table].flatMap((rule) => {
      const kind = reach.get(rule)?.kind
      if (kind !== 'empty' && kind !== 'covered') return []
      const seen = (facts: Facts): boolean => asking(facts)(table, rule) && holds(rule.condition, facts)
      return [{ says: `${rule.name} never runs`, seen }]
    }),
  )
}

function partsThatNeverTurn({ policy, space }: CubedPolicy): readonly Claim[] {
  const atoms = tableNames.flatMap((table) => policy[table].flatMap(({ condition }) => atomsOf(condition)))
  return atoms.flatMap((atom) => {
    const { axis, set } = space.placeOf(atom)
    const found = space.axes[axis]
    const share = found === undefined ? 'some' : shareOf(set, found)
    if (share === 'some') return []
    return [
      {
        says: `${atom.fact.name} is ${share}`,
        seen: (facts: Facts) => holds(atom, facts) !== (share === 'all'),
      },
    ]
  })
}

/** Coverage leaves them out as unreachable. */
function goalsThatNothingShows(cubed: CubedPolicy): readonly Claim[] {
  return coverageOf(cubed, []).flatMap(({ goal, state }) => {
    if (state.kind !== 'unreachable') return []
    const seen = (facts: Facts): boolean => {
      const given = new Map(
        Object.entries(facts).flatMap(([name, value]) =>
          value === undefined ? [] : [[name, value] as const],
        ),
      )
      const shown = shownBy(cubed.policy, [{ given, expect: { use: true, deny: true, cache: true } }])
      return goal.tiers.some((cases) => isShown(cases, shown))
    }
    return [{ says: `${goal.rule.name}: ${goal.lack} cannot be shown`, seen }]
  })
}

function fallsThrough(policy: Policy): Claim['seen'] {
  return (facts) => {
    const { guard, route } = interpret(policy, facts)
    const isRouted = routeTableOf(facts) === 'route' && !guard.some(({ action }) => action.kind === 'deny')
    return isRouted && route === undefined
  }
}

/** How many claims of a policy the samples could not break. */
function expectUnbroken(cubed: CubedPolicy, isComplete: boolean): number {
  const claims = claimsOf(cubed, isComplete)
  const { policy, space } = cubed
  const sampled = hide({ root: policy.root, facts: [], rules: {} }, { policy, space })
  for (const facts of fc.sample(requestsOf(sampled), { numRuns: samples })) {
    const broken = claims.find(({ seen }) => seen(facts))
    if (broken !== undefined) expect.fail(`${broken.says}, and yet: ${JSON.stringify(facts)}`)
  }
  return claims.length
}

const minutes = 60_000

test('of the policies of this repository', { timeout: 10 * minutes }, () => {
  const names = readdirSync('policies')
  let claims = 0
  for (const name of names) {
    const { policy } = loadProject(`policies/${name}/main.route`, {}).compile()
    const cubing = policy && cubePolicy(policy)
    if (cubing?.kind === 'cubed') claims += expectUnbroken(cubing.cubed, true)
  }
  expect(claims).toBeGreaterThanOrEqual(names.length)
  noteFigure(`no witness: ${names.length} policies × ${samples} samples`, `${claims} claims, 0 broken`)
})

test('of policies at random, most with rules that never run', { timeout: 30 * minutes }, () => {
  let claims = 0
  for (const files of fc.sample(aPolicyText, { numRuns: randomPolicies })) {
    const { policy, diagnostics } = compile(inputOf('main.route', files))
    const cubing = policy && cubePolicy(policy)
    const isComplete = diagnostics.every(({ code }) => code !== 'GWC2201' && code !== 'GWC2301')
    if (cubing?.kind === 'cubed') claims += expectUnbroken(cubing.cubed, isComplete)
  }
  expect(claims).toBeGreaterThan(randomPolicies * 2)
  noteFigure(
    `no witness: ${randomPolicies} random policies × ${samples} samples`,
    `${claims} claims, 0 broken`,
  )
})
