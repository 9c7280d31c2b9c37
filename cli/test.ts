import { runTests, type TestResult } from '../compiler/test-runner.ts'
import { exitCode, type ExitCode } from './exit-code.ts'
import { countFindings, showFindings } from './findings.ts'
import { rootPolicies } from './policy-files.ts'
import { loadProject, type Project } from './project.ts'
import { textOption, type Options } from './verb.ts'

/** `gwc test [PATHS]`: runs the tests written in the policies. */
export function run(paths: readonly string[], options: Options): ExitCode {
  const tested = rootPolicies(paths).map((root) =>
    testOne(loadProject(root, { config: textOption(options, 'config') })),
  )
  const results = tested.flatMap((one) => one.results)
  const failed = results.filter(({ passed }) => !passed).length
  if (options.json === true) console.log(JSON.stringify(tested.map(toJson), null, 2))
  else {
    for (const one of tested) console.log(showOne(one))
    console.log(`${results.length - failed} passed, ${failed} failed`)
  }
  return failed > 0 || tested.some(({ isBroken }) => isBroken) ? exitCode.errors : exitCode.ok
}

interface Tested {
  readonly project: Project
  /** The policy has errors, so its tests say nothing. */
  readonly isBroken: boolean
  readonly findings: string
  readonly results: readonly TestResult[]
}

function testOne(project: Project): Tested {
  const { policy, models, diagnostics } = project.compile()
  const errors = diagnostics.filter(({ severity }) => severity === 'error')
  return {
    project,
    isBroken: errors.length > 0,
    findings:
      errors.length === 0
        ? ''
        : `${showFindings(errors, project.sources)}\n${project.root}: ${countFindings(errors)}`,
    results: policy === undefined ? [] : runTests(policy, models),
  }
}

function showOne({ project, findings, results }: Tested): string {
  const failures = results.flatMap((result) => result.diagnostics)
  const lines = results.map(
    ({ title, passed, by }) =>
      `  ${passed ? 'ok  ' : 'FAIL'}  ${title}${by === undefined ? '' : `  (${by})`}`,
  )
  return [project.root, ...lines, showFindings(failures, project.sources), findings]
    .filter((text) => text !== '')
    .join('\n')
}

const toJson = ({ project, results }: Tested): unknown => ({
  policy: project.root,
  tests: results.map(({ title, passed, expected, got, by }) => ({ title, passed, expected, got, by })),
})
