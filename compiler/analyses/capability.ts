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
import { gatewayModels, modelsNamed } from './gateway-models.ts'
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
    const decisions = decisionsOf(input.cubed, 'route')
    const chains = Map.groupBy(input.cubed.route, ({ rule }) => chainKey(rule))
    return [...chains.values()].flatMap((alike) => {
      const asks = alike[0] === undefined ? [] : unservedBy(input, alike[0].rule)
      return asks.length === 0 ? [] : tellChain(input, decisions, alike, asks)
    })
  },
}

const chainKey = ({ stages }: RouteRule): string => JSON.stringify(stages.map(({ shown, on }) => [shown, on]))

/** What a chain serves in none of its stages, though some model that the gateway has would. */
function unservedBy(input: AnalysisInput, { stages }: RouteRule): readonly Ask[] {
  const tried = skippedTo(stages, 0).map((index) => stages[index] as TypedStage)
  if (tried.some(({ pick }) => pick === 'deny' || pick === 'asked')) return []
  const { served } = gatewayModels(input)
  return refusedByAll(modelsOf(tried, input.catalogue)).filter((ask) =>
    served.some((model) => serves(model, ask)),
  )
}

const modelsOf = (stages: readonly TypedStage[], catalogue: AnalysisInput['catalogue']): readonly Model[] =>
  modelsNamed([...new Set(stages.flatMap(({ models }) => models))], catalogue)

/** Rules of one chain lack the same: some of their requests are told at the first of them. */
function tellChain(
  input: AnalysisInput,
  decisions: Decisions,
  alike: readonly CubedRule<RouteRule>[],
  asks: readonly Ask[],
): readonly Diagnostic[] {
  const answers = alike.map((by) => ({ by, answer: question(input, decisions, by, asks) }))
  const partly = answers.flatMap(({ by, answer }) => (answer?.kind === 'part' ? [{ by, ...answer }] : []))
  const [first, ...others] = partly
  return [
    ...answers.flatMap(({ by, answer }) => (answer?.kind === 'whole' ? [tellWhole(input, by, answer)] : [])),
    ...(first === undefined
      ? []
      : [
          tellPart(
            input,
            first,
            others.map(({ by }) => by.rule),
          ),
        ]),
    ...answers.flatMap(({ by, answer }) =>
      answer?.kind === 'open'
        ? [openQuestion(`whether the models of ${nameRule(by.rule)} can serve each of its requests`, by)]
        : [],
    ),
  ]
}

/** What the chain of a rule does not serve: all of its requests, some, or nobody knows. */
type Unserved = Lacking | { readonly kind: 'open' }

interface Lacking {
  readonly kind: 'whole' | 'part'
  /** What is asked for in vain. */
  readonly asks: readonly Ask[]
  /** One of these, and requests of the rule among which some ask for it. */
  readonly first: { readonly ask: Ask; readonly cube: Cube }
}

function question(
  input: AnalysisInput,
  decisions: Decisions,
  by: CubedRule<RouteRule>,
  asks: readonly Ask[],
): Unserved | undefined {
  const { cubed } = input
  const steps: Steps = { left: stepsMax }
  const exact = asks.filter((ask) => regionWithin(cubed.space, ask) !== undefined)
  const isWhole = neverServes(cubed, decisions, by, exact, steps)
  const asked = isWhole ? exact : asks.filter((ask) => isAskedAbout(input, ask))
  const answers = asked.flatMap((ask) => {
    const region = regionOf(cubed.space, ask)
    return region === undefined ? [] : [{ ask, found: decisions.find(by, region, steps) }]
  })
  const unserved = answers.flatMap(({ ask, found }) =>
    found.kind === 'request' ? [{ ask, cube: found.cube }] : [],
  )
  const [first] = unserved
  if (first !== undefined)
    return { kind: isWhole ? 'whole' : 'part', asks: unserved.map(({ ask }) => ask), first }
  return answers.some(({ found }) => found.kind === 'unproven') ? { kind: 'open' } : undefined
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

function tellWhole(
  input: AnalysisInput,
  { rule }: CubedRule<RouteRule>,
  { asks, first: { ask, cube } }: Lacking,
): Diagnostic {
  return report('GWC2401', { rule: nameRule(rule), asks: listed(asks) }, rule.at, {
    label: `uses only ${rule.stages.map(({ shown }) => shown).join(' and ')}`,
    notes: notesOn(input, rule, ask, wholly),
    witness: askingIn(input.cubed.space, cube, ask),
  })
}

function tellPart(
  input: AnalysisInput,
  { by: { rule }, asks, first: { ask, cube } }: Lacking & { readonly by: CubedRule<RouteRule> },
  others: readonly RouteRule[],
): Diagnostic {
  return report('GWC2402', { rule: nameRule(rule), asks: listed(asks) }, rule.at, {
    label: `uses only ${rule.stages.map(({ shown }) => shown).join(' and ')}`,
    secondary: others.slice(0, reasonsMax).map(({ at }) => ({ span: at, text: 'and here' })),
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
  const reasons = modelsOf(stages, input.catalogue).flatMap((model) => {
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

/** A model that could serve: one that the policy uses already, else the first of the gateway's own list. */
function suggestion(input: AnalysisInput, ask: Ask): string {
  const { used, served } = gatewayModels(input)
  const model = used.find((each) => serves(each, ask)) ?? served.find((each) => serves(each, ask))
  return `\`${model?.id ?? 'another model'}\``
}
