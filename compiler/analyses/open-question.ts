import type { Diagnostic } from '../../lang/diagnostic.ts'
import { help, report } from '../../lang/report.ts'
import type { CubedRule } from '../cubed.ts'
import { stepsMax } from '../reach.ts'

/** Says that a question about a rule was left open by the cap on steps: never passed over as if it were settled. */
export function openQuestion(question: string, { rule }: CubedRule): Diagnostic {
  const notes = [help('rules that overlap on fewer facts are decided sooner')]
  return report('GWC2301', { question, steps: stepsMax }, rule.at, { notes })
}
