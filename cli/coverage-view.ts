import {
  type Count,
  countGoals,
  type CoverageCount,
  type KindCount,
  percentOf,
} from '../compiler/coverage/count.ts'
import type { JudgedGoal } from '../compiler/coverage/coverage.ts'
import { goalKinds } from '../compiler/coverage/goal.ts'
import { reportGaps } from '../compiler/coverage/report-gaps.ts'
import { columns } from './columns.ts'
import { showFindings } from './findings.ts'

/** Frames shown before the rest is only counted. */
const framesMax = 20

/** What tests show of a policy, to be read in a terminal: a bar for each table and file, then a frame for each rule that is left. */
export function showCoverage(goals: readonly JudgedGoal[], sources: ReadonlyMap<string, string>): string {
  const count = countGoals(goals)
  const gaps = reportGaps(goals)
  const hidden = gaps.length - framesMax
  return [
    columns(rowsOf(count)),
    ...leftLine(count),
    ...(gaps.length === 0 ? [] : [`\n${showFindings(gaps.slice(0, framesMax), sources)}`]),
    ...(hidden > 0 ? [`and ${hidden} more rules; \`gwc test --missing\` prints tests for all`] : []),
  ].join('\n')
}

const headings = ['rules', 'sides', 'edges', 'outcomes'] as const

function rowsOf({ tables, files, total, kinds }: CoverageCount): readonly (readonly string[])[] {
  return [
    ['  tests show', '', '', ...headings],
    ...[...tables].map(([table, count]) => rowOf(table, count)),
    ...(files.size < 2 ? [] : [...files].map(([file, count]) => rowOf(file, count))),
    rowOf('in all', { total, kinds }),
  ]
}

function rowOf(name: string, { total, kinds }: KindCount): readonly string[] {
  return [
    `  ${name}`,
    bar(total),
    `${percentOf(total)} %`.padStart(5),
    ...goalKinds.map((kind) => showCount(kinds[kind])),
  ]
}

const showCount = ({ covered, of }: Count): string => (of === 0 ? '-' : `${covered}/${of}`)

const barLength = 20

/** Full only when nothing is missing. */
function bar({ covered, of }: Count): string {
  const full = of === 0 ? barLength : Math.floor((covered / of) * barLength)
  return '█'.repeat(full) + '░'.repeat(barLength - full)
}

const reasons = {
  unreachable: 'that no request can show',
  unproven: 'that the cap on steps left open',
  unwritable: 'that no test can be written for',
} as const

function leftLine({ left }: CoverageCount): readonly string[] {
  const parts = (Object.keys(reasons) as (keyof typeof reasons)[])
    .filter((kind) => left[kind] > 0)
    .map((kind) => `${left[kind]} ${reasons[kind]}`)
  return parts.length === 0 ? [] : [`  not counted: ${parts.join(', ')}`]
}
