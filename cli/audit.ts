import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { auditPath } from '../runtime/audit/audit-log.ts'
import { readAudit, type AuditEntry, type AuditReading, type AuditState } from '../runtime/audit/chain.ts'
import { columns } from './columns.ts'
import { counted } from './counted.ts'
import { exitCode, type ExitCode } from './exit-code.ts'
import { reasonOf, ToolFailure } from './tool-failure.ts'
import { textOption, type Options } from './verb.ts'

/** `gwc audit`: who changed what, and whether the log of it is as gwc wrote it. */
export function run([file]: readonly string[], options: Options): ExitCode {
  const path = file ?? auditPath(join(dirname(textOption(options, 'config') ?? 'gateway.json'), '.gwc'))
  const reading = readAudit(textOf(path))
  const problem = problemOf(path, reading, textOption(options, 'head'))
  if (options.json === true) for (const entry of reading.entries) console.log(JSON.stringify(entry))
  else console.log(show(reading, problem))
  if (problem !== undefined) console.error(`gwc: ${problem}`)
  return problem === undefined ? exitCode.ok : exitCode.errors
}

function problemOf(
  path: string,
  { fault, entries }: AuditReading,
  head: string | undefined,
): string | undefined {
  if (fault !== undefined)
    return `${path}:${fault.line}: ${fault.message}; nothing from there on can be believed`
  if (head === undefined || entries.some(({ hash }) => hash === head)) return undefined
  return `${path} has no line with the hash ${head}: its end was cut off, or it was written anew`
}

function textOf(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    throw new ToolFailure(
      `cannot read ${path}: ${reasonOf(error)}; --config names the gateway.json it belongs to`,
      {
        cause: error,
      },
    )
  }
}

function show({ entries, head }: AuditReading, problem: string | undefined): string {
  const rows = entries.map((entry) => [entry.at, entry.actor, entry.action, changeOf(entry)])
  const verdict = problem === undefined ? `the chain holds; it ends in ${head.hash}` : 'THE CHAIN IS BROKEN'
  return [
    ...(rows.length === 0 ? [] : [columns(rows), '']),
    `${counted(entries.length, 'change', 'changes')}; ${verdict}`,
  ].join('\n')
}

function changeOf({ before, after }: AuditEntry): string {
  const [from, to] = [stateOf(before), stateOf(after)]
  return from === '' || from === to ? to : `${from} → ${to}`
}

/** Versions are told apart by their beginnings. */
const stateOf = (state: AuditState = {}): string =>
  Object.entries(state)
    .map(([name, value]) => `${name} ${String(value).slice(0, 12)}`)
    .join(', ')
