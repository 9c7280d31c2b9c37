import type { Diagnostic } from '../../lang/diagnostic.ts'
import { help, report } from '../../lang/report.ts'
import type { Span } from '../../lang/span.ts'
import { shareOf, type Axis, type Space } from '../classes.ts'
import { possibleCubes } from '../cubed.ts'
import { rulesOf } from '../rules.ts'
import { showCond } from '../show.ts'
import type { Atom, Cond } from '../typed.ts'
import type { Analysis } from './analysis.ts'

/** Tests that every request, or none, passes, and branches of an `or` that none meets: they look as if they decided something. */
export const constantPart: Analysis = {
  name: 'constant part',
  codes: ['GWC2102', 'GWC2103'],
  run: ({ cubed: { policy, space }, reach }) => {
    const alive = rulesOf(policy).filter((rule) => reach.get(rule)?.kind !== 'empty')
    return oncePerPlace(alive.flatMap(({ condition }) => constantParts(condition, space)))
  },
}

function constantParts(condition: Cond, space: Space): readonly Diagnostic[] {
  switch (condition.kind) {
    case 'atom':
      return constantAtom(condition, space)
    case 'not':
      return constantParts(condition.operand, space)
    case 'all':
      return condition.operands.flatMap((operand) => constantParts(operand, space))
    case 'any':
      return condition.operands.flatMap(
        (operand) => deadBranch(operand, space) ?? constantParts(operand, space),
      )
  }
}

function constantAtom(atom: Atom, space: Space): readonly Diagnostic[] {
  const { axis, set } = space.placeOf(atom)
  const part = showCond(atom)
  switch (shareOf(set, space.axes[axis] as Axis)) {
    case 'none':
      return [report('GWC2102', { part }, atom.span, { label: 'no request passes this' })]
    case 'all':
      return [
        report('GWC2103', { part }, atom.span, {
          label: 'every request passes this',
          notes: [help('leave it out, or test for what it was meant to tell apart')],
        }),
      ]
    case 'some':
      return []
  }
}

function deadBranch(operand: Cond, space: Space): readonly Diagnostic[] | undefined {
  if (operand.kind === 'atom') return undefined
  const cubes = possibleCubes(operand, space)
  if (cubes === undefined || cubes.length > 0) return undefined
  return [
    report('GWC2102', { part: showCond(operand) }, operand.span, { label: 'no request meets all of this' }),
  ]
}

/** A predicate's test is one mistake, however many rules use it. */
function oncePerPlace(found: readonly Diagnostic[]): readonly Diagnostic[] {
  const keyOf = ({ file, start, end }: Span): string => `${file} ${start} ${end}`
  return [...new Map(found.map((each) => [`${each.code} ${keyOf(each.primary.span)}`, each])).values()]
}
