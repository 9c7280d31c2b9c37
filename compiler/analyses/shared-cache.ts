import type { FactRow, FactValue } from '../../core/types.ts'
import type { Diagnostic, Witness } from '../../lang/diagnostic.ts'
import { effect, help, report } from '../../lang/report.ts'
import { showCond } from '../show.ts'
import { classes } from '../class-set.ts'
import type { Steps } from '../cover.ts'
import { type Cube, everything } from '../cube.ts'
import type { CubedPolicy, CubedRule } from '../cubed.ts'
import { type Decisions, decisionsOf } from '../decided.ts'
import { stepsMax } from '../reach.ts'
import type { CacheRule } from '../typed.ts'
import { witnessOf } from '../witness.ts'
import type { Analysis } from './analysis.ts'
import { openQuestion } from './open-question.ts'
import { nameRule } from './rule-name.ts'

/**
 * Caches that give one person's private answer to another. Private data is what the facts file declares `sensitive`;
 * such a request may be kept for the key or the person alone, and exactly. Where nothing is declared, the tenant is
 * the team: answers that cross it are told.
 */
export const sharedCache: Analysis = {
  name: 'shared cache',
  codes: ['GWC2701', 'GWC2702', 'GWC2301'],
  run: ({ cubed, reach }) => {
    const sensitive = [...cubed.policy.facts.values()].filter((fact) => fact.sensitive !== undefined)
    const decisions = decisionsOf(cubed, 'cache')
    return cubed.cache.flatMap((by) => {
      if (by.rule.action.mode === 'off') return []
      if (sensitive.length > 0) return sharesPrivate(cubed, decisions, by, sensitive)
      const found = reach.get(by.rule)
      return by.rule.action.within === 'org' && found?.kind === 'reached'
        ? [beyondTeam(by, witnessOf(cubed.space, found.cube))]
        : []
    })
  },
}

function beyondTeam({ rule }: CubedRule<CacheRule>, witness: Witness): Diagnostic {
  return report('GWC2701', { rule: nameRule(rule) }, rule.at, {
    label: 'kept `within org`',
    notes: [
      effect('an equal question of another team gets the answer that this one was given'),
      help(
        'keep it `within team`; or declare in the facts file which values are `"sensitive"`, and this is reported for those alone',
      ),
    ],
    witness,
  })
}

/** How a row shares; `undefined` where it keeps answers exactly, for one person. */
function sharingOf({ mode, within }: CacheRule['action']): string | undefined {
  if (mode === 'semantic') return 'for questions that are merely alike'
  return within === 'key' || within === 'developer' ? undefined : `for everyone \`within ${within}\``
}

function sharesPrivate(
  cubed: CubedPolicy,
  decisions: Decisions,
  by: CubedRule<CacheRule>,
  sensitive: readonly FactRow[],
): readonly Diagnostic[] {
  const how = sharingOf(by.rule.action)
  if (how === undefined) return []
  const steps: Steps = { left: stepsMax }
  for (const fact of sensitive) {
    for (const value of fact.sensitive ?? []) {
      const found = decisions.find(by, requestsWith(cubed, fact, value), steps)
      if (found.kind === 'request')
        return [tell(cubed, by, how, fact, { ...witnessOf(cubed.space, found.cube), [fact.name]: value })]
      if (found.kind === 'unproven')
        return [openQuestion(`whether ${nameRule(by.rule)} shares private data`, by)]
    }
  }
  return []
}

/** A fact that no condition tests keeps no request out. */
function requestsWith({ space: { axes } }: CubedPolicy, fact: FactRow, value: FactValue): Cube {
  const number = axes.findIndex((axis) => axis.fact.name === fact.name && axis.classes.kind !== 'contains')
  const axis = axes[number]
  return axis === undefined ? everything : [{ axis: number, set: classes(axis.count, [axis.classOf(value)]) }]
}

function tell(
  { policy }: CubedPolicy,
  { rule }: CubedRule<CacheRule>,
  how: string,
  fact: FactRow,
  witness: Witness,
): Diagnostic {
  const facts = showCond({ kind: 'atom', fact, test: testOf(fact), span: rule.at })
  const earlier = policy.cache.find(({ action }) => action.mode === 'off')
  const advice =
    earlier === undefined
      ? `put \`when ${facts} => off\` above it`
      : `add \`or ${facts}\` to a row that is \`off\` above it`
  return report('GWC2702', { rule: nameRule(rule), facts, how }, rule.at, {
    label: `\`${fact.name}\` is declared sensitive`,
    notes: [
      effect("one person's private answer may be given to another"),
      help(`${advice}, or keep it exactly and \`within developer\``),
    ],
    witness,
  })
}

function testOf({
  sensitive = [],
}: FactRow): { kind: 'flag' } | { kind: 'member'; values: readonly string[] } {
  const values = sensitive.filter((value) => typeof value === 'string')
  return values.length === 0 ? { kind: 'flag' } : { kind: 'member', values }
}
