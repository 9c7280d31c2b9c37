import type { Diagnostic, Label, Note } from '../../lang/diagnostic.ts'
import { effect, help, report } from '../../lang/report.ts'
import { type Blocker, isCovered } from '../blockers.ts'
import { beyond } from '../cover.ts'
import type { CubedPolicy, CubedRule } from '../cubed.ts'
import { showCube } from '../show.ts'
import { otherTraffic } from '../traffic.ts'
import type { Analysis, AnalysisInput } from './analysis.ts'
import { type Blocked, blockedRules } from './blocked.ts'
import { moveAbove } from './move-row.ts'
import { nameRule } from './rule-name.ts'

/** Rules that can never run: earlier ones with another outcome take some of their requests, and no one leaves any. */
export const unreachable: Analysis = {
  name: 'unreachable',
  codes: ['GWC2104', 'GWC2106'],
  run: (input) =>
    blockedRules(input)
      .filter(({ blockers }) => blockers.some((each) => !each.hasSameOutcome))
      .map((blocked) => (blocked.by.rule.isDefault ? neverNeeded(blocked) : neverRuns(input, blocked))),
}

function neverNeeded({ by: { rule }, blockers }: Blocked): Diagnostic {
  const earlier = blockers.find((each) => !each.isGuard && each.by.rule.isDefault)?.by.rule
  if (earlier === undefined)
    return report('GWC2106', { rule: nameRule(rule) }, rule.at, { label: 'nothing is left for it' })
  return report('GWC2104', { rule: nameRule(rule) }, rule.at, {
    label: 'nothing is left for it',
    secondary: [{ span: earlier.at, text: 'this default takes every request that is left' }],
    notes: [
      help(`keep one default, or take that file in with a condition: \`include "…" as NAME for COND\``),
    ],
  })
}

function neverRuns(input: AnalysisInput, blocked: Blocked): Diagnostic {
  const { cubed } = input
  const { by, blockers } = blocked
  const target = nearestOther(blockers)
  const move = target !== undefined && isWorthMoving(cubed, blocked, target) ? target : undefined
  const fix = move === undefined ? undefined : moveAbove(input.sources, by.rule, move.by.rule)
  return report('GWC2104', { rule: nameRule(by.rule) }, by.rule.at, {
    label: 'every request it matches is taken earlier',
    secondary: blockers.map((each, index) => labelOf(cubed, blocked, each, index)),
    notes: [...effectOf(cubed, blocked), adviceOf(cubed, by, blockers, move)],
    fixes: fix === undefined ? [] : [fix],
  })
}

/** The first blocker of the same table that does something else. */
function nearestOther(blockers: readonly Blocker[]): Blocker | undefined {
  return blockers.some((each) => each.isGuard) ? undefined : blockers.find((each) => !each.hasSameOutcome)
}

/** Whether the rule would run above that blocker, and would not silence it in turn. */
function isWorthMoving(cubed: CubedPolicy, { table, by }: Blocked, above: Blocker): boolean {
  const rules: readonly CubedRule[] = cubed[table]
  const earlier = rules.slice(0, rules.indexOf(above.by)).flatMap(({ cubes }) => cubes)
  const taken = [...cubed.space.impossible, ...otherTraffic(cubed.space, table), ...earlier]
  return !isCovered(cubed, by.cubes, taken) && !isCovered(cubed, above.by.cubes, [...taken, ...by.cubes])
}

// ---------------------------------------------------------------------------------------------- words

function labelOf(cubed: CubedPolicy, { table, blockers }: Blocked, each: Blocker, index: number): Label {
  const isLast = index === blockers.length - 1 && blockers.length > 1
  const part = each.takesAll
    ? 'takes all of them'
    : isLast
      ? 'covers the rest'
      : `takes ${partOf(cubed, each)}`
  return { span: each.by.rule.at, text: `${part}, ${outcomeOf(table, each)}` }
}

const partMax = 70

/** What a blocker asks beyond what the blocked rule asks already. */
function partOf(cubed: CubedPolicy, each: Blocker): string {
  const [cube] = each.by.cubes
  if (each.by.cubes.length !== 1 || each.target === undefined || cube === undefined) return 'some of them'
  const asked = showCube(cubed.space, beyond(cube, each.target) ?? [])
  return asked.length <= partMax ? `those with ${asked}` : 'some of them'
}

const differing = {
  route: 'and picks another model',
  cache: 'and caches them another way',
  attempt: 'and gives them other deadlines',
  embeddings: 'and picks another model',
  budget: 'and charges them elsewhere',
  limit: 'and counts them elsewhere',
  shape: 'and shapes them another way',
  log: 'and logs them another way',
} as const satisfies Record<Blocked['table'], string>

function outcomeOf(table: Blocked['table'], each: Blocker): string {
  if (each.isGuard || isDeny(each.by)) return each.hasSameOutcome ? 'and denies them too' : 'and denies them'
  return each.hasSameOutcome ? 'with the same outcome' : differing[table]
}

function isDeny({ rule }: CubedRule): boolean {
  return 'stages' in rule && rule.stages[0]?.pick === 'deny'
}

const effectMax = 140

function effectOf(cubed: CubedPolicy, { table, by, blockers }: Blocked): readonly Note[] {
  if (table !== 'route' && table !== 'embeddings') return []
  const models = [...new Set(blockers.flatMap((each) => modelOf(each) ?? []))]
  const got = [
    ...(models.length > 0 ? [`get ${models.join(' or ')}`] : []),
    ...(blockers.some((each) => modelOf(each) === undefined) ? ['are denied'] : []),
  ].join(' or ')
  const wanted = modelOf({ by, isGuard: false })
  const text = `${requestsOf(cubed, by)} ${got}${wanted === undefined ? '' : `, never ${wanted}`}`
  return text.length <= effectMax ? [effect(text)] : []
}

function requestsOf(cubed: CubedPolicy, by: CubedRule): string {
  const [cube] = by.cubes
  return by.cubes.length === 1 && cube !== undefined && cube.length > 0
    ? `requests with ${showCube(cubed.space, cube)}`
    : 'its requests'
}

/** What a rule's first stage uses; `undefined` when it denies. */
function modelOf({ by: { rule }, isGuard }: Pick<Blocker, 'by' | 'isGuard'>): string | undefined {
  if (isGuard || !('stages' in rule)) return undefined
  const [first] = rule.stages
  return first === undefined || first.pick === 'deny' ? undefined : first.shown
}

function adviceOf(
  cubed: CubedPolicy,
  by: CubedRule,
  blockers: readonly Blocker[],
  move: Blocker | undefined,
): Note {
  if (move !== undefined) {
    const [cube] = by.cubes
    const only =
      by.cubes.length === 1 && cube !== undefined ? `; that changes ${showCube(cubed.space, cube)} only` : ''
    return help(`move it above ${nameRule(move.by.rule)}${only}`)
  }
  const last = blockers.find((each) => !each.hasSameOutcome) ?? blockers[0]
  return help(last === undefined ? 'remove it' : `remove it, or narrow ${nameRule(last.by.rule)}`)
}
