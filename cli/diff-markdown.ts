import type { ReportedChange } from '../compiler/diff/report.ts'
import { countChanges, type DiffResult, shorten, showMoney, showShare, sumUpLog } from './diff-result.ts'
import { showRules, showTakers } from './diff-text.ts'

/** Rows and parts of a row that a comment holds; GitHub takes 65,536 characters. */
const [rowsMax, partsMax] = [40, 3]

/** A difference as a comment on a pull request: what changes, where, by which rule; the witnesses are folded away. */
export function markdownOf(result: DiffResult): string {
  const weighed = sumUpLog(result)
  const heading = `### Policy: ${countChanges(result)}${weighed === undefined ? '' : ` · ${weighed}`}`
  return [
    heading,
    `${code(result.old)} → ${code(result.new)}, decided for all requests.`,
    onlyLine(result),
    ...assertionLines(result),
    tableOf(result),
    notesOf(result),
    witnessesOf(result),
  ]
    .filter((block) => block !== '')
    .join('\n\n')
}

function onlyLine({ only }: DiffResult): string {
  if (only === undefined) return ''
  if (only.outside !== undefined)
    return `❌ **Changes outside ${code(only.condition)}**, for one ${code(`gwc why ${only.outside.request}`)}`
  return only.isProven
    ? `✅ Nothing changes outside ${code(only.condition)}: proved.`
    : `⚠️ Not proved within the cap on steps: nothing changes outside ${code(only.condition)}.`
}

function assertionLines({ assertions }: DiffResult): readonly string[] {
  return [
    ...assertions.broken.map(({ message }) => `❌ ${escaped(message)}`),
    ...assertions.dropped.map(({ message }) => `❌ Removed, and no longer true: ${escaped(message)}`),
  ]
}

function tableOf(result: DiffResult): string {
  const { changes, log } = result
  if (changes.length === 0) return ''
  const columns = [
    '',
    'requests',
    'before',
    'after',
    'rule',
    ...(log === undefined ? [] : ['traffic', 'a day']),
  ]
  const rows = changes.slice(0, rowsMax).map((change, place) => rowOf(result, change, place))
  const more = changes.length - rowsMax
  return [
    cells(columns),
    cells(columns.map(() => '---')),
    ...rows,
    ...(more > 0 ? ['', `… and ${more} more rows: ${code('gwc diff')} shows them.`] : []),
  ].join('\n')
}

function rowOf({ log }: DiffResult, { table, before, after, parts }: ReportedChange, place: number): string {
  const shown = parts.slice(0, partsMax)
  const more = parts.length - shown.length
  const when = shown.map(
    ({ when: conditions, unless }) =>
      `${conditions.map((each) => code(shorten(each))).join(' or ')}${unless.length === 0 ? '' : ` unless ${showTakers(unless)} decides`}`,
  )
  const rules = [...new Set(shown.map((part) => code(showRules(part.before, part.after))))]
  const weight = log?.rows[place]
  return cells([
    table,
    [...when, ...(more > 0 ? [`and ${more} more`] : [])].join('<br>'),
    code(before),
    code(after),
    rules.join('<br>'),
    ...(weight === undefined || log === undefined
      ? []
      : [showShare(weight.requests, log.requests), showMoney(weight.nanos / log.days)]),
  ])
}

function notesOf({ diff }: DiffResult): string {
  return diff.notes
    .map(
      ({ what, before, after, effect }) =>
        `- **${escaped(what)}**: ${code(before)} → ${code(after)} (${escaped(effect)})`,
    )
    .join('\n')
}

function witnessesOf({ changes }: DiffResult): string {
  const witnesses = changes
    .slice(0, rowsMax)
    .flatMap(({ table, parts }) =>
      parts
        .slice(0, partsMax)
        .flatMap(({ request }) =>
          request === undefined ? [] : [`gwc why ${request === '' ? "'{}'" : request}  # ${table}`],
        ),
    )
  if (witnesses.length === 0) return ''
  return [
    '<details><summary>A request for each row</summary>',
    '',
    '```sh',
    ...witnesses,
    '```',
    '',
    '</details>',
  ].join('\n')
}

const cells = (list: readonly string[]): string => `| ${list.join(' | ')} |`

/** Inside a cell a bar ends it, even in code; a text with backticks is fenced by more of them. */
function code(text: string): string {
  const runs = [...text.matchAll(/`+/g)].map(([run]) => run.length)
  const fence = '`'.repeat(Math.max(0, ...runs) + 1)
  const padded = runs.length === 0 ? text : ` ${text} `
  return `${fence}${padded.replaceAll('|', '\\|').replaceAll('\n', ' ')}${fence}`
}

const escaped = (text: string): string => text.replaceAll(/[<>*_|]/g, (sign) => `\\${sign}`)
