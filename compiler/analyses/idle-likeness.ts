import { help, report } from '../../lang/report.ts'
import { classes } from '../class-set.ts'
import type { Steps } from '../cover.ts'
import type { Axis } from '../classes/axis.ts'
import type { Cube, Restriction } from '../cube.ts'
import { decisionsOf } from '../decided.ts'
import { stepsMax } from '../reach.ts'
import type { Space } from '../space.ts'
import type { Analysis } from './analysis.ts'
import { openQuestion } from './open-question.ts'
import { nameRule } from './rule-name.ts'

/** Above this temperature, and with tools, an answer is never looked up by likeness. */
const temperatureMax = 0.3

/** Semantic caches that never answer: each request of the row brings tools, or is too warm. */
export const idleLikeness: Analysis = {
  name: 'idle likeness',
  codes: ['GWC2703', 'GWC2301'],
  run: ({ cubed, reach }) => {
    const decisions = decisionsOf(cubed, 'cache')
    return cubed.cache.flatMap((by) => {
      if (by.rule.action.mode !== 'semantic' || reach.get(by.rule)?.kind !== 'reached') return []
      const steps: Steps = { left: stepsMax }
      const found = decisions.find(by, comparable(cubed.space), steps)
      if (found.kind === 'request') return []
      if (found.kind === 'unproven')
        return [openQuestion(`whether ${nameRule(by.rule)} ever finds a likeness`, by)]
      return [
        report('GWC2703', { rule: nameRule(by.rule) }, by.rule.at, {
          label: 'each of these requests is left out',
          notes: [help('`exact for …` is what happens here; say that, or widen the row')],
        }),
      ]
    })
  },
}

/** Requests without tools that are cool enough, as far as the policy tells them apart. */
function comparable({ axes }: Space): Cube {
  return axes.flatMap((each, axis): Restriction[] => {
    const { fact, samples, count } = each
    if (fact.name !== 'tools' && fact.name !== 'temperature') return []
    const fitting = samples.flatMap((sample, index) =>
      sample === false || (typeof sample === 'number' && isCool(each, index)) ? [index] : [],
    )
    return fitting.length === count ? [] : [{ axis, set: classes(count, fitting) }]
  })
}

/** Whether a class of temperatures holds one that is cool enough: its lower end is. */
function isCool({ classes: found }: Axis, index: number): boolean {
  if (found.kind !== 'cuts' || index === 0) return true
  const low = found.at[index - 1] ?? 0
  return low < temperatureMax || (low === temperatureMax && found.after[index - 1] !== true)
}
