import { createHash } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { serialize } from '../compiler/emit.ts'
import type { Stats } from '../compiler/compile.ts'
import { columns } from './columns.ts'
import { exitCode, type ExitCode } from './exit-code.ts'
import { countFindings, showFindings } from './findings.ts'
import { loadProject } from './project.ts'
import { reasonOf, ToolFailure } from './tool-failure.ts'
import { textOption, type Options } from './verb.ts'

/** `gwc build [PATH] -o FILE`: the artifact. Same input, same bytes; nothing is written over a policy with errors. */
export function run([path = '.']: readonly string[], options: Options): ExitCode {
  const project = loadProject(path, {
    config: textOption(options, 'config'),
    asOf: textOption(options, 'asOf'),
  })
  const { table, diagnostics, stats } = project.compile()
  if (diagnostics.length > 0) console.error(showFindings(diagnostics, project.sources))
  if (table === undefined) {
    console.error(`${project.root}: ${countFindings(diagnostics)}; nothing was built`)
    return exitCode.errors
  }
  const bytes = serialize(table)
  const output = textOption(options, 'output') ?? project.root.replace(/\.route$/, '.table.json')
  write(output, bytes)
  const version = createHash('sha256').update(bytes).digest('hex')
  console.error(`${output === '-' ? 'built' : `wrote ${output}`}, version ${version.slice(0, 12)}`)
  if (options.stats === true && stats !== undefined) console.error(showStats(stats, bytes.length))
  return exitCode.ok
}

function write(output: string, bytes: string): void {
  if (output === '-') {
    process.stdout.write(bytes)
    return
  }
  try {
    writeFileSync(output, bytes)
  } catch (error) {
    throw new ToolFailure(`cannot write ${output}: ${reasonOf(error)}`, { cause: error })
  }
}

const showStats = (stats: Stats, bytes: number): string =>
  columns([...Object.entries(stats).map(([name, value]) => [name, String(value)]), ['bytes', String(bytes)]])
