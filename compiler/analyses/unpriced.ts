import { worstRates } from '../../core/worst-price.ts'
import type { Diagnostic } from '../../lang/diagnostic.ts'
import { effect, help, report } from '../../lang/report.ts'
import { classes } from '../class-set.ts'
import type { Steps } from '../cover.ts'
import { type Cube, everything, meet } from '../cube.ts'
import type { CubedPolicy, CubedRule } from '../cubed.ts'
import { type Decisions, decisionsOf, findOutside, partsOf } from '../decided.ts'
import { stepsMax } from '../reach.ts'
import { judgeOf } from '../assertions/judging.ts'
import type { BudgetRule, CacheRule, RouteRule } from '../typed.ts'
import { witnessOf } from '../witness.ts'
import type { Analysis, AnalysisInput } from './analysis.ts'
import { openQuestion } from './open-question.ts'
import { nameRule } from './rule-name.ts'

/** Models without a price that a budget would have to count: unknown is not nothing. */
export const unpriced: Analysis = {
  name: 'unpriced',
  codes: ['GWC2501', 'GWC2301'],
  run: (input) => {
    const { cubed } = input
    const free = cubed.budget.length === 0 ? new Set<string>() : withoutPrice(input)
    if (free.size === 0) return []
    return [
      ...(['route', 'embeddings'] as const).flatMap((table) => {
        const decisions = decisionsOf(cubed, table)
        return cubed[table].flatMap((by) =>
          unpricedIn(cubed, decisions, by, waysTo(cubed, by.rule, free), 'sends to'),
        )
      }),
      ...judgesIn(cubed, free),
    ]
  },
}

function withoutPrice({ cubed: { policy }, catalogue, asOf }: AnalysisInput): ReadonlySet<string> {
  const ids = [
    policy.served,
    policy.servedEmbeddings,
    ...policy.route.flatMap(({ stages }) => stages.map(({ models }) => models)),
    ...policy.cache.flatMap((rule) => judgeOf(rule) ?? []),
  ]
  return new Set(
    ids.flat().filter((id) => {
      const model = catalogue.byId.get(id)
      return model !== undefined && worstRates(model, asOf) === undefined
    }),
  )
}

/** Judges of cached answers: each is a model that a budget counts, too. */
function judgesIn(cubed: CubedPolicy, free: ReadonlySet<string>): readonly Diagnostic[] {
  const decisions = decisionsOf(cubed, 'cache')
  return cubed.cache.flatMap((by) => {
    const model = judgeOf(by.rule)
    if (model === undefined || !free.has(model)) return []
    return unpricedIn(cubed, decisions, by, [{ model, span: by.rule.at, asked: everything }], 'asks of')
  })
}

function unpricedIn(
  cubed: CubedPolicy,
  decisions: Decisions,
  by: CubedRule<RouteRule> | CubedRule<CacheRule>,
  ways: readonly Way[],
  verb: string,
): readonly Diagnostic[] {
  const told = new Set<string>()
  const steps: Steps = { left: stepsMax }
  return ways.flatMap(({ model, asked, span }) =>
    cubed.budget.flatMap((budget): Diagnostic[] => {
      if (told.has(model)) return []
      const parts = budget.cubes.map((cube) => meet(cube, asked)).filter((cube) => cube !== undefined)
      const cubes = parts.flatMap((part) => partsOf(by.cubes, part))
      const found = findOutside(cubed, cubes, decisions.before(by), steps)
      if (found.kind === 'none') return []
      told.add(model)
      if (found.kind === 'unproven')
        return [openQuestion(`whether a budget counts what ${nameRule(by.rule)} ${verb} \`${model}\``, by)]
      return [tell(cubed, budget, { model, span }, found.cube)]
    }),
  )
}

/** A stage that may come to a model, and the requests for which it does. */
interface Way {
  readonly model: string
  readonly span: RouteRule['span']
  readonly asked: Cube
}

function waysTo(cubed: CubedPolicy, { stages }: RouteRule, free: ReadonlySet<string>): readonly Way[] {
  return stages.flatMap(({ pick, models, shadow, span }): Way[] => {
    if (pick === 'asked') return [...free].map((model) => ({ model, span, asked: askedFor(cubed, model) }))
    const used = shadow === undefined ? models : [...models, shadow.model]
    return used.filter((model) => free.has(model)).map((model) => ({ model, span, asked: everything }))
  })
}

function askedFor({ space: { axes } }: CubedPolicy, model: string): Cube {
  const number = axes.findIndex(({ fact }) => fact.name === 'model')
  const axis = axes[number]
  return axis === undefined ? everything : [{ axis: number, set: classes(axis.count, [axis.classOf(model)]) }]
}

function tell(
  { space }: CubedPolicy,
  { rule }: CubedRule<BudgetRule>,
  { model, span }: Pick<Way, 'model' | 'span'>,
  cube: Cube,
): Diagnostic {
  return report('GWC2501', { model, budget: rule.name }, span, {
    label: 'what this costs is unknown',
    secondary: [{ span: rule.at, text: 'such a request is charged here' }],
    notes: [
      effect(rule.action.soft ? 'it would be counted as nothing' : 'such a request is refused while it runs'),
      help(
        `give it a price under its provider in gateway.json (\`"price": {"input": 0, "output": 0}\` where it is free), or keep it out: \`never use {${model}} …\``,
      ),
    ],
    witness: witnessOf(space, cube),
  })
}
