import type { Diagnostic } from '../../lang/diagnostic.ts'
import { effect, help, report } from '../../lang/report.ts'
import type { FactRow } from '../../core/types.ts'
import type { CubedRule } from '../cubed.ts'
import type { RouteRule } from '../typed.ts'
import type { Analysis, AnalysisInput } from './analysis.ts'
import { nameRule } from './rule-name.ts'

/** Splits by a fact that may change within a conversation, without `affinity session`: each change of model pays for the whole prompt again. */
export const unsteadySplit: Analysis = {
  name: 'unsteady split',
  codes: ['GWC2704'],
  run: (input) =>
    input.cubed.policy.affinity === undefined
      ? input.cubed.route.flatMap((by) => unsteadyStages(input, by))
      : [],
}

function unsteadyStages({ catalogue }: AnalysisInput, { rule }: CubedRule<RouteRule>): readonly Diagnostic[] {
  const caches = (model: string): boolean => catalogue.byId.get(model)?.capabilities.promptCache === true
  return rule.stages.flatMap(({ split, span }) => {
    if (split === undefined || isSteady(split.fact)) return []
    const models = new Set(split.arms.map(({ model }) => model))
    if (models.size < 2 || ![...models].some(caches)) return []
    return [
      report('GWC2704', { rule: nameRule(rule), fact: split.fact.name }, span, {
        label: 'divided anew with each turn',
        notes: [
          effect(
            "the provider's prompt cache is lost whenever the arm changes: the whole prompt is paid for again",
          ),
          help(
            'add `affinity session` to `route`, or split by `session`, `developer` or another fact of the key',
          ),
        ],
      }),
    ]
  })
}

/** One value for the length of a conversation: what the key says, and the session itself. */
const isSteady = ({ name, source }: FactRow): boolean => source === 'identity' || name === 'session'
