import { warmthMax } from '../../core/likeness.ts'
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

/** Semantic caches that hardly ever answer: each request of the row brings tools, is too warm, or wants several answers. */
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
          label: 'hardly one of these requests has a question alone to compare',
          notes: [help('`exact for …` is what happens here; say that, or widen the row')],
        }),
      ]
    })
  },
}

/** Requests without tools that are cool enough and want one answer, as far as the policy tells them apart. */
function comparable({ axes }: Space): Cube {
  return axes.flatMap((each, axis): Restriction[] => {
    const { fact, samples, count } = each
    const isFit = fits[fact.name]
    if (isFit === undefined) return []
    const fitting = samples.flatMap((_, index) => (isFit(each, index) ? [index] : []))
    return fitting.length === count ? [] : [{ axis, set: classes(count, fitting) }]
  })
}

/** By fact: whether a class of its values holds one that may be compared. */
const fits: Readonly<Record<string, (axis: Axis, index: number) => boolean>> = {
  tools: ({ samples }, index) => samples[index] === false,
  choices: (axis, index) => axis.classOf(1) === index,
  temperature: (axis, index) => isDefault(axis, index) || isCool(axis, index),
}

/** A request that names no temperature counts as the default one, and asks for no variety. */
const isDefault = ({ fact, classOf }: Axis, index: number): boolean =>
  fact.default !== undefined && classOf(fact.default) === index

/** Whether a class of temperatures holds one that is cool enough: its lower end is. */
function isCool({ classes: found }: Axis, index: number): boolean {
  if (found.kind !== 'cuts' || index === 0) return true
  const low = found.at[index - 1] ?? 0
  return low < warmthMax || (low === warmthMax && found.after[index - 1] !== true)
}
