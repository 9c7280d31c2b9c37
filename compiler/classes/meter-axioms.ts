import { difference, isNoClass, classes as classSet } from '../class-set.ts'
import { type Cube, meet } from '../cube.ts'
import { cubesOf } from '../cubes.ts'
import type { Space } from '../space.ts'
import type { BudgetRule, LimitRule } from '../typed.ts'

/**
 * What no request can be because a budget or limit that does not apply to it counts nothing: for each of them, the
 * requests outside its condition that have something on its axis.
 *
 *     budget b $100 per month when team == "interns"       impossible:  not team == "interns" and b.spent > 0
 */
export function meterAxioms(space: Space, rules: readonly (BudgetRule | LimitRule)[]): readonly Cube[] {
  return rules.flatMap((rule) => axiomsOf(space, rule))
}

function axiomsOf(space: Space, { name, condition }: BudgetRule | LimitRule): readonly Cube[] {
  const axis = space.axes.findIndex(({ fact: { origin } }) => origin.kind === 'meter' && origin.name === name)
  const found = space.axes[axis]
  if (found === undefined) return []
  const something = difference(found.full, classSet(found.count, [found.classOf(0)]))
  const outside = cubesOf({ kind: 'not', operand: condition, span: condition.span }, space)
  if (isNoClass(something) || outside.kind === 'too-many') return []
  const counted: Cube = [{ axis, set: something }]
  return outside.cubes.map((cube) => meet(cube, counted)).filter((cube) => cube !== undefined)
}
