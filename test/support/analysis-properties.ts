import { ok } from 'node:assert/strict'
import { skippedTo } from '../../compiler/chain-path.ts'
import { analyse } from '../../compiler/compile.ts'
import { cubePolicy } from '../../compiler/cubed.ts'
import { type Facts, holds } from '../../compiler/holds.ts'
import { interpret } from '../../compiler/interpret.ts'
import { type Outcome, outcomeOf } from '../../compiler/outcome.ts'
import { reachOf } from '../../compiler/reach.ts'
import { nameRule } from '../../compiler/analyses/rule-name.ts'
import type { GuardRule, Policy, PolicyRule, RouteRule } from '../../compiler/typed.ts'
import { settleMeters } from '../../compiler/settle-meters.ts'
import { witnessOf } from '../../compiler/witness.ts'
import { canServe, type Needs } from '../../core/capability.ts'
import { type Capabilities, type Catalogue, catalogueOf, type Model } from '../../core/catalogue.ts'
import { isClaim } from '../../core/claims.ts'
import { tableNames } from '../../core/tables.ts'
import type { Diagnostic } from '../../lang/diagnostic.ts'
import { aPolicy, someFacts } from './arbitrary-policy.ts'
import { fc } from './fast-check.ts'
import { servedModels } from './typed-policy.ts'

/** Something that the analyses promise, checked on random policies against the interpreter; throws when it does not hold. */
export interface AnalysisProperty {
  readonly name: string
  readonly hold: (parameters: {
    readonly seed: number
    readonly numRuns: number
    readonly endOnFailure?: boolean
  }) => void
}

// ---------------------------------------------------------------------------------------------- policies and requests

const model = (id: string, capabilities: Capabilities, context?: number): Model => ({
  id,
  provider: id.slice(0, id.indexOf('/')),
  name: id.slice(id.indexOf('/') + 1),
  upstream: id,
  family: id,
  kind: 'generation',
  aliases: [],
  capabilities,
  prices: [],
  ...(context === undefined ? {} : { context }),
})

/** Models of which each but the last lacks something, with windows among the sizes that policies test. */
const models: Catalogue = catalogueOf({
  date: '2026-11-22',
  sources: {},
  models: [
    model(servedModels[0], { tools: true, images: false, jsonSchema: true }, 5),
    model(servedModels[1], { tools: false, images: true, jsonSchema: true }, 2),
    model(servedModels[2], { tools: false, images: false, jsonSchema: true }),
    model(servedModels[3], { tools: true, images: true, jsonSchema: true, reasoning: true }),
  ],
})

/** The rules of a random policy with fallbacks: some take what could not be served before, some do not. */
function withFallbacks(policy: Policy): Policy {
  const ids = models.models.map(({ id }) => id)
  const withFallback = (rule: RouteRule, index: number): RouteRule => {
    const [first] = rule.stages
    const spare = ids[(index * 2 + 1) % ids.length]
    if (first === undefined || spare === undefined || rule.isDefault) return rule
    const on = index % 2 === 0 ? (['unavailable'] as const) : (['429'] as const)
    return { ...rule, stages: [first, { ...first, models: [spare], shown: spare, on }] }
  }
  return { ...policy, route: policy.route.map(withFallback) }
}

const policies = aPolicy.map(withFallbacks)
/** Without a default, so that some requests fall through. */
const openPolicies = policies.map((policy): Policy => ({ ...policy, route: policy.route.slice(0, -1) }))

const requests = fc.array(
  fc.tuple(someFacts, fc.boolean()).map(([facts, images]): Facts => ({ ...facts, images })),
  { minLength: 40, maxLength: 40 },
)

function findingsOf(policy: Policy): readonly Diagnostic[] {
  const input = {
    root: policy.root,
    sources: new Map<string, string>(),
    catalogue: models,
    providers: undefined,
    asOf: models.date,
  }
  return analyse(policy, input).diagnostics
}

const outcome = (policy: Policy, facts: Facts): Outcome => outcomeOf(policy, interpret(policy, facts), facts)

const isDenied = ({ guard }: ReturnType<typeof interpret>): boolean =>
  guard.some(({ action }) => action.kind === 'deny')

/** Rules that have a say in a request: guard rows that match, and unless one denies, those of every other table. */
function decidersOf(policy: Policy, facts: Facts): readonly PolicyRule[] {
  const verdict = interpret(policy, facts)
  if (isDenied(verdict)) return verdict.guard
  const other = facts.endpoint === 'embeddings' ? 'route' : 'embeddings'
  const asked = tableNames.filter((name) => name !== other)
  return asked.flatMap((name): readonly PolicyRule[] => [verdict[name] ?? []].flat())
}

/** Requests of generation, with nothing counted by a budget or limit that does not apply. */
const possible = (policy: Policy, drawn: readonly Facts[]): readonly Facts[] =>
  drawn.filter(({ endpoint }) => endpoint !== 'embeddings').map((facts) => settleMeters(policy, facts))

const speaksOf = ({ message }: Diagnostic, rule: PolicyRule): boolean => message.includes(nameRule(rule))

function check<T extends readonly [unknown, ...unknown[]]>(
  arbitraries: { readonly [K in keyof T]: fc.Arbitrary<T[K]> },
  holdsOf: (...values: T) => void,
): AnalysisProperty['hold'] {
  return (parameters) => {
    const all = fc.tuple<unknown[]>(...(arbitraries as readonly fc.Arbitrary<unknown>[]))
    fc.assert(
      fc.property(all, (values) => holdsOf(...(values as unknown as T))),
      parameters,
    )
  }
}

// ---------------------------------------------------------------------------------------------- reach and gaps

function reachHolds(policy: Policy, drawn: readonly Facts[]): void {
  const sampled = possible(policy, drawn)
  const cubing = cubePolicy(policy)
  if (cubing.kind !== 'cubed') return
  const { space } = cubing.cubed
  const never = new Set<PolicyRule>()
  for (const [rule, found] of reachOf(cubing.cubed)) {
    if (found.kind === 'reached')
      ok(
        decidersOf(policy, witnessOf(space, found.cube)).includes(rule),
        `${rule.name} does not decide its witness`,
      )
    if (found.kind === 'covered' || found.kind === 'empty') never.add(rule)
  }
  for (const facts of sampled)
    for (const rule of decidersOf(policy, facts)) ok(!never.has(rule), `${rule.name} decides after all`)
}

function gapHolds(policy: Policy, drawn: readonly Facts[]): void {
  const sampled = possible(policy, drawn)
  const gaps = findingsOf(policy).filter(({ code }) => code === 'GWC2201')
  const fallsThrough = (facts: Facts): boolean => {
    const verdict = interpret(policy, facts)
    return facts.endpoint !== 'embeddings' && !isDenied(verdict) && verdict.route === undefined
  }
  for (const { witness } of gaps) ok(fallsThrough(witness ?? {}), 'the witness of a gap is routed')
  if (gaps.length === 0) for (const facts of sampled) ok(!fallsThrough(facts), 'a request falls through')
}

// ---------------------------------------------------------------------------------------------- what the guard leaves

function isEmptied(policy: Policy, facts: Facts): boolean {
  const { route } = interpret(policy, facts)
  const found = outcome(policy, facts)
  return route !== undefined && found.kind === 'deny' && found.message.startsWith('Guard leaves no model')
}

function emptiedHolds(policy: Policy, drawn: readonly Facts[]): void {
  const sampled = possible(policy, drawn)
  const found = findingsOf(policy).filter(({ code }) => code === 'GWC2801' || code === 'GWC2802')
  for (const { witness, message } of found) ok(isEmptied(policy, witness ?? {}), message)
  for (const facts of sampled.filter((each) => isEmptied(policy, each))) {
    const { route } = interpret(policy, facts)
    ok(
      route !== undefined && found.some((each) => speaksOf(each, route)),
      'a rule is left without a model unsaid',
    )
  }
}

// ---------------------------------------------------------------------------------------------- capability

const needsOf = (facts: Facts, withSize: boolean): Needs => ({
  tools: facts.tools === true,
  images: facts.images === true,
  jsonSchema: facts.json_schema === true,
  ...(withSize && typeof facts.input_tokens === 'number' ? { inputTokens: facts.input_tokens } : {}),
})

/** Whether no stage that is tried can take the request. */
function isUnserved({ stages }: RouteRule, needs: Needs): boolean {
  const tried = skippedTo(stages, 0).flatMap((index) => stages[index]?.models ?? [])
  return tried.every((id) => !canServe(models.byId.get(id) as Model, needs).ok)
}

/** The stages that are tried by the letter of language.md: the first, then each later one that accepts `unavailable`. */
function isUnservedByTheLetter({ stages }: RouteRule, needs: Needs): boolean {
  return stages.every(
    ({ models: ids, on }, index) =>
      (index > 0 && !on.includes('unavailable')) ||
      ids.every((id) => !canServe(models.byId.get(id) as Model, needs).ok),
  )
}

function capabilityHolds(policy: Policy, drawn: readonly Facts[]): void {
  const sampled = possible(policy, drawn)
  const found = findingsOf(policy).filter(({ code }) => code === 'GWC2401' || code === 'GWC2402')
  for (const each of found) {
    const witness = each.witness ?? {}
    const { route } = interpret(policy, witness)
    ok(route !== undefined && speaksOf(each, route), `another rule decides the witness of: ${each.message}`)
    ok(isUnservedByTheLetter(route, needsOf(witness, true)), `a model serves the witness of: ${each.message}`)
  }
  for (const facts of sampled) {
    const verdict = interpret(policy, facts)
    const { route } = verdict
    if (route === undefined || isDenied(verdict) || !isUnserved(route, needsOf(facts, false))) continue
    const chain = JSON.stringify(route.stages)
    const told = policy.route.filter((rule) => found.some((each) => speaksOf(each, rule)))
    ok(
      told.some((rule) => JSON.stringify(rule.stages) === chain),
      `${route.name} serves not all that it takes, unsaid`,
    )
  }
}

// ---------------------------------------------------------------------------------------------- trust

/** One request with what another one claims. */
function claiming(policy: Policy, facts: Facts, other: Facts): Facts {
  const claims = [...policy.facts.values()].filter(isClaim).map(({ name }) => name)
  return { ...facts, ...Object.fromEntries(claims.map((name) => [name, other[name]])) }
}

const carriesAll = (facts: Facts): boolean =>
  ['tags', 'tier', 'level', 'session', 'source'].every((name) => facts[name] !== undefined)

function trustHolds(policy: Policy, drawn: readonly Facts[]): void {
  const sampled = possible(policy, drawn)
  const found = findingsOf(policy).filter(({ code }) => code === 'GWC2601')
  for (const each of found) {
    const rule = policy.guard.find((row) => speaksOf(each, row))
    ok(rule !== undefined && holds(rule.condition, each.witness ?? {}), 'the witness is not denied')
  }
  const told = (row: GuardRule): boolean => found.some((each) => speaksOf(each, row))
  sampled.filter(carriesAll).forEach((facts, index) => {
    const second = claiming(policy, facts, sampled[(index * 7 + 3) % sampled.length] ?? {})
    if (outcome(policy, second).kind !== 'use') return
    for (const row of interpret(policy, facts).guard)
      if (row.action.kind === 'deny') ok(told(row), `claims lead past ${row.name}, unsaid`)
  })
}

/** What holds of the analyses on every policy. Each is also a net for bugs that are put in on purpose. */
export const analysisProperties: readonly AnalysisProperty[] = [
  { name: 'a rule runs exactly where it is said to', hold: check([policies, requests], reachHolds) },
  { name: 'a gap is one, and no gap is missed', hold: check([openPolicies, requests], gapHolds) },
  {
    name: 'rules that the guard leaves without a model are told',
    hold: check([policies, requests], emptiedHolds),
  },
  { name: 'what a chain cannot serve is told', hold: check([policies, requests], capabilityHolds) },
  { name: 'claims that lead past the guard are told', hold: check([policies, requests], trustHolds) },
]
