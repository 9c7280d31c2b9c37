import { describe, expect, test } from 'vitest'
import type { Facts } from '../../compiler/holds.ts'
import { cubePolicy } from '../../compiler/cubed.ts'
import { emit, serialize } from '../../compiler/emit.ts'
import { reachOf } from '../../compiler/reach.ts'
import { type PolicyRule, rulesOf } from '../../compiler/rules.ts'
import type { Cond, Policy, RouteRule, RulesByTable } from '../../compiler/typed.ts'
import { byTable } from '../../core/tables.ts'
import { builtinCatalogue } from '../../core/catalogue.ts'
import { decideFacts } from '../../runtime/table/decide.ts'
import type { LinkedTable } from '../../runtime/table/link.ts'
import { aCondition, aPolicy, someFacts } from '../support/arbitrary-policy.ts'
import { fc } from '../support/fast-check.ts'
import { loadWhole } from '../support/loaded.ts'
import {
  all,
  any,
  attempt,
  cache,
  is,
  log,
  not,
  policyOf,
  route,
  servedEmbeddings,
  split,
} from '../support/typed-policy.ts'

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
  const { outcome, cache, attempt, shape, log } = decideFacts(
    table,
    facts as Parameters<typeof decideFacts>[1],
  )
  const unnamed =
    outcome.kind === 'deny' ? { ...outcome, message: outcome.message.replaceAll('renamed.', '') } : outcome
  return { outcome: unnamed, cache, attempt, shape, log }
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

/** The rows of every table changed in one way. */
const mapRows = (policy: Policy, change: <R extends PolicyRule>(rule: R) => R): Policy => ({
  ...policy,
  ...(byTable((table) =>
    (policy[table] as readonly PolicyRule[]).map((rule) => change(rule)),
  ) as RulesByTable),
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

const bySession = split('session', [3_000, 'openai/gpt-4.1'], [7_000, 'openai/gpt-4.1-mini'])

const runs = { numRuns: 60 }

describe('changes that mean nothing change no decision', () => {
  test('an `in` split into several tests', () => {
    const property = fc.property(aPolicy, requests, (policy, asked) => {
      const apart = mapRows(policy, (rule) => ({ ...rule, condition: splitIn(rule.condition) }))
      expectSame(policy, apart, asked)
    })
    fc.assert(property, runs)
  })

  test('a rule after the default, which can never run', () => {
    const property = fc.property(aPolicy, aCondition, requests, (policy, condition, asked) => {
      expectSame(
        policy,
        mapRoute(policy, (rules) => [...rules, route('late', condition, 'openai/gpt-4.1')]),
        asked,
      )
    })
    fc.assert(property, runs)
  })

  test('a row after the default of any other table', () => {
    const property = fc.property(aPolicy, aCondition, requests, (policy, condition, asked) => {
      const whole: Policy = {
        ...policy,
        embeddings: [...policy.embeddings, route('embeddings:default', undefined, servedEmbeddings[0])],
        cache: [...policy.cache, cache('cache:default', undefined, 9_000)],
        attempt: [...policy.attempt, attempt('attempt:default', undefined, 9_000)],
        log: [...policy.log, log('log:default', undefined, 'metadata')],
      }
      const more: Policy = {
        ...whole,
        embeddings: [...whole.embeddings, route('late', condition, servedEmbeddings[1])],
        cache: [...whole.cache, cache('cache:late', condition, 8_000)],
        attempt: [...whole.attempt, attempt('attempt:late', condition, 8_000)],
        log: [...whole.log, log('log:late', condition, 'off')],
      }
      expectSame(whole, more, asked)
    })
    fc.assert(property, runs)
  })

  test('the rows of `shape` in any order, and one of them twice', () => {
    const property = fc.property(aPolicy, requests, (policy, asked) => {
      const again = policy.shape.map((rule) => ({ ...rule, name: `${rule.name}-again` }))
      expectSame(policy, { ...policy, shape: [...policy.shape.toReversed(), ...again] }, asked)
    })
    fc.assert(property, runs)
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
    fc.assert(property, runs)
  })

  test('other names of rules', () => {
    const property = fc.property(aPolicy, requests, (policy, asked) => {
      const divided = mapRoute(policy, (rules) => rules.map((rule) => ({ ...rule, stages: [bySession] })))
      const renamed = mapRows(divided, (rule) => ({
        ...rule,
        // A budget's name is also that of its facts.
        name: 'action' in rule && /budget|limit/.test(rule.action.kind) ? rule.name : `renamed.${rule.name}`,
        ...('stages' in rule && { was: rule.name }),
      }))
      expectSame(divided, renamed, asked)
    })
    fc.assert(property, runs)
  })
})

test('the same policy gives the same bytes', () => {
  const property = fc.property(aPolicy, (policy) => {
    const again = structuredClone({ ...policy, facts: policy.facts })
    expect(rulesOf(again).length).toBe(rulesOf(policy).length)
    expect(bytesOf(again)).toBe(bytesOf(policy))
  })
  fc.assert(property, { numRuns: 50 })
})
