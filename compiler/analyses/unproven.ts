import { help, report } from '../../lang/report.ts'
import { rulesOf } from '../rules.ts'
import type { Analysis } from './analysis.ts'
import { nameRule } from './rule-name.ts'

/** Rules of which the cap on steps left open whether they can run: said aloud, never passed over as if it were proved. */
export const unproven: Analysis = {
  name: 'unproven',
  codes: ['GWC2301'],
  run: ({ cubed: { policy }, reach }) =>
    rulesOf(policy).flatMap((rule) => {
      const found = reach.get(rule)
      if (found?.kind !== 'unproven') return []
      const question = `whether ${nameRule(rule)} can run`
      const notes = [help('rules that overlap on fewer facts are decided sooner')]
      return [report('GWC2301', { question, steps: found.steps }, rule.at, { notes })]
    }),
}
