import type { Compilation } from '../compiler/compile.ts'
import { requirementsOf } from '../compiler/emit/requirements.ts'
import { runTests, type TestResult } from '../compiler/test-runner.ts'
import { type Checked, type CheckedPolicy, allFindings } from '../lang/render/checked.ts'
import { features } from '../runtime/table/features.ts'
import { applyFixes } from './apply-fixes.ts'
import { counted } from './counted.ts'
import { readPage } from './diagnostic-page.ts'
import { countFindings } from './findings.ts'
import { packageVersion } from './package-root.ts'
import { rootPolicies } from './policy-files.ts'
import { loadProject, type Project } from './project.ts'
import { textOption, type Options } from './verb.ts'

/** What was found, and the files that it depends on, absent ones included. */
export interface CheckedFiles extends Checked {
  readonly files: readonly string[]
}

/** Checks every policy at or below the paths, its tests included; with `--fix`, after its fixes are applied. */
export function checkPolicies(paths: readonly string[], options: Options): CheckedFiles {
  const runs = rootPolicies(paths).map((root) =>
    options.fix === true ? fix(root, options) : check(root, options),
  )
  const policies = runs.map(policyOf)
  return {
    policies,
    files: runs.flatMap(({ project }) => [...project.sources.keys(), ...project.absent]),
    sources: new Map(runs.flatMap(({ project }) => [...project.sources])),
    strict: options.strict === true,
    summary: [sumUp(runs, countFindings(allFindings({ policies }))), ...runs.flatMap(refusalOf)].join('\n'),
    version: packageVersion,
    pageOf: readPage,
  }
}

/** One policy as it was read, compiled and tested. */
interface Run {
  readonly project: Project
  readonly compilation: Compilation
  readonly tests: readonly TestResult[]
}

const policyOf = ({ project, compilation, tests }: Run): CheckedPolicy => ({
  root: project.root,
  diagnostics: compilation.diagnostics,
  tests,
})

function check(root: string, options: Options): Run {
  const project = loadProject(root, {
    config: textOption(options, 'config'),
    asOf: textOption(options, 'asOf'),
  })
  const compilation = project.compile()
  const tests = compilation.policy === undefined ? [] : runTests(compilation.policy, compilation.models)
  return { project, compilation, tests }
}

/** How often fixes are applied and the result checked again: a fix may uncover another. */
const fixRoundsMax = 10

function fix(root: string, options: Options): Run {
  let run = check(root, options)
  for (let round = 0; round < fixRoundsMax; round++) {
    const findings = allFindings({ policies: [policyOf(run)] })
    const applied = applyFixes(findings, run.project.sources)
    if (applied.length === 0) break
    for (const { title } of applied) console.error(`fixed: ${title}`)
    run = check(root, options)
  }
  return run
}

/** What no finding says: that the proxy of this version would refuse the table, however sound the policy is. */
function refusalOf({ project: { root }, compilation: { policy } }: Run): readonly string[] {
  const lacking = policy === undefined ? [] : requirementsOf(policy).filter((each) => !features.has(each))
  if (lacking.length === 0) return []
  const names = lacking.map((each) => `\`${each}\``).join(', ')
  return [
    `${root} asks for ${names}: \`gwc serve\` of this version cannot obey that yet, and refuses the table`,
  ]
}

/** Rules and tests are counted where every policy could be compiled; of a broken one nobody knows them. */
function sumUp(runs: readonly Run[], findings: string): string {
  const policies = counted(runs.length, 'policy', 'policies')
  const stats = runs.flatMap(({ compilation }) => compilation.stats ?? [])
  if (stats.length < runs.length) return `${policies}: ${findings}`
  const rules = stats.reduce((sum, one) => sum + one.rules, 0)
  const tests = runs.reduce((sum, one) => sum + one.tests.length, 0)
  return `${policies}, ${counted(rules, 'rule', 'rules')}, ${counted(tests, 'test', 'tests')}: ${findings}`
}
