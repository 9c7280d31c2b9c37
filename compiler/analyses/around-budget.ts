import type { Diagnostic } from '../../lang/diagnostic.ts'
import { effect, help, report } from '../../lang/report.ts'
import { hasClass } from '../class-set.ts'
import type { Steps } from '../cover.ts'
import type { Cube } from '../cube.ts'
import type { CubedPolicy, CubedRule } from '../cubed.ts'
import { type Decisions, decisionsOf, findOutside, partsOf } from '../decided.ts'
import { stepsMax } from '../reach.ts'
import type { BudgetRule, RouteRule } from '../typed.ts'
import { witnessOf } from '../witness.ts'
import type { Analysis } from './analysis.ts'
import { openQuestion } from './open-question.ts'
import { nameRule } from './rule-name.ts'

/**
 * Ways around a budget that is kept by the model asked for: requests that ask for another one, are sent to one that it
 * is meant to count (first or as a fallback), and are charged to no budget at all.
 */
export const aroundBudget: Analysis = {
  name: 'around a budget',
  codes: ['GWC2502', 'GWC2301'],
  run: ({ cubed }) => {
    const axis = cubed.space.axes.findIndex(({ fact }) => fact.name === 'model')
    const kept = cubed.budget.filter(({ cubes }) =>
      cubes.some((cube) => cube.some((each) => each.axis === axis)),
    )
    if (axis === -1 || kept.length === 0) return []
    const decisions = decisionsOf(cubed, 'route')
    return kept.flatMap((budget) => waysAround(cubed, decisions, budget, axis))
  },
}

function waysAround(
  cubed: CubedPolicy,
  decisions: Decisions,
  budget: CubedRule<BudgetRule>,
  axis: number,
): readonly Diagnostic[] {
  const steps: Steps = { left: stepsMax }
  const charged = cubed.budget.flatMap(({ cubes }) => cubes)
  const whoever = budget.cubes.map((cube) => cube.filter((each) => each.axis !== axis))
  return cubed.route.flatMap((by) => {
    const use = useOf(by.rule, (model) => isCounted(cubed, budget, axis, model))
    if (use === undefined) return []
    const before = decisions.before(by)
    const cubes = whoever.flatMap((cube) => partsOf(by.cubes, cube))
    const found = findOutside(cubed, cubes, (part) => [...before(part), ...charged], steps)
    if (found.kind === 'none') return []
    if (found.kind === 'unproven')
      return [openQuestion(`whether \`${budget.rule.name}\` counts what ${nameRule(by.rule)} costs`, by)]
    return [tell(cubed, budget, by, use, found.cube)]
  })
}

/** Whether the budget counts requests that ask for a model. */
function isCounted(
  { space }: CubedPolicy,
  { cubes }: CubedRule<BudgetRule>,
  axis: number,
  model: string,
): boolean {
  const asked = space.axes[axis]?.classOf(model) ?? 0
  return cubes.some((cube) => cube.some((each) => each.axis === axis && hasClass(each.set, asked)))
}

interface Use {
  readonly model: string
  readonly span: RouteRule['span']
}

function useOf({ stages }: RouteRule, isCounted: (model: string) => boolean): Use | undefined {
  const [use] = stages.flatMap(({ models, span }) =>
    models.filter(isCounted).map((model): Use => ({ model, span })),
  )
  return use
}

function tell(
  { space }: CubedPolicy,
  budget: CubedRule<BudgetRule>,
  by: CubedRule<RouteRule>,
  { model, span }: Use,
  cube: Cube,
): Diagnostic {
  return report('GWC2502', { budget: budget.rule.name, rule: nameRule(by.rule), model }, span, {
    label: `may come to ${model}`,
    secondary: [{ span: budget.rule.at, text: 'counts by the model that the client asks for' }],
    notes: [
      effect('such a request is charged to nothing: it asks for another model, or for none'),
      help('leave `model` out of the condition of the budget, or add a budget over all requests'),
    ],
    witness: witnessOf(space, cube),
  })
}
