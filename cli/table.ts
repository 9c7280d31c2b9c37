import { renderTables, tableFormats, type TableFormat } from '../compiler/render-table.ts'
import { tableViews } from '../compiler/table-view.ts'
import { exitCode, type ExitCode } from './exit-code.ts'
import { showFindings } from './findings.ts'
import { loadProject } from './project.ts'
import { ToolFailure } from './tool-failure.ts'
import { textOption, type Options } from './verb.ts'

/** `gwc table [PATH]`: what the policy decides, as a table to read. */
export function run([path = '.']: readonly string[], options: Options): ExitCode {
  const format = formatOf(textOption(options, 'format') ?? 'terminal')
  const project = loadProject(path, { config: textOption(options, 'config') })
  const { policy, diagnostics } = project.compile()
  if (policy === undefined) {
    console.error(showFindings(diagnostics, project.sources))
    return exitCode.errors
  }
  const views = tableViews(policy)
  if (views.length === 0)
    throw new ToolFailure(`${project.input.root} has no table to show: it only declares names`)
  console.log(renderTables(views, format))
  return exitCode.ok
}

function formatOf(text: string): TableFormat {
  const format = tableFormats.find((known) => known === text)
  if (format === undefined)
    throw new ToolFailure(`--format takes ${tableFormats.join(', ')}, not ${JSON.stringify(text)}`)
  return format
}
