import type { Compilation } from '../compiler/compile.ts'
import { runTests, type TestResult } from '../compiler/test-runner.ts'
import { applyFixes } from './apply-fixes.ts'
import { exitCode, type ExitCode } from './exit-code.ts'
import { countFindings, judge, showFindings } from './findings.ts'
import { rootPolicies } from './policy-files.ts'
import { loadProject, type Project } from './project.ts'
import { textOption, type Options } from './verb.ts'

/** `gwc check [PATHS]`: every finding of every policy, tests included, then one line that sums up. */
export function run(paths: readonly string[], options: Options): ExitCode {
  const checked = rootPolicies(paths).map((root) => checkRoot(root, options))
  const diagnostics = checked.flatMap((one) => one.diagnostics)
  const sources = new Map(checked.flatMap(({ project }) => [...project.sources]))
  const format = textOption(options, 'format') ?? 'pretty'
  const text = showFindings(diagnostics, sources, format)
  if (text !== '') console.log(text)
  if (format === 'pretty') console.log(sumUp(checked, countFindings(diagnostics)))
  return diagnostics.length === 0 ? exitCode.ok : judge(diagnostics, options.strict === true)
}

/** How often fixes are applied and the result checked again: a fix may uncover another. */
const fixRoundsMax = 10

function checkRoot(root: string, options: Options): Checked {
  const load = (): Checked =>
    checkOne(loadProject(root, { config: textOption(options, 'config'), asOf: textOption(options, 'asOf') }))
  let checked = load()
  for (let round = 0; options.fix === true && round < fixRoundsMax; round++) {
    const applied = applyFixes(checked.diagnostics, checked.project.sources)
    if (applied.length === 0) break
    for (const { title } of applied) console.error(`fixed: ${title}`)
    checked = load()
  }
  return checked
}

interface Checked {
  readonly project: Project
  readonly compilation: Compilation
  readonly tests: readonly TestResult[]
  readonly diagnostics: Compilation['diagnostics']
}

function checkOne(project: Project): Checked {
  const compilation = project.compile()
  const tests = compilation.policy === undefined ? [] : runTests(compilation.policy, compilation.models)
  return {
    project,
    compilation,
    tests,
    diagnostics: [...compilation.diagnostics, ...tests.flatMap((test) => test.diagnostics)],
  }
}

function sumUp(checked: readonly Checked[], findings: string): string {
  const policies = `${checked.length} ${checked.length === 1 ? 'policy' : 'policies'}`
  const rules = checked.reduce((sum, { compilation }) => sum + (compilation.stats?.rules ?? 0), 0)
  const tests = checked.reduce((sum, one) => sum + one.tests.length, 0)
  return `${policies}, ${rules} rules, ${tests} tests: ${findings}`
}
