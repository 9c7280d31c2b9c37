import type { Diagnostic } from '../../lang/diagnostic.ts'
import { help, report } from '../../lang/report.ts'
import { decide } from '../assertions/decide.ts'
import { type Ground, groundOf } from '../assertions/ground.ts'
import { cubesMax } from '../cubes.ts'
import type { Assertion } from '../typed.ts'
import type { Analysis, AnalysisInput } from './analysis.ts'
import { reportFalse, reportUnreached } from './false-assertion.ts'
import { reportTooLarge } from './too-large.ts'

/** What the policy asserts of all requests: proved, or shown false by one of them. */
export const assertions: Analysis = {
  name: 'assertions',
  codes: ['GWC3001', 'GWC3002', 'GWC3003', 'GWC3004', 'GWC3005', 'GWC2301', 'GWC2302'],
  run: (input) => {
    const { assertions: all } = input.cubed.policy
    if (all.length === 0) return []
    const grounding = groundOf(
      input.cubed,
      input,
      all.map(({ condition }) => condition),
    )
    if (grounding.kind === 'too-large') return reportTooLarge(grounding)
    return all.flatMap((assertion) => reportAssertion(input, grounding.ground, assertion))
  },
}

/** What there is to say of one assertion: nothing, where it holds. */
export function reportAssertion(
  input: AnalysisInput,
  ground: Ground,
  assertion: Assertion,
): readonly Diagnostic[] {
  const verdict = decide(ground, assertion)
  switch (verdict.kind) {
    case 'holds':
      return []
    case 'vacuous':
      return [aboutNone(assertion)]
    case 'false':
      return [
        verdict.violations.length === 0
          ? reportUnreached(ground, assertion)
          : reportFalse(input, ground, assertion, verdict.violations),
      ]
    case 'unproven':
      return [unproven(assertion, verdict.steps)]
    case 'too-many':
      return [tooLarge(assertion, verdict.atLeast)]
  }
}

function aboutNone({ title, at, condition }: Assertion): Diagnostic {
  return report('GWC3004', { title }, at, {
    secondary: [{ span: condition.span, text: 'no request meets all of this' }],
    notes: [help('an assertion that is about nothing always holds: correct its condition, or remove it')],
  })
}

function unproven({ title, at }: Assertion, steps: number): Diagnostic {
  const question = `whether assertion ${JSON.stringify(title)} holds`
  const notes = [help('a narrower `when`, or one assertion for each team, is decided sooner')]
  return report('GWC2301', { question, steps }, at, { notes })
}

function tooLarge({ title, condition }: Assertion, cases: number): Diagnostic {
  const rule = `the condition of assertion ${JSON.stringify(title)}`
  return report('GWC2302', { rule, cases, max: cubesMax }, condition.span, {
    notes: [help('write it as several assertions')],
  })
}
