import { describe, expect, test } from 'vitest'
import { assertions } from '../../compiler/analyses/assertions.ts'
import { amountOf, breaks } from '../../compiler/assertions/breaks.ts'
import { cubePolicy } from '../../compiler/cubed.ts'
import { failureClasses } from '../../compiler/failure-classes.ts'
import { interpret } from '../../compiler/interpret.ts'
import { outcomeOf } from '../../compiler/outcome.ts'
import { reachOf } from '../../compiler/reach.ts'
import type {
  Assertion,
  AttemptRule,
  BudgetRule,
  CacheRule,
  Cond,
  LogRule,
  ShapeRule,
  Policy,
  Property,
  RouteRule,
  TypedStage,
} from '../../compiler/typed.ts'
import { worstCases } from '../../compiler/worst-cases.ts'
import { builtinCatalogue } from '../../core/catalogue.ts'
import type { Diagnostic } from '../../lang/diagnostic.ts'
import { aCondition, aPolicy, someFacts } from '../support/arbitrary-policy.ts'
import { fc } from '../support/fast-check.ts'
import { all, compare, is, servedModels, spanAt } from '../support/typed-policy.ts'

const catalogue = builtinCatalogue()
const prices = { catalogue, asOf: catalogue.date }

const models = fc.uniqueArray(fc.constantFrom(...servedModels), { minLength: 1, maxLength: 3 })
const classes = fc.uniqueArray(fc.constantFrom(...failureClasses.map(({ name }) => name)), {
  minLength: 1,
  maxLength: 3,
})

/** A stage of any kind; what failures lead to it is given apart. */
const aStage: fc.Arbitrary<TypedStage> = fc
  .tuple(
    fc.constantFrom('model', 'cheapest', 'fastest', 'best', 'split', 'asked', 'deny'),
    models,
    classes,
    fc.option(fc.constantFrom(...servedModels), { freq: 4, nil: undefined }),
  )
  .map(([pick, ids, on, copied]) => {
    const used = pick === 'model' ? ids.slice(0, 1) : pick === 'asked' || pick === 'deny' ? [] : ids
    const shadow = copied === undefined || pick === 'deny' ? {} : { shadow: { share: 500, model: copied } }
    return { span: spanAt(0), pick, models: used, on, shown: `${pick} ${used.join()}`, ...shadow }
  })

const aChain = fc
  .array(aStage, { minLength: 1, maxLength: 4 })
  .map((stages) => stages.map((stage, index) => (index === 0 ? { ...stage, on: [] } : stage)))

const aProperty: fc.Arbitrary<Property> = fc.oneof(
  models.map((ids): Property => ({ kind: 'never-use', models: ids, shown: 'set' })),
  models.map((ids): Property => ({ kind: 'always-use', models: ids, shown: 'set' })),
  fc.constantFrom<Property>(
    { kind: 'denied' },
    { kind: 'allowed' },
    { kind: 'cache-off' },
    { kind: 'log-metadata' },
    { kind: 'charged', budget: 'spend' },
  ),
  fc
    .constantFrom('key', 'project', 'team', 'org')
    .map((within): Property => ({ kind: 'cache-within', within })),
  fc.integer({ min: 0, max: 9 }).map((value): Property => ({ kind: 'at-most', of: 'attempts', value })),
  fc.integer({ min: 900, max: 1_010 }).map((value): Property => ({ kind: 'at-most', of: 'time', value })),
  fc.integer({ min: 0, max: 4e10 }).map((value): Property => ({ kind: 'at-most', of: 'cost', value })),
)

const anAssertion: fc.Arbitrary<Assertion> = fc.record({
  title: fc.constant('claim'),
  span: fc.constant(spanAt(0)),
  at: fc.constant(spanAt(0)),
  claimAt: fc.constant(spanAt(0)),
  condition: fc.oneof(
    aCondition,
    fc
      .tuple(aCondition, fc.constantFrom('chat', 'embeddings'))
      .map(([each, endpoint]) => all(each, is('endpoint', endpoint))),
    fc.constant(all()),
    fc
      .tuple(aCondition, fc.constantFrom(1_000, 50_000))
      .map(([each, bound]) => all(each, compare('input_bound', '<=', bound))),
    aCondition.map((each) => all(each, compare('choices', '<=', 2))),
  ),
  property: aProperty,
})

const rowOf = (name: string, condition: Cond) => ({
  name,
  span: spanAt(0),
  at: spanAt(0),
  condition,
  isDefault: false,
})

/** Rows of the tables that `aPolicy` leaves empty. */
const aRest = fc
  .record({
    shapes: fc.array(fc.tuple(aCondition, fc.constantFrom(1_000, 8_000)), { maxLength: 2 }),
    logs: fc.array(fc.tuple(aCondition, fc.constantFrom('off', 'metadata', 'content')), { maxLength: 2 }),
    counted: aCondition,
    judge: fc.constantFrom(...servedModels),
  })
  .map(({ shapes, logs, counted, judge }) => ({
    judge,
    shape: shapes.map(([each, maxOutput], index): ShapeRule => {
      return { ...rowOf(`shape:${index}`, each), action: { kind: 'shape', maxOutput } }
    }),
    log: logs.map(([each, level], index): LogRule => {
      return { ...rowOf(`log:${index}`, each), action: { kind: 'log', level, sample: 10_000 } }
    }),
    budget: [{ ...rowOf('spend', counted), action: spend }],
  }))

const spend: BudgetRule['action'] = {
  kind: 'budget',
  name: 'spend',
  amountNanos: 1e9,
  period: 'month',
  soft: false,
  fit: false,
  warnAtBasisPoints: [],
}

/** A policy whose rules have chains of every kind, and rows of `attempt` that differ in their retries. */
const aCase: fc.Arbitrary<Policy> = fc
  .tuple(aPolicy, fc.array(aChain, { minLength: 3, maxLength: 7 }), anAssertion, aRest)
  .map(([policy, chains, assertion, { judge, ...rest }]) => ({
    ...policy,
    ...rest,
    cache: policy.cache.map((rule, index): CacheRule => {
      return index === 0
        ? rule
        : { ...rule, action: { ...rule.action, mode: 'semantic', judge: { model: judge } } }
    }),
    route: policy.route.map((rule, index): RouteRule => ({
      ...rule,
      stages: chains[index % chains.length] ?? rule.stages,
    })),
    attempt: policy.attempt.map((rule, index): AttemptRule => ({
      ...rule,
      action: { ...rule.action, retries: index },
    })),
    assertions: [assertion],
  }))

const aRequest = fc
  .record({
    facts: someFacts,
    input_bound: fc.constantFrom(0, 1_000, 50_000, 200_000, 5_000_000),
    choices: fc.constantFrom(1, 2, 3, 128),
    endpoint: fc.constantFrom('chat', 'chat', 'chat', 'embeddings'),
  })
  .map(({ facts, ...rest }) => ({ ...facts, ...rest }))

function told(policy: Policy): readonly Diagnostic[] {
  const cubing = cubePolicy(policy)
  if (cubing.kind === 'too-large') return []
  const { cubed } = cubing
  return assertions.run({ cubed, reach: reachOf(cubed), sources: new Map(), ...prices })
}

describe('an assertion is decided as the interpreter shows it', () => {
  test('every counterexample breaks it', () => {
    fc.assert(
      fc.property(aCase, (policy) => {
        const [assertion] = policy.assertions as [Assertion]
        for (const { witness, code, message } of told(policy))
          if (/^GWC300[123]$/.test(code))
            expect(breaks(policy, assertion, witness ?? {}, prices), message).toBe(true)
      }),
      { numRuns: 600 },
    )
  })

  test('no sampled request breaks one that holds', () => {
    fc.assert(
      fc.property(aCase, fc.array(aRequest, { minLength: 40, maxLength: 40 }), (policy, requests) => {
        const [assertion] = policy.assertions as [Assertion]
        const found = told(policy)
        if (found.some(({ code }) => code !== 'GWC3004')) return
        for (const facts of requests) expect(breaks(policy, assertion, facts, prices)).toBe(false)
      }),
      { numRuns: 600 },
    )
  })
})

describe('the worst case of a rule', () => {
  test('is no less than what any sampled request that it decides may take', () => {
    fc.assert(
      fc.property(aCase, fc.array(aRequest, { minLength: 20, maxLength: 20 }), (policy, requests) => {
        const cases = new Map(worstCases(policy, prices).map((each) => [each.rule, each.worst]))
        for (const facts of requests) {
          const verdict = interpret(policy, facts)
          const outcome = outcomeOf(policy, verdict, facts)
          const worst = verdict.route && cases.get(verdict.route)
          if (
            outcome.kind !== 'use' ||
            facts.endpoint === 'embeddings' ||
            verdict.route === undefined ||
            cases.size === 0
          )
            continue
          const amount = (of: 'cost' | 'attempts' | 'time'): number => amountOf(policy, of, facts, prices)
          expect(amount('cost')).toBeLessThanOrEqual(worst?.cost?.nanos ?? -1)
          expect(amount('attempts')).toBeLessThanOrEqual(worst?.attempts ?? -1)
          expect(amount('time')).toBeLessThanOrEqual(worst?.timeMs ?? -1)
        }
      }),
      { numRuns: 250 },
    )
  })
})
