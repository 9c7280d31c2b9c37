import type { Diagnostic } from '../../lang/diagnostic.ts'
import { effect, help, report } from '../../lang/report.ts'
import type { FailureClass } from '../../schemas/generated/decision-table.ts'
import { type Ask, refusedByAll, serves, showAsk } from '../ask.ts'
import { askingIn, regionOf } from '../ask-region.ts'
import { edgesOf, skippedTo } from '../chain-path.ts'
import type { Steps } from '../cover.ts'
import type { Cube } from '../cube.ts'
import type { CubedRule } from '../cubed.ts'
import { followedByDefault } from '../failure-classes.ts'
import { type Decisions, decisionsOf } from '../decided.ts'
import { stepsMax } from '../reach.ts'
import type { RouteRule, TypedStage } from '../typed.ts'
import type { Analysis, AnalysisInput } from './analysis.ts'
import { isAskedAbout } from './asked-about.ts'
import { openQuestion } from './open-question.ts'
import { nameRule } from './rule-name.ts'

/**
 * Fallbacks that can do less than the stage before them: on the day that it fails, requests that it served have nowhere
 * to go. A chain that ends in `deny` says so itself.
 */
export const narrowing: Analysis = {
  name: 'narrowing',
  codes: ['GWC2403', 'GWC2301'],
  run: (input) => {
    const decisions = decisionsOf(input.cubed, 'route')
    return input.cubed.route.flatMap((by) => {
      const steps: Steps = { left: stepsMax }
      return fallbacksOf(by.rule.stages).flatMap((fallback) =>
        narrowed(input, decisions, by, fallback, steps),
      )
    })
  },
}

/** Where a stage's failures lead: the stages tried in turn, and the classes that lead to them. */
interface Fallback {
  readonly from: TypedStage
  readonly to: readonly TypedStage[]
  readonly on: readonly FailureClass[]
}

function fallbacksOf(stages: readonly TypedStage[]): readonly Fallback[] {
  const byWay = Map.groupBy(edgesOf(stages), ({ from, to }) => `${from} ${to}`)
  return [...byWay.values()].flatMap((edges) => {
    const [first] = edges
    const from = first && stages[first.from]
    if (first === undefined || from === undefined) return []
    const to = skippedTo(stages, first.to).map((index) => stages[index] as TypedStage)
    const isSaid = to.some(({ pick }) => pick === 'deny' || pick === 'asked')
    return isSaid ? [] : [{ from, to, on: edges.map(({ on }) => on) }]
  })
}

function narrowed(
  input: AnalysisInput,
  decisions: Decisions,
  by: CubedRule<RouteRule>,
  fallback: Fallback,
  steps: Steps,
): readonly Diagnostic[] {
  const lost = lostOn(input, fallback)
  const found = lost.flatMap((ask) => {
    const region = regionOf(input.cubed.space, ask)
    const answer = region && decisions.find(by, region, steps)
    if (answer === undefined || answer.kind === 'none') return []
    return [{ ask, cube: answer.kind === 'request' ? answer.cube : undefined }]
  })
  const [first] = found.flatMap(({ ask, cube }) => (cube === undefined ? [] : [{ ask, cube }]))
  if (first !== undefined)
    return [
      tell(
        input,
        by,
        fallback,
        found.map(({ ask }) => ask),
        first,
      ),
    ]
  return found.length === 0
    ? []
    : [openQuestion(`whether the fallbacks of ${nameRule(by.rule)} can serve its requests`, by)]
}

/** What the stage itself serves, and none of those after it. */
function lostOn(input: AnalysisInput, { from, to }: Fallback): readonly Ask[] {
  const { byId } = input.catalogue
  const modelsOf = (ids: readonly string[]) =>
    ids.map((id) => byId.get(id)).filter((model) => model !== undefined)
  const before = modelsOf(from.models)
  const asks = refusedByAll(modelsOf([...new Set(to.flatMap(({ models }) => models))]))
  return asks.filter((ask) => before.some((model) => serves(model, ask)) && isAskedAbout(input, ask))
}

function tell(
  { cubed: { space } }: AnalysisInput,
  { rule }: CubedRule<RouteRule>,
  { from, to, on }: Fallback,
  asks: readonly Ask[],
  { ask, cube }: { readonly ask: Ask; readonly cube: Cube },
): Diagnostic {
  const [next] = to
  const words = asks.map(showAsk).join(', or with ')
  return report('GWC2403', { rule: nameRule(rule), asks: words, on: classesOf(on) }, next?.span ?? rule.at, {
    label: 'cannot take them',
    secondary: [{ span: from.span, text: 'serves them' }],
    notes: [
      effect('when the first of the two fails, such requests fail with it'),
      help(
        `fall back to a model that can, end the chain in \`then deny "…"\`, or keep them out of the rule: \`and not ${inParentheses(showAsk(ask))}\``,
      ),
    ],
    witness: askingIn(space, cube, ask),
  })
}

const inParentheses = (condition: string): string =>
  / and | > /.test(condition) ? `(${condition})` : condition

function classesOf(on: readonly FailureClass[]): string {
  const isEvery = followedByDefault.every((each) => on.includes(each))
  return isEvery && on.length === followedByDefault.length
    ? 'any failure'
    : on.map((each) => `\`${each}\``).join(', ')
}
