import { costWithin, openPartOf, showDollars } from '../compiler/analyses/cost-words.ts'
import { type WorstCase, worstCases } from '../compiler/worst-cases.ts'
import type { RequestCost } from '../compiler/worst-cost.ts'
import { showQuantity } from '../core/quantity.ts'
import { indexLines } from '../lang/line-index.ts'
import { columns } from './columns.ts'
import type { Project } from './project.ts'

/** The worst cases of a policy's rules, as `gwc check --bounds` prints them; `undefined` where the policy has errors. */
export interface Bounds {
  readonly project: Project
  readonly cases: readonly WorstCase[] | undefined
}

export function boundsOf(project: Project): Bounds {
  const { policy } = project.compile()
  return { project, cases: policy === undefined ? undefined : worstCases(policy, project.input) }
}

const heading = ['RULE', 'ATTEMPTS', 'TIME', 'ONE ANSWER', 'AT MOST', 'DEAREST WAY']

/** A table to read: a row for each rule of `route`. */
export function showBounds({ project, cases }: Bounds): string {
  if (cases === undefined) return `${project.root}: no bounds before its errors are mended`
  const rows = cases.map((each) => rowOf(each, project))
  const legend =
    'AT MOST: every attempt billed in full, with as many answers as may be asked for; ONE ANSWER: the same with one.'
  return [
    `worst cases of ${project.root}, prices as of ${project.input.asOf}`,
    columns([heading, ...rows]),
    legend,
  ].join('\n')
}

function rowOf({ rule, worst, isOpen }: WorstCase, project: Project): readonly string[] {
  const name = `${rule.name} (${placeOf(rule.span, project)})`
  if (worst === undefined)
    return [name, '0', '', '', '', isOpen ? 'not settled within the steps' : 'sends nothing']
  const { cost, attempts, timeMs } = worst
  return [
    name,
    String(attempts),
    showQuantity(timeMs, 'duration'),
    cost === undefined ? '' : showDollars(costWithin(cost, { choices: 1 }, project.input)),
    cost === undefined ? '' : showDollars(cost.nanos),
    `${cost === undefined ? '' : wayOf(cost)}${isOpen ? ' (or more: not settled within the steps)' : ''}`,
  ]
}

function wayOf({ stages }: RequestCost): string {
  return stages
    .map(
      ({ attempt, tries }) =>
        openPartOf(attempt) ?? `${tries} × ${attempt.model} at ${showDollars(attempt.nanos)}`,
    )
    .join(', then ')
}

const placeOf = ({ file, start }: WorstCase['rule']['span'], { sources }: Project): string =>
  `${file}:${indexLines(sources.get(file) ?? '').positionAt(start).line}`

/** The same as plain data: money in nano-dollars, `null` where nothing bounds it. */
export function boundsToJson({ project, cases }: Bounds): unknown {
  return {
    policy: project.root,
    asOf: project.input.asOf,
    rules: (cases ?? []).map(({ rule, worst, isOpen }) => ({
      rule: rule.name,
      attempts: worst?.attempts ?? 0,
      timeMs: worst?.timeMs ?? 0,
      costNanos: worst === undefined ? 0 : finite(worst.cost?.nanos),
      way: (worst?.cost?.stages ?? []).map(({ attempt, tries }) => ({
        model: attempt.model,
        tries,
        nanos: finite(attempt.nanos),
        inputTokens: finite(attempt.input.tokens),
        outputTokens: finite(attempt.output.tokens),
        choices: attempt.choices,
        unbounded: attempt.unbounded ?? null,
      })),
      proven: !isOpen,
    })),
  }
}

const finite = (value: number | undefined): number | null =>
  value === undefined || !Number.isFinite(value) ? null : value
