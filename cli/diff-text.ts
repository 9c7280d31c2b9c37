import type { ReportedChange, ReportedPart, RuleRef } from '../compiler/diff/report.ts'
import type { Weight } from '../compiler/diff/weigh.ts'
import { counted } from './counted.ts'
import { countChanges, type DiffResult, shorten, showMoney, showShare, sumUpLog } from './diff-result.ts'

/** Parts of one row that are shown; JSON has all. */
const partsMax = 5

/** Puts a colour around a line: what goes red, what comes green. */
export type PaintLine = (sign: '-' | '+' | '!', line: string) => string

/** A difference as people read it. */
export function showDiff(result: DiffResult, paint: PaintLine): string {
  const rows = result.changes.map((change, place) =>
    showChange(result, change, result.log?.rows[place], paint),
  )
  const notes = result.diff.notes.map(({ what, before, after, effect }) =>
    [what, paint('-', `  - ${before}`), paint('+', `  + ${after}`), `  ${effect}`].join('\n'),
  )
  return [...rows, ...notes, showOnly(result, paint), showLog(result), sumUp(result)]
    .filter((text) => text !== '')
    .join('\n\n')
}

function showChange(
  { log }: DiffResult,
  { table, before, after, parts }: ReportedChange,
  weight: Weight | undefined,
  paint: PaintLine,
): string {
  const weighed =
    weight === undefined || log === undefined
      ? ''
      : `  ${showShare(weight.requests, log.requests)} of requests, ${showMoney(weight.nanos / log.days)} a day`
  const more = parts.length - partsMax
  return [
    `${table}${weighed}`,
    paint('-', `  - ${before}`),
    paint('+', `  + ${after}`),
    ...parts.slice(0, partsMax).map(showPart),
    ...(more > 0 ? [`  and in ${more} more ${more === 1 ? 'part' : 'parts'} (--json lists all)`] : []),
  ].join('\n')
}

function showPart({ when, unless, before, after, request }: ReportedPart): string {
  const condition = when.map((each) => shorten(each)).join('\n    or ')
  return [
    `  ${condition === 'always' ? 'always' : `when ${condition}`}`,
    ...(unless.length === 0 ? [] : [`    unless ${showTakers(unless)} decides`]),
    `    ${showRules(before, after)}`,
    request === undefined
      ? '    not decided within the cap on steps: there may be no such request'
      : `    gwc why ${request === '' ? "'{}'" : request}`,
  ].join('\n')
}

/** The rules of both sides; once where they are the same, and none for what gwc itself supplies. */
export function showRules(before: readonly RuleRef[], after: readonly RuleRef[]): string {
  const sides = [before, after].map((refs) => refs.filter(({ line }) => line !== undefined))
  const shown = sides.filter((refs) => refs.length > 0).map(showRefs)
  return [...new Set(shown)].join(' → ') || 'gwc'
}

const refsMax = 4

function showRefs(refs: readonly RuleRef[]): string {
  const shown = refs
    .slice(0, refsMax)
    .map(({ rule, line }) => (line === undefined ? rule : `${rule}:${line}`))
  return [...shown, ...(refs.length > refsMax ? [`${refs.length - refsMax} more`] : [])].join(', ')
}

/** Earlier rules by name, or how many they are. */
export function showTakers(unless: readonly RuleRef[]): string {
  return unless.length <= refsMax
    ? unless.map(({ rule }) => rule).join(' or ')
    : `one of ${unless.length} earlier rules`
}

function showOnly({ only }: DiffResult, paint: PaintLine): string {
  if (only === undefined) return ''
  if (!only.isProven && only.outside === undefined)
    return paint('!', `--only ${only.condition}: not proved within the cap on steps`)
  return only.outside === undefined
    ? `--only ${only.condition}: proved, every other request is decided as before`
    : paint(
        '!',
        `--only ${only.condition}: broken, ${only.outside.table} changes outside of it\n  gwc why ${only.outside.request}`,
      )
}

function showLog({ log }: DiffResult): string {
  if (log === undefined) return ''
  const hours = Math.round(log.days * 240) / 10
  return [
    `log: ${counted(log.requests, 'request', 'requests')} in ${counted(hours, 'hour', 'hours')}${log.otherLines === 0 ? '' : `, ${counted(log.otherLines, 'line', 'lines')} passed over`}`,
    ...[...log.reasons].map(([reason, count]) => `  ${count} not priced: ${reason}`),
    ...(log.untold.length === 0
      ? []
      : [`  no request of the log tells ${log.untold.join(', ')}: they count as lacking`]),
  ].join('\n')
}

function sumUp(result: DiffResult): string {
  const weighed = sumUpLog(result)
  return `${result.old} → ${result.new}: ${countChanges(result)}${weighed === undefined ? '' : `; ${weighed}`}`
}
