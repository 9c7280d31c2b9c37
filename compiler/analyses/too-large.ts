import type { Diagnostic } from '../../lang/diagnostic.ts'
import { stringClassesMax } from '../../core/string-classes.ts'
import { help, report } from '../../lang/report.ts'
import type { TooManyGlobs } from '../classes.ts'
import type { Cubing, OversizedRule } from '../cubed.ts'
import { cubesMax } from '../cubes.ts'
import { showTest } from '../show.ts'
import { nameRule } from './rule-name.ts'

/** What is too large to be decided: no analysis can run until it is smaller. */
export function reportTooLarge(found: Extract<Cubing, { kind: 'too-large' }>): readonly Diagnostic[] {
  return [...found.rules.map(reportRule), ...found.globs.flatMap(reportGlobs)]
}

function reportRule({ rule, found: { atLeast, factors } }: OversizedRule): Diagnostic {
  return report('GWC2302', { rule: nameRule(rule), cases: atLeast, max: cubesMax }, rule.at, {
    secondary: factors.map(({ operand, cases }) => ({ span: operand.span, text: `${cases} cases` })),
    notes: [
      help(
        factors.length > 1
          ? `these multiply: ${factors.map(({ cases }) => cases).join(' × ')}; write the rule as several, or let one test cover more of them`
          : 'write the rule as several, or let one test cover more of its cases',
      ),
    ],
  })
}

function reportGlobs({ fact, atoms }: TooManyGlobs): readonly Diagnostic[] {
  const [first, ...others] = atoms
  if (first === undefined) return []
  return [
    report('GWC2303', { fact: fact.name, max: stringClassesMax }, first.span, {
      label: showTest(fact, first.test),
      secondary: others.map((atom) => ({ span: atom.span, text: showTest(fact, atom.test) })),
      notes: [help('fewer `*` in the middle of a glob, or names listed with `in`, tell fewer kinds apart')],
    }),
  ]
}
