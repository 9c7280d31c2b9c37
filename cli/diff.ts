import type { DecisionTable } from '../schemas/generated/decision-table.ts'
import { diffTables, type PolicyDiff } from '../compiler/diff.ts'
import { brokenAssertions, type BrokenAssertions } from '../compiler/diff/broken-assertions.ts'
import { typeCondition } from '../compiler/diff/only.ts'
import { reportChanges, requestWords } from '../compiler/diff/report.ts'
import { weigh } from '../compiler/diff/weigh.ts'
import type { CompileInput } from '../compiler/input.ts'
import type { Cond } from '../compiler/typed.ts'
import { builtinCatalogue } from '../core/catalogue.ts'
import { hasErrors } from '../lang/diagnostic.ts'
import { diffAsJson } from './diff-json.ts'
import { markdownOf } from './diff-markdown.ts'
import type { DiffResult, OnlyResult } from './diff-result.ts'
import { diffSource, type Loaded } from './diff-source.ts'
import { type PaintLine, showDiff } from './diff-text.ts'
import { exitCode, type ExitCode } from './exit-code.ts'
import { countFindings, showFindings, wantsColour } from './findings.ts'
import { progressOn } from './progress.ts'
import { readTraffic } from './read-traffic.ts'
import { ToolFailure } from './tool-failure.ts'
import { type Options, textOption } from './verb.ts'

/** `gwc diff OLD [NEW]`: what two policies decide differently, for all requests. */
export function run([old = '', now = '.']: readonly string[], options: Options): ExitCode {
  const progress = progressOn(process.stderr)
  const given = { config: textOption(options, 'config'), asOf: textOption(options, 'asOf') }
  progress.say(`reading ${old}`)
  const before = diffSource(old, now, given).load()
  progress.say(`reading ${now}`)
  const after = diffSource(now, old, given).load()
  progress.say('comparing')
  const isBroken = [before, after].map(reportErrors).includes(true)
  if (isBroken || before.table === undefined || after.table === undefined) {
    progress.end()
    return exitCode.errors
  }
  const result = compare({ ...before, table: before.table }, { ...after, table: after.table }, options)
  progress.end()
  print(result, after, options)
  return judgeDiff(result)
}

type Built = Loaded & { readonly table: DecisionTable }

/** What keeps a policy from having a table, on standard error; whether anything does. */
function reportErrors({ label, table, source }: Loaded): boolean {
  if (table !== undefined || source === undefined) return false
  const errors = source.diagnostics.filter(({ severity }) => severity === 'error')
  console.error(showFindings(errors, source.project.sources))
  console.error(`${label}: ${countFindings(errors)}; a policy is compared once its names and types check`)
  return true
}

function compare(before: Built, after: Built, options: Options): DiffResult {
  const condition = textOption(options, 'only')
  const only = condition === undefined ? undefined : readOnly(condition, before, after)
  const found = diffTables(before.table, after.table, only)
  if (found.kind === 'too-large') {
    const facts = found.globs.map(({ fact }) => `\`${fact.name}\``).join(', ')
    throw new ToolFailure(
      `the globs on ${facts} of both policies together tell too many kinds of values apart`,
    )
  }
  const path = textOption(options, 'log')
  const traffic = path === undefined ? undefined : readTraffic(path)
  return {
    old: before.label,
    new: after.label,
    diff: found,
    changes: reportChanges(found),
    only: condition === undefined ? undefined : onlyResult(condition, found),
    assertions: assertionsOf(before, after),
    log:
      traffic === undefined
        ? undefined
        : {
            ...weigh(found, { before: before.table, after: after.table }, traffic.entries),
            otherLines: traffic.otherLines,
          },
  }
}

/** The condition may name what the new policy names; between built tables only facts have names. */
function readOnly(text: string, before: Built, after: Built): Cond {
  const input = after.source?.project.input ?? before.source?.project.input ?? emptyPolicy()
  const typed = typeCondition(text, input)
  if (typed.ok) return typed.condition
  const [first] = typed.diagnostics.filter((each) => hasErrors([each]))
  const help = first?.notes.map(({ text: note }) => `; ${note}`).join('') ?? ''
  throw new ToolFailure(`--only ${text}: ${first?.message ?? 'this is no condition'}${help}`)
}

function emptyPolicy(): CompileInput {
  const catalogue = builtinCatalogue()
  const text = 'gwc 1\nroute {\n  default deny "none"\n}\n'
  return {
    root: 'main.route',
    sources: new Map([['main.route', text]]),
    catalogue,
    providers: undefined,
    asOf: catalogue.date,
  }
}

function onlyResult(condition: string, { outside, isProven, space, notes }: PolicyDiff): OnlyResult {
  const [note] = notes
  const request = outside === undefined ? undefined : requestWords(space, outside.witness)
  const elsewhere = note === undefined ? undefined : { table: note.what, request: "'{}'" }
  return {
    condition,
    outside: outside === undefined || request === undefined ? elsewhere : { table: outside.strand, request },
    isProven,
  }
}

function assertionsOf({ source: old }: Built, { source: now }: Built): BrokenAssertions {
  if (now?.cubed === undefined) return { broken: [], dropped: [] }
  const before = old?.cubed === undefined ? undefined : { cubed: old.cubed, input: old.project.input }
  return brokenAssertions(before, { cubed: now.cubed, input: now.project.input })
}

function print(result: DiffResult, after: Loaded, options: Options): void {
  if (options.json === true) console.log(JSON.stringify(diffAsJson(result), null, 2))
  else if (options.markdown === true) console.log(markdownOf(result))
  else {
    const { broken, dropped } = result.assertions
    const sources = after.source?.project.sources ?? new Map<string, string>()
    if (broken.length > 0) console.log(`${showFindings(broken, sources)}\n`)
    for (const { message } of dropped) console.log(`removed, and no longer true: ${message}\n`)
    console.log(showDiff(result, wantsColour() ? inColour : plainly))
  }
}

const plainly: PaintLine = (_, line) => line

// SGR codes, ECMA-48 8.3.117.
const colours = { '-': 31, '+': 32, '!': 31 } as const
const inColour: PaintLine = (sign, line) => `\u001b[${colours[sign]}m${line}\u001b[0m`

/** A broken promise counts before a change, and what is not proved before what is the same. */
function judgeDiff({ changes, diff, only, assertions }: DiffResult): ExitCode {
  if (only?.outside !== undefined || assertions.broken.length + assertions.dropped.length > 0)
    return exitCode.errors
  if (only !== undefined && !only.isProven) return exitCode.unproven
  return changes.length + diff.notes.length === 0 ? exitCode.ok : exitCode.changes
}
