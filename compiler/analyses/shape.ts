import type { ShapeAction } from '../../schemas/generated/decision-table.ts'
import type { Diagnostic } from '../../lang/diagnostic.ts'
import { effect, help, report } from '../../lang/report.ts'
import { isCovered, sharedBy } from '../blockers.ts'
import { type Steps, uncovered } from '../cover.ts'
import type { CubedPolicy, CubedRule } from '../cubed.ts'
import { outsideOf, stepsMax } from '../reach.ts'
import { showCube } from '../show.ts'
import { showShape } from '../show-outcome.ts'
import type { ShapeRule } from '../typed.ts'
import { widen } from '../widen.ts'
import { witnessOf } from '../witness.ts'
import type { Analysis } from './analysis.ts'
import { irredundant } from './irredundant.ts'
import { openQuestion } from './open-question.ts'
import { nameRule } from './rule-name.ts'

type Row = CubedRule<ShapeRule>

/** Rows of `shape` that tell one request two things, and rows whose every setting others make at least as strict. */
export const shape: Analysis = {
  name: 'shape',
  codes: ['GWC1510', 'GWC2105', 'GWC2301'],
  run: ({ cubed }) => [...contradictions(cubed), ...needless(cubed)],
}

// ---------------------------------------------------------------------------------------------- told both ways

/** Numbers meet by minimum; the one setting that is no number cannot. Each row is told of the first that it contradicts. */
function contradictions(cubed: CubedPolicy): readonly Diagnostic[] {
  return cubed.shape.flatMap((row, index) => {
    const against = cubed.shape.slice(0, index).filter((other) => differs(row, other))
    return against.flatMap((other) => contradiction(cubed, other, row) ?? []).slice(0, 1)
  })
}

function differs({ rule: a }: Row, { rule: b }: Row): boolean {
  const [mine, theirs] = [a.action.promptCache, b.action.promptCache]
  return mine !== undefined && theirs !== undefined && mine !== theirs
}

/** A request that both rows match, if some request is decided at all there. */
function contradiction(cubed: CubedPolicy, first: Row, second: Row): Diagnostic | undefined {
  const { space } = cubed
  const outside = outsideOf(cubed, 'shape')
  const steps: Steps = { left: stepsMax }
  const answers = sharedBy(first, second).map((cube) => uncovered(space, cube, outside, steps))
  const found = answers.find((answer) => answer.kind === 'witness')
  if (found !== undefined) {
    const region = widen(space, found.cube, outside.slice(space.impossible.length))
    const both = report('GWC1510', { first: said(first), second: said(second) }, second.rule.at, {
      label: `wants \`${said(second)}\``,
      secondary: [{ span: first.rule.at, text: `wants \`${said(first)}\`` }],
      notes: [
        effect(`requests with ${showCube(space, narrower(region, found.cube))} are told both`),
        help('narrow one of the rows: where every row applies, none wins over another'),
      ],
      witness: witnessOf(space, found.cube),
    })
    return both
  }
  const isOpen = answers.some((answer) => answer.kind === 'unproven')
  return isOpen
    ? openQuestion(`whether ${nameRule(first.rule)} and ${nameRule(second.rule)} contradict`, second)
    : undefined
}

/** Widening forgets what makes the two rows meet: where nothing is left of it, the witness's own part is told. */
const narrower = <C extends readonly unknown[]>(wide: C, narrow: C): C => (wide.length === 0 ? narrow : wide)

const said = ({ rule }: Row): string => `prompt_cache ${rule.action.promptCache ?? 'auto'}`

// ---------------------------------------------------------------------------------------------- asks nothing more

/** Left out from the last on: of two equal rows the second is told. */
function needless(cubed: CubedPolicy): readonly Diagnostic[] {
  let kept: readonly Row[] = cubed.shape
  const found: Diagnostic[] = []
  for (const row of cubed.shape.toReversed()) {
    if (row.cubes.length === 0) continue
    const others = kept.filter((other) => other !== row)
    const same = settingsOf(row).map((name) => strictest(cubed, row, others, name))
    if (same.some((rows) => rows === undefined)) continue
    kept = others
    found.unshift(changesNothing(row, [...new Set(same.flatMap((rows) => rows ?? []))]))
  }
  return found
}

type Setting = Exclude<keyof ShapeAction, 'kind'>

const settingsOf = ({ rule: { action } }: Row): readonly Setting[] =>
  (['maxOutput', 'compactTo', 'promptCache'] as const).filter((name) => action[name] !== undefined)

/** Rows that together make a setting at least as strict for every request of the row; `undefined` where they do not. */
function strictest(
  cubed: CubedPolicy,
  row: Row,
  others: readonly Row[],
  name: Setting,
): readonly Row[] | undefined {
  const as = others.filter((other) => isAsStrict(other.rule.action[name], row.rule.action[name]))
  const suffice = (some: readonly Row[]): boolean =>
    isCovered(cubed, row.cubes, [...outsideOf(cubed, 'shape'), ...some.flatMap(({ cubes }) => cubes)])
  // With no other row at all the guard takes them: that the row never runs is told elsewhere.
  return suffice(as) && !suffice([]) ? irredundant(as, suffice) : undefined
}

function isAsStrict(mine: ShapeAction[Setting], theirs: ShapeAction[Setting]): boolean {
  return typeof mine === 'number' && typeof theirs === 'number' ? mine <= theirs : mine === theirs
}

function changesNothing({ rule }: Row, same: readonly Row[]): Diagnostic {
  return report('GWC2105', { rule: nameRule(rule), which: 'other' }, rule.at, {
    label: 'asks nothing more',
    secondary: same.map((each) => ({
      span: each.rule.at,
      text: `sets ${showShape(each.rule.action)} already`,
    })),
    notes: [help('remove it; no decision changes')],
  })
}
