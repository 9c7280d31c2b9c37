import type { Diagnostic } from '../../lang/diagnostic.ts'
import { help, report } from '../../lang/report.ts'
import type { FailureClass } from '../../schemas/generated/decision-table.ts'
import { edgesOf } from '../chain-path.ts'
import { followedByDefault } from '../failure-classes.ts'
import type { Policy, TypedStage } from '../typed.ts'
import type { Analysis } from './analysis.ts'

/** Classes of `on {…}` that never lead to their stage: the fallback looks as if it were there, and is not. */
export const deadClass: Analysis = {
  name: 'dead class',
  codes: ['GWC2806'],
  run: ({ cubed: { policy } }) => policy.route.flatMap(({ stages }) => deadClasses(policy, stages)),
}

function deadClasses(policy: Policy, stages: readonly TypedStage[]): readonly Diagnostic[] {
  const edges = edgesOf(stages)
  return stages.flatMap((stage, index) => {
    if (index === 0 || isDefault(stage.on)) return []
    const dead = stage.on.filter((on) => !edges.some((edge) => edge.to === index && edge.on === on))
    return [...takenEarlier(stages, stage, dead), ...neverRaised(policy, stage)]
  })
}

const isDefault = (on: readonly FailureClass[]): boolean =>
  on.length === followedByDefault.length && on.every((each) => followedByDefault.includes(each))

/** Of a class that ends at a `deny` before this stage. */
function takenEarlier(
  stages: readonly TypedStage[],
  stage: TypedStage,
  dead: readonly FailureClass[],
): readonly Diagnostic[] {
  const deny = stages.find(({ pick, on }) => pick === 'deny' && dead.some((each) => on.includes(each)))
  if (deny === undefined) return []
  const classes = listed(dead)
  return [
    report('GWC2806', { classes, why: 'it ends at the `deny` before it' }, stage.span, {
      label: `accepts ${classes} in vain`,
      secondary: [{ span: deny.span, text: 'ends the chain' }],
      notes: [help(`put \`deny\` last, or take ${classes} out of \`on\``)],
    }),
  ]
}

/** A hold that does not fit: there is none where nothing is budgeted. */
function neverRaised(policy: Policy, stage: TypedStage): readonly Diagnostic[] {
  if (!stage.on.includes('budget') || budgetsOf(policy) > 0) return []
  return [
    report('GWC2806', { classes: '`budget`', why: 'the policy has no budget' }, stage.span, {
      label: 'waits for a budget that is spent',
      notes: [help('declare a budget, or take `budget` out of `on`')],
    }),
  ]
}

function budgetsOf(policy: Policy): number {
  return policy.budget.length
}

const listed = (classes: readonly FailureClass[]): string => classes.map((each) => `\`${each}\``).join(', ')
