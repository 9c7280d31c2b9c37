import { canServe, showIncapable } from '../../core/capability.ts'
import type { Model } from '../../core/catalogue.ts'
import type { Diagnostic, Note } from '../../lang/diagnostic.ts'
import { effect, help, note, report } from '../../lang/report.ts'
import { type Ask, needsOf, refusedByAll, serves, showAsk } from '../ask.ts'
import { askingIn, regionOf, regionWithin } from '../ask-region.ts'
import { skippedTo } from '../chain-path.ts'
import type { Steps } from '../cover.ts'
import type { Cube } from '../cube.ts'
import type { CubedPolicy, CubedRule } from '../cubed.ts'
import { type Decisions, decisionsOf, findOutside } from '../decided.ts'
import { stepsMax } from '../reach.ts'
import type { RouteRule, TypedStage } from '../typed.ts'
import type { Analysis, AnalysisInput } from './analysis.ts'
import { isAskedAbout } from './asked-about.ts'
import { openQuestion } from './open-question.ts'
import { nameRule } from './rule-name.ts'

/**
 * Requests that no model of their chain can serve, though another model of the gateway could. A stage that cannot take
 * a request counts as unavailable, so only the stages that accept `unavailable` come after it.
 */
export const capability: Analysis = {
  name: 'capability',
  codes: ['GWC2401', 'GWC2402', 'GWC2301'],
  run: (input) => {
    const decisions = decisionsOf(input.cubed, input.cubed.route)
    const found = input.cubed.route.flatMap((by) => {
      const asks = unservedBy(input, by.rule)
      return asks.length === 0 ? [] : [{ by, finding: question(input, decisions, by, asks) }]
    })
    return oncePerChain(found.flatMap(({ by, finding }) => (finding === undefined ? [] : [{ by, finding }])))
  },
}

/** What a chain serves in none of its stages, though some model that the gateway has would. */
function unservedBy({ cubed: { policy }, catalogue }: AnalysisInput, { stages }: RouteRule): readonly Ask[] {
  const tried = skippedTo(stages, 0).map((index) => stages[index] as TypedStage)
  if (tried.some(({ pick }) => pick === 'deny' || pick === 'asked')) return []
  const models = modelsOf(tried, catalogue.byId)
  const served = modelsNamed(policy.served, catalogue.byId)
  return refusedByAll(models).filter((ask) => served.some((model) => serves(model, ask)))
}

type ById = AnalysisInput['catalogue']['byId']

const modelsNamed = (ids: readonly string[], byId: ById): readonly Model[] =>
  ids.map((id) => byId.get(id)).filter((model) => model !== undefined)

const modelsOf = (stages: readonly TypedStage[], byId: ById): readonly Model[] =>
  modelsNamed([...new Set(stages.flatMap(({ models }) => models))], byId)

function question(
  input: AnalysisInput,
  decisions: Decisions,
  by: CubedRule<RouteRule>,
  asks: readonly Ask[],
): Diagnostic | undefined {
  const { cubed } = input
  const steps: Steps = { left: stepsMax }
  const told = asks.filter((ask) => regionWithin(cubed.space, ask) !== undefined)
  if (neverServes(cubed, decisions, by, told, steps)) return tellWhole(input, by, told)
  const unserved = asks
    .filter((ask) => isAskedAbout(input, ask))
    .flatMap((ask) => {
      const region = regionOf(cubed.space, ask)
      if (region === undefined) return []
      const found = decisions.find(by, region, steps)
      return found.kind === 'none' ? [] : [{ ask, cube: found.kind === 'request' ? found.cube : undefined }]
    })
  const [first] = unserved.flatMap(({ ask, cube }) => (cube === undefined ? [] : [{ ask, cube }]))
  if (first !== undefined)
    return tellPart(
      input,
      by,
      unserved.map(({ ask }) => ask),
      first,
    )
  return unserved.length === 0
    ? undefined
    : openQuestion(`whether the models of ${nameRule(by.rule)} can serve each of its requests`, by)
}

/** Whether all that a rule decides is more than its models can do. */
function neverServes(
  cubed: CubedPolicy,
  decisions: Decisions,
  by: CubedRule,
  asks: readonly Ask[],
  steps: Steps,
): boolean {
  const unserved = asks.map((ask) => regionWithin(cubed.space, ask)).filter((cube) => cube !== undefined)
  if (unserved.length === 0 || decisions.find(by, [], steps).kind !== 'request') return false
  const before = decisions.before(by)
  return findOutside(cubed, by.cubes, (cube) => [...before(cube), ...unserved], steps).kind === 'none'
}

// ---------------------------------------------------------------------------------------------- words

function tellWhole(input: AnalysisInput, by: CubedRule<RouteRule>, asks: readonly Ask[]): Diagnostic {
  const { rule } = by
  const reached = input.reach.get(rule)
  const ask = asks[0] as Ask
  return report('GWC2401', { rule: nameRule(rule), asks: listed(asks) }, rule.at, {
    label: `uses only ${rule.stages.map(({ shown }) => shown).join(' and ')}`,
    notes: notesOn(input, rule, ask, wholly),
    ...(reached?.kind === 'reached' ? { witness: askingIn(input.cubed.space, reached.cube, ask) } : {}),
  })
}

function tellPart(
  input: AnalysisInput,
  by: CubedRule<RouteRule>,
  asks: readonly Ask[],
  { ask, cube }: { readonly ask: Ask; readonly cube: Cube },
): Diagnostic {
  const { rule } = by
  return report('GWC2402', { rule: nameRule(rule), asks: listed(asks) }, rule.at, {
    label: `uses only ${rule.stages.map(({ shown }) => shown).join(' and ')}`,
    notes: notesOn(input, rule, ask, partly),
    witness: askingIn(input.cubed.space, cube, ask),
  })
}

/** What happens today, and what to do about it. */
interface Ending {
  readonly happens: string
  readonly way: string
}

const wholly: Ending = {
  happens: 'each request that it takes is refused with 400',
  way: 'use it, or a set that has it, in place of the chain',
}

const partly: Ending = {
  happens: 'such requests are refused with 400',
  way: 'add it to the chain (`then … on {unavailable}`), give such requests a rule of their own, or `deny` them in `guard`',
}

const listed = (asks: readonly Ask[]): string => asks.map(showAsk).join(', or with ')

const reasonsMax = 3

function notesOn(
  input: AnalysisInput,
  { stages }: RouteRule,
  ask: Ask,
  { happens, way }: Ending,
): readonly Note[] {
  const reasons = modelsOf(stages, input.catalogue.byId).flatMap((model) => {
    const served = canServe(model, needsOf(ask))
    return served.ok ? [] : [`${model.id} ${showIncapable(served.reason)}`]
  })
  const more = reasons.length > reasonsMax ? `, and ${reasons.length - reasonsMax} more` : ''
  return [
    ...(reasons.length === 0 ? [] : [note(`${reasons.slice(0, reasonsMax).join('; ')}${more}`)]),
    effect(happens),
    help(`${suggestion(input, ask)} can: ${way}`),
  ]
}

/** A model that could serve: one that the policy uses already, else the last of the gateway's own list. */
function suggestion({ cubed: { policy }, catalogue }: AnalysisInput, ask: Ask): string {
  const used = modelsOf(
    policy.route.flatMap(({ stages }) => stages),
    catalogue.byId,
  )
  const served = modelsNamed(policy.served, catalogue.byId)
  const model = [...used, ...served].find((each) => serves(each, ask))
  return `\`${model?.id ?? 'another model'}\``
}

/** Rules of one chain lack the same: told at the first of them. */
function oncePerChain(
  found: readonly { readonly by: CubedRule<RouteRule>; readonly finding: Diagnostic }[],
): readonly Diagnostic[] {
  const keyOf = ({ by, finding }: (typeof found)[number]): string =>
    `${finding.code} ${JSON.stringify(by.rule.stages.map(({ shown, on }) => [shown, on]))}`
  const groups = Map.groupBy(found, keyOf)
  return [...groups.values()].flatMap(([first, ...others]) => {
    if (first === undefined) return []
    if (others.length === 0 || first.finding.code !== 'GWC2402')
      return [first, ...others].map(({ finding }) => finding)
    const same = others.map(({ by }) => ({ span: by.rule.at, text: 'and here' }))
    return [{ ...first.finding, secondary: same.slice(0, reasonsMax) }]
  })
}
