import { help, report } from '../../lang/report.ts'
import type { TypedStage } from '../typed.ts'
import type { Analysis } from './analysis.ts'

/** `affinity session` where nothing is picked: every request goes to the model that its rule names anyway. */
export const affinity: Analysis = {
  name: 'affinity',
  codes: ['GWC1507'],
  run: ({ cubed: { policy } }) => {
    const stages = policy.route.flatMap((rule) => rule.stages)
    if (policy.affinity === undefined || stages.some(picks)) return []
    const notes = [
      help('remove it; `cheapest of`, `fastest of`, `best of` and `split` are what it would hold'),
    ]
    return [report('GWC1507', {}, policy.affinity, { notes })]
  },
}

const picks = ({ pick, models }: TypedStage): boolean =>
  models.length > 1 && (pick === 'cheapest' || pick === 'fastest' || pick === 'best' || pick === 'split')
