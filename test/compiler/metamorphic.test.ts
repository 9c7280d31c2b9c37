import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Facts } from '../../compiler/holds.ts'
import { cubePolicy } from '../../compiler/cubed.ts'
import { emit, serialize } from '../../compiler/emit.ts'
import { reachOf } from '../../compiler/reach.ts'
import { rulesOf } from '../../compiler/rules.ts'
import type { Cond, Policy, RouteRule } from '../../compiler/typed.ts'
import { builtinCatalogue } from '../../core/catalogue.ts'
import { decideFacts } from '../../runtime/table/decide.ts'
import type { LinkedTable } from '../../runtime/table/link.ts'
import { aCondition, aPolicy, someFacts } from '../support/arbitrary-policy.ts'
import { loadWhole } from '../support/loaded.ts'
import { runSeed } from '../support/seed.ts'
import { all, any, is, not, policyOf, route } from '../support/typed-policy.ts'

const catalogue = builtinCatalogue()

function bytesOf(policy: Policy): string | undefined {
  const cubing = cubePolicy(policy)
  if (cubing.kind === 'too-large') return undefined
  return serialize(emit(cubing.cubed, { catalogue, sources: new Map(), reach: reachOf(cubing.cubed) }))
}

function tableOf(policy: Policy): LinkedTable | undefined {
  const bytes = bytesOf(policy)
  if (bytes === undefined) return undefined
  const loaded = loadWhole(Buffer.from(bytes))
  if (!loaded.ok) throw new Error(loaded.message)
  return loaded.table
}

const requests = fc.array(someFacts, { minLength: 20, maxLength: 20 })

/** What is decided of a request, whatever the rules are called. */
function outcomeOf(table: LinkedTable, facts: Facts): unknown {
  const { outcome, cache, attempt } = decideFacts(table, facts as Parameters<typeof decideFacts>[1])
  const unnamed =
    outcome.kind === 'deny' ? { ...outcome, message: outcome.message.replaceAll('renamed.', '') } : outcome
  return { outcome: unnamed, cache, attempt }
}

/** Both policies decide alike, unless one is too large for a table. */
function expectSame(a: Policy, b: Policy, asked: readonly Facts[]): void {
  const [left, right] = [tableOf(a), tableOf(b)]
  if (left === undefined || right === undefined) return
  for (const facts of asked) expect(outcomeOf(left, facts)).toEqual(outcomeOf(right, facts))
}

const mapRoute = (policy: Policy, change: (rules: readonly RouteRule[]) => readonly RouteRule[]): Policy => ({
  ...policy,
  route: change(policy.route),
})

/** Every `in` of several values as an `or` of single ones, and back: `in` is nothing else. */
function splitIn(condition: Cond): Cond {
  switch (condition.kind) {
    case 'all':
    case 'any':
      return { ...condition, operands: condition.operands.map(splitIn) }
    case 'not':
      return not(splitIn(condition.operand))
    case 'atom':
      return condition.test.kind === 'member'
        ? any(...condition.test.values.map((value) => is(condition.fact, value)))
        : condition
  }
}

const runs = { numRuns: 60 }

describe('changes that mean nothing change no decision', () => {
  test('an `in` split into several tests', () => {
    const property = fc.property(aPolicy, requests, (policy, asked) => {
      const split = mapRoute(policy, (rules) =>
        rules.map((rule) => ({ ...rule, condition: splitIn(rule.condition) })),
      )
      expectSame(policy, split, asked)
    })
    fc.assert(property, { ...runs, seed: runSeed() })
  })

  test('a rule after the default, which can never run', () => {
    const property = fc.property(aPolicy, aCondition, requests, (policy, condition, asked) => {
      expectSame(
        policy,
        mapRoute(policy, (rules) => [...rules, route('late', condition, 'openai/gpt-4.1')]),
        asked,
      )
    })
    fc.assert(property, { ...runs, seed: runSeed() })
  })

  test('two rules that exclude each other in the other order', () => {
    const property = fc.property(
      aCondition,
      aCondition,
      aCondition,
      requests,
      (first, second, apart, asked) => {
        const a = route('a', all(first, apart), 'openai/gpt-4.1')
        const b = route('b', all(second, not(apart)), 'openai/gpt-4.1-mini')
        const rest = route('default', undefined, 'anthropic/claude-opus-4.8')
        expectSame(policyOf({ route: [a, b, rest] }), policyOf({ route: [b, a, rest] }), asked)
      },
    )
    fc.assert(property, { ...runs, seed: runSeed() })
  })

  test('other names of rules', () => {
    const property = fc.property(aPolicy, requests, (policy, asked) => {
      expectSame(
        policy,
        mapRoute(policy, (rules) => rules.map((rule) => ({ ...rule, name: `renamed.${rule.name}` }))),
        asked,
      )
    })
    fc.assert(property, { ...runs, seed: runSeed() })
  })
})

test('the same policy gives the same bytes', () => {
  const property = fc.property(aPolicy, (policy) => {
    const again = structuredClone({ ...policy, facts: policy.facts })
    expect(rulesOf(again).length).toBe(rulesOf(policy).length)
    expect(bytesOf(again)).toBe(bytesOf(policy))
  })
  fc.assert(property, { numRuns: 50, seed: runSeed() })
})
