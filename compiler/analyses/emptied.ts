import type { Diagnostic, Label } from '../../lang/diagnostic.ts'
import { effect, help, report } from '../../lang/report.ts'
import { areApart, type Cube, everything, meet } from '../cube.ts'
import type { CubedPolicy, CubedRule } from '../cubed.ts'
import { simplify } from '../cubes.ts'
import { type Decisions, decisionsOf, findOutside, widest } from '../decided.ts'
import type { Steps } from '../cover.ts'
import { stepsMax } from '../reach.ts'
import { showCube } from '../show.ts'
import type { GuardRule, RouteRule } from '../typed.ts'
import { witnessOf } from '../witness.ts'
import type { Analysis } from './analysis.ts'
import { openQuestion } from './open-question.ts'
import { nameRule } from './rule-name.ts'

/** Rules that a `never use` of the guard leaves without a model: their requests are denied, by no word of the rule. */
export const emptied: Analysis = {
  name: 'emptied',
  codes: ['GWC2801', 'GWC2802', 'GWC2301'],
  run: ({ cubed }) => {
    const bans = bansOf(cubed)
    if (bans.length === 0) return []
    const decisions = decisionsOf(cubed, 'route')
    return cubed.route.flatMap((by) => emptiedRule(cubed, decisions, by, bans))
  },
}

/** A `never use` row, and what it takes away. */
interface Ban {
  readonly by: CubedRule<GuardRule>
  readonly models: ReadonlySet<string>
}

function bansOf({ guard }: CubedPolicy): readonly Ban[] {
  return guard.flatMap((by) =>
    by.rule.action.kind === 'never-use' ? [{ by, models: new Set(by.rule.action.models) }] : [],
  )
}

function emptiedRule(
  cubed: CubedPolicy,
  decisions: Decisions,
  by: CubedRule<RouteRule>,
  bans: readonly Ban[],
): readonly Diagnostic[] {
  const empty = emptyPart(cubed, by.rule, bans)
  if (empty === undefined) return [openQuestion(`whether the guard leaves ${nameRule(by.rule)} a model`, by)]
  const steps: Steps = { left: stepsMax }
  for (const part of empty) {
    const found = decisions.find(by, part, steps)
    if (found.kind === 'none') continue
    if (found.kind === 'unproven')
      return [openQuestion(`whether the guard leaves ${nameRule(by.rule)} a model`, by)]
    const before = decisions.before(by)
    const others = findOutside(cubed, by.cubes, (cube) => [...before(cube), ...empty], steps)
    const requests = widest(cubed, found, before)
    return [tell(cubed, by, bans, { cube: found.cube, requests, isWhole: others.kind === 'none' })]
  }
  return []
}

/** Past this many cases the question is left open. */
const partsMax = 512

/**
 * The requests for which every model of a chain is forbidden: for each model those of the rows that forbid it, met
 * with one another. A chain that ends in `deny`, or takes what the client asked for, says itself what happens then.
 */
function emptyPart(
  { space }: CubedPolicy,
  { stages }: RouteRule,
  bans: readonly Ban[],
): readonly Cube[] | undefined {
  if (stages.some(({ pick }) => pick === 'deny' || pick === 'asked')) return []
  let parts: readonly Cube[] = [everything]
  for (const banned of distinctBans(new Set(stages.flatMap(({ models }) => models)), bans)) {
    const cubes = banned.flatMap(({ by }) => by.cubes)
    parts = simplify(
      parts.flatMap((a) => cubes.map((b) => meet(a, b)).filter((both) => both !== undefined)),
      space,
    )
    if (parts.length > partsMax) return undefined
  }
  return parts
}

/** For each model the rows that forbid it; equal lists once, and the shortest first. */
function distinctBans(models: ReadonlySet<string>, bans: readonly Ban[]): readonly (readonly Ban[])[] {
  const lists = [...models].map((model) => bans.filter((ban) => ban.models.has(model)))
  const byKey = new Map(lists.map((list) => [list.map(({ by }) => by.index).join(), list]))
  return [...byKey.values()].toSorted((a, b) => a.length - b.length)
}

/** Requests that are left without a model, and whether they are all that the rule takes. */
interface Emptied {
  readonly cube: Cube
  readonly requests: Cube
  readonly isWhole: boolean
}

function tell(
  cubed: CubedPolicy,
  by: CubedRule<RouteRule>,
  bans: readonly Ban[],
  { cube, requests, isWhole }: Emptied,
): Diagnostic {
  const { rule } = by
  const models = new Set(rule.stages.flatMap((stage) => stage.models))
  const taking = bans.filter(
    (ban) =>
      [...ban.models].some((model) => models.has(model)) &&
      ban.by.cubes.some((each) => !areApart(each, cube)),
  )
  const shown = showCube(cubed.space, requests)
  const details = {
    label: `uses only ${rule.stages.map((stage) => stage.shown).join(' and ')}`,
    secondary: taking.map((ban) => labelOf(ban, models)),
    witness: witnessOf(cubed.space, cube),
  }
  if (isWhole)
    return report('GWC2801', { rule: nameRule(rule) }, rule.at, {
      ...details,
      notes: [effect('each request that it takes is denied with 403'), advice],
    })
  return report('GWC2802', { rule: nameRule(rule), requests: shown }, rule.at, {
    ...details,
    notes: [
      effect('they are denied with 403, and told that the guard leaves no model'),
      help(`add a model that the guard allows, or say it: \`deny "…" when ${shown}\` in \`guard\``),
    ],
  })
}

const advice = help(
  'add a model that the guard allows, narrow that row of `guard`, or say it: `use deny "…"`',
)

function labelOf({ by, models }: Ban, used: ReadonlySet<string>): Label {
  const taken = [...models].filter((model) => used.has(model))
  return {
    span: by.rule.at,
    text: `takes away ${taken.length > 3 ? `${taken.length} models` : taken.join(' and ')}`,
  }
}
