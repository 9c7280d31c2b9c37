import { type Checked, allFindings } from '../lang/render/checked.ts'
import { boundsOf, boundsToJson, showBounds } from './bounds.ts'
import { checkPolicies } from './check-policies.ts'
import { writeCounterexamples } from './counterexamples.ts'
import type { ExitCode } from './exit-code.ts'
import { judge } from './findings.ts'
import { type CheckFormat, renderers } from './formats.ts'
import { loadProject } from './project.ts'
import { textOption, type Options } from './verb.ts'

/** `gwc check [PATHS]`: every finding of every policy, tests included, then one line that sums up. */
export async function run(paths: readonly string[], options: Options): Promise<ExitCode> {
  if (options.watch === true) {
    const { watchPolicies } = await import('./watch-policies.ts')
    return watchPolicies(paths, options)
  }
  const checked = checkPolicies(paths, options)
  return options.bounds === true ? printBounds(checked, options) : printChecked(checked, options)
}

/** What was found, and the worst case of each rule beside it. */
function printBounds(checked: Checked, options: Options): ExitCode {
  const found = checked.policies.map(({ root }) =>
    boundsOf(loadProject(root, { config: textOption(options, 'config'), asOf: textOption(options, 'asOf') })),
  )
  if (options.format === 'json') {
    const report = JSON.parse(renderers.json(checked)) as object
    console.log(JSON.stringify({ ...report, bounds: found.map(boundsToJson) }, null, 2))
    return judge(allFindings(checked), checked.strict)
  }
  console.log(`${found.map(showBounds).join('\n\n')}\n`)
  return printChecked(checked, options)
}

/** Prints what was found in the format that was asked for, and says what it makes of the exit. */
export function printChecked(checked: Checked, options: Options): ExitCode {
  const format = options.format as CheckFormat
  const shown = format === 'pretty' ? { ...checked, replays: writeCounterexamples(checked) } : checked
  process.stdout.write(renderers[format](shown))
  return judge(allFindings(checked), checked.strict)
}
