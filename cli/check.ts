import { type Checked, allFindings } from '../lang/render/checked.ts'
import { checkPolicies } from './check-policies.ts'
import { writeCounterexamples } from './counterexamples.ts'
import type { ExitCode } from './exit-code.ts'
import { judge } from './findings.ts'
import { type CheckFormat, renderers } from './formats.ts'
import type { Options } from './verb.ts'

/** `gwc check [PATHS]`: every finding of every policy, tests included, then one line that sums up. */
export function run(paths: readonly string[], options: Options): ExitCode {
  return printChecked(checkPolicies(paths, options), options)
}

/** Prints what was found in the format that was asked for, and says what it makes of the exit. */
export function printChecked(checked: Checked, options: Options): ExitCode {
  const format = options.format as CheckFormat
  const shown = format === 'pretty' ? { ...checked, replays: writeCounterexamples(checked) } : checked
  process.stdout.write(renderers[format](shown))
  return judge(allFindings(checked), checked.strict)
}
