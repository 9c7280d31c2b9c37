import type { Diagnostic, Label, Note } from '../../lang/diagnostic.ts'
import { help, report } from '../../lang/report.ts'
import { possibleCubes } from '../cubed.ts'
import type { Space } from '../classes.ts'
import { type PolicyRule, rulesOf } from '../rules.ts'
import { showCond, showTest } from '../show.ts'
import type { Cond, Test } from '../typed.ts'
import type { Analysis } from './analysis.ts'
import { nameRule } from './rule-name.ts'

/** Rules whose condition no request meets, with the operands that contradict each other. */
export const unsatisfiable: Analysis = {
  name: 'unsatisfiable',
  codes: ['GWC2101'],
  run: ({ cubed: { policy, space }, reach }) =>
    rulesOf(policy)
      .filter((rule) => reach.get(rule)?.kind === 'empty')
      .map((rule) => neverHolds(rule, contradiction(rule.condition, space))),
}

function neverHolds(rule: PolicyRule, operands: readonly Cond[]): Diagnostic {
  return report('GWC2101', { rule: nameRule(rule) }, rule.at, {
    label: 'no request meets all of this',
    secondary: operands.map(labelOf),
    notes: adviceOn(operands),
  })
}

function labelOf(operand: Cond, index: number, operands: readonly Cond[]): Label {
  const words = operands.length === 1 ? 'no request has' : index === 0 ? 'wants' : 'but here'
  return { span: operand.span, text: `${words} ${clip(showCond(operand))}` }
}

/** Two names for one fact, or two ends of one number, are most often meant as a choice: `hour >= 22 and hour < 6`. */
function adviceOn(operands: readonly Cond[]): readonly Note[] {
  const [a, b, ...others] = operands
  if (a?.kind !== 'atom' || b?.kind !== 'atom' || others.length > 0 || a.fact !== b.fact) return []
  if (a.test.kind !== 'compare' || b.test.kind !== 'compare') return adviceOnNames(operands)
  return [help(`where either will do: \`${showCond(a)} or ${showCond(b)}\``)]
}

function adviceOnNames(operands: readonly Cond[]): readonly Note[] {
  const members = operands.flatMap((each) =>
    each.kind === 'atom' && each.test.kind === 'member'
      ? [{ fact: each.fact, values: each.test.values }]
      : [],
  )
  const [first, second] = members
  if (first === undefined || second === undefined) return []
  const either: Test = { kind: 'member', values: [...first.values, ...second.values] }
  return [help(`where either will do: \`${showTest(first.fact, either)}\``)]
}

const clipped = 60

function clip(text: string): string {
  return text.length <= clipped ? text : `${text.slice(0, clipped - 1)}…`
}

/** The fewest operands that no request meets together: two where two suffice, else a set of which each is needed. */
function contradiction(condition: Cond, space: Space): readonly Cond[] {
  const operands = conjuncts(condition)
  const isEmpty = (some: readonly Cond[]): boolean => {
    const cubes = possibleCubes({ kind: 'all', operands: some, span: condition.span }, space)
    return cubes !== undefined && cubes.length === 0
  }
  const alone = operands.find((each) => isEmpty([each]))
  if (alone !== undefined) return [alone]
  const pair = operands.flatMap((a, i) => operands.slice(i + 1).map((b) => [a, b])).find(isEmpty)
  return pair ?? operands.reduce((left, each) => withoutIfEmpty(left, each, isEmpty), operands)
}

function withoutIfEmpty(
  left: readonly Cond[],
  each: Cond,
  isEmpty: (some: readonly Cond[]) => boolean,
): readonly Cond[] {
  const fewer = left.filter((other) => other !== each)
  return isEmpty(fewer) ? fewer : left
}

function conjuncts(condition: Cond): readonly Cond[] {
  return condition.kind === 'all' ? condition.operands.flatMap(conjuncts) : [condition]
}
