import { describe, expect, test } from 'vitest'
import { cubePolicy } from '../../compiler/cubed.ts'
import { contains } from '../../compiler/cube.ts'
import { diffTables, type PolicyDiff } from '../../compiler/diff.ts'
import { judgeOf, pointOf } from '../../compiler/diff/judge.ts'
import { settlePoint } from '../../compiler/diff/meters.ts'
import { emit } from '../../compiler/emit.ts'
import { type Facts, holds } from '../../compiler/holds.ts'
import { interpret } from '../../compiler/interpret.ts'
import { outcomeOf } from '../../compiler/outcome.ts'
import { settingsOf } from '../../compiler/settings.ts'
import type { Cond, Policy } from '../../compiler/typed.ts'
import { builtinCatalogue } from '../../core/catalogue.ts'
import type { DecisionTable } from '../../schemas/generated/decision-table.ts'
import { aCondition, aPolicy, someFacts } from '../support/arbitrary-policy.ts'
import { fc } from '../support/fast-check.ts'
import { neverUse, route, servedModels } from '../support/typed-policy.ts'

const catalogue = builtinCatalogue()

/** The table of a policy, whatever its analyses would say; `undefined` when it is too large for one. */
function tableOf(policy: Policy): DecisionTable | undefined {
  const cubing = cubePolicy(policy)
  if (cubing.kind === 'too-large') return undefined
  return emit(cubing.cubed, { catalogue, sources: new Map(), reach: new Map() })
}

function diffOf(before: Policy, after: Policy, only?: Cond): PolicyDiff | undefined {
  const [old, now] = [tableOf(before), tableOf(after)]
  if (old === undefined || now === undefined) return undefined
  const found = diffTables(old, now, only)
  return found.kind === 'diff' ? found : undefined
}

/** Everything that becomes of a request, as the interpreter has it: what a rule is called, or how a set is spelled, is no part of it. */
function decided(policy: Policy, facts: Facts): string {
  const verdict = interpret(policy, facts)
  const outcome = outcomeOf(policy, verdict, facts)
  if (outcome.kind === 'deny') {
    const isEmptied = outcome.message.startsWith('Guard leaves no model')
    return isEmptied ? 'emptied' : JSON.stringify([outcome.message, outcome.status])
  }
  const stages = outcome.stages.map((each, index) => {
    const { span: _, shown: __, split, on, ...stage } = each
    const arms = split?.arms.filter(({ model }) => stage.models.includes(model))
    return [stage, index === 0 ? [] : on.toSorted(), split?.fact.name, split?.salt, arms]
  })
  const meters = [...verdict.budget, ...verdict.limit].map(({ action }) => action)
  return JSON.stringify([stages, settingsOf(verdict), meters])
}

/** A policy with one rule of each table left out, moved, or given another model: what a pull request changes. */
const edits: fc.Arbitrary<(policy: Policy) => Policy> = fc.oneof(
  fc.nat(8).map((at) => (policy: Policy) => ({ ...policy, route: policy.route.filter((_, i) => i !== at) })),
  fc.nat(3).map((at) => (policy: Policy) => ({ ...policy, guard: policy.guard.filter((_, i) => i !== at) })),
  fc.nat(2).map((at) => (policy: Policy) => ({ ...policy, cache: policy.cache.filter((_, i) => i !== at) })),
  fc
    .nat(1)
    .map((at) => (policy: Policy) => ({ ...policy, attempt: policy.attempt.filter((_, i) => i !== at) })),
  fc.nat(6).map((at) => (policy: Policy) => {
    const [rule] = policy.route.slice(at, at + 1)
    return rule === undefined
      ? policy
      : { ...policy, route: [rule, ...policy.route.filter((each) => each !== rule)] }
  }),
  fc.tuple(fc.nat(6), fc.constantFrom(...servedModels)).map(([at, model]) => (policy: Policy) => ({
    ...policy,
    route: policy.route.map((rule, i) =>
      i === at ? route(rule.name, rule.isDefault ? undefined : rule.condition, model) : rule,
    ),
  })),
  fc.tuple(fc.nat(6), aCondition).map(([at, condition]) => (policy: Policy) => ({
    ...policy,
    route: [
      ...policy.route.slice(0, at),
      route('new', condition, servedModels[0]),
      ...policy.route.slice(at),
    ],
  })),
  fc.tuple(aCondition, fc.constantFrom(...servedModels)).map(([condition, model]) => (policy: Policy) => ({
    ...policy,
    guard: [...policy.guard, neverUse('guard:new', condition, model)],
  })),
)

/** A policy whose first rule and default go to the model that the client asks for, among others. */
const withAsked = (policy: Policy): Policy => ({
  ...policy,
  route: policy.route.map((rule, index) =>
    index % 2 === 0
      ? {
          ...rule,
          stages: [{ span: rule.span, pick: 'asked', models: [], on: [], shown: 'asked' }, ...rule.stages],
        }
      : rule,
  ),
})

const twoPolicies: fc.Arbitrary<readonly [Policy, Policy]> = fc
  .tuple(
    aPolicy,
    fc.array(edits, { minLength: 1, maxLength: 3 }),
    fc.option(aPolicy, { freq: 6 }),
    fc.boolean(),
  )
  .map(([policy, changes, other, asks]) => {
    const first = asks ? withAsked(policy) : policy
    return [first, other ?? changes.reduce((changed, edit) => edit(changed), first)] as const
  })

const requests = 100

describe('a difference', () => {
  test('of a policy and itself is empty', () => {
    const property = fc.property(aPolicy, (policy) => {
      expect(diffOf(policy, policy)?.changes ?? []).toEqual([])
    })
    fc.assert(property, { numRuns: 200 })
  })

  test('has every request that the interpreter decides differently in one of its rows, and no other', () => {
    let [compared, differing] = [0, 0]
    const property = fc.property(
      twoPolicies,
      fc.array(someFacts, { minLength: requests, maxLength: requests }),
      ([before, after], asked) => {
        const found = diffOf(before, after)
        if (found === undefined) return
        const judge = judgeOf(found)
        for (const facts of asked) {
          compared += 1
          const differs = decided(before, facts) !== decided(after, facts)
          differing += Number(differs)
          const rows = rowsFor(found, judge, facts)
          if (differs !== rows.length > 0)
            throw new Error(
              `${JSON.stringify(facts)} ${differs} ${decided(before, facts)} ${decided(after, facts)}`,
            )
          if (new Set(rows.map(({ strand }) => strand)).size !== rows.length)
            throw new Error('one request in two rows of a strand')
        }
      },
    )
    fc.assert(property, { numRuns: 200 })
    expect(compared).toBeGreaterThan(10_000)
    expect(differing).toBeGreaterThan(compared / 50)
  }, 120_000)

  test('shows in each part a request that the interpreter decides before and after as it says', () => {
    const property = fc.property(twoPolicies, ([before, after]) => {
      const found = diffOf(before, after)
      if (found === undefined) return
      const judge = judgeOf(found)
      for (const change of found.changes) {
        for (const { witness } of change.parts) {
          if (witness === undefined) throw new Error('unproven')
          const [judged] = judge(witness as Facts).strands.filter(({ strand }) => strand === change.strand)
          expect([judged?.before.effect.key, judged?.after.effect.key]).toEqual([
            change.before.key,
            change.after.key,
          ])
          expect(decided(before, witness as Facts)).not.toBe(decided(after, witness as Facts))
        }
      }
    })
    fc.assert(property, { numRuns: 200 })
  }, 120_000)
})

/** The rows that speak of a request: their effects are its own, and one of their cubes holds it. */
function rowsFor(found: PolicyDiff, judge: ReturnType<typeof judgeOf>, facts: Facts): PolicyDiff['changes'] {
  const point = settlePoint(found.space, pointOf(found.space, facts), found.meters)
  const { strands } = judge(facts)
  return found.changes.filter(({ strand, before, after, parts }) => {
    const mine = strands.find((each) => each.strand === strand)
    const isHere = mine?.before.effect.key === before.key && mine.after.effect.key === after.key
    return isHere && parts.some(({ cubes }) => cubes.some((cube) => contains(cube, point)))
  })
}

test('a condition outside of which nothing may differ: a request that lies there and differs, or none does', () => {
  let [kept, broken] = [0, 0]
  const asked = fc.array(someFacts, { minLength: 20, maxLength: 20 })
  const property = fc.property(twoPolicies, aCondition, asked, ([before, after], only, requests) => {
    const found = diffOf(before, after, only)
    if (found === undefined) return
    const differs = (facts: Facts): boolean => decided(before, facts) !== decided(after, facts)
    if (found.outside === undefined) {
      kept += 1
      for (const facts of requests) expect(differs(facts) && !holds(only, facts)).toBe(false)
    } else {
      broken += 1
      expect([differs(found.outside.witness), holds(only, found.outside.witness)]).toEqual([true, false])
    }
  })
  fc.assert(property, { numRuns: 150 })
  expect(Math.min(kept, broken)).toBeGreaterThan(5)
}, 60_000)
