import { addCounts, type Count, countGoals, percentOf } from '../compiler/coverage/count.ts'
import { missingTests } from '../compiler/coverage/missing-tests.ts'
import { writeTests } from '../compiler/coverage/write-tests.ts'
import { showCoverage } from './coverage-view.ts'
import { renderGithub } from '../lang/render/github.ts'
import { renderJunit } from '../lang/render/junit.ts'
import { exitCode, type ExitCode } from './exit-code.ts'
import { countFindings, showFindings } from './findings.ts'
import { rootPolicies } from './policy-files.ts'
import type { testFormats } from './format-names.ts'
import { loadProject } from './project.ts'
import { checkedOfTests } from './tests-checked.ts'
import { type Tested, testPolicy } from './tested.ts'
import { testsAsJson } from './tests-json.ts'
import { ToolFailure } from './tool-failure.ts'
import { textOption, type Options } from './verb.ts'

/** `gwc test [PATHS]`: runs the tests written in the policies, and says what they leave untested. */
export function run(paths: readonly string[], options: Options): ExitCode {
  const threshold = readThreshold(textOption(options, 'threshold'))
  const view = viewOf(options)
  const asksCoverage = options.coverage === true || threshold !== undefined || view === 'missing'
  const tested = rootPolicies(paths).map((root) =>
    testPolicy(loadProject(root, { config: textOption(options, 'config') }), asksCoverage),
  )
  show(tested, view)
  return judge(tested, threshold)
}

type View = (typeof testFormats)[number] | 'missing'

function viewOf(options: Options): View {
  if (options.missing === true) return 'missing'
  return options.json === true ? 'json' : (options.format as (typeof testFormats)[number])
}

function readThreshold(text: string | undefined): number | undefined {
  if (text === undefined) return undefined
  const percent = Number(text.replace(/%$/, ''))
  if (text !== '' && percent >= 0 && percent <= 100) return percent
  throw new ToolFailure(`--threshold takes a percentage from 0 to 100, not ${JSON.stringify(text)}`)
}

function show(tested: readonly Tested[], view: View): void {
  switch (view) {
    case 'json':
      return console.log(JSON.stringify(testsAsJson(tested), null, 2))
    case 'missing':
      return showMissing(tested)
    case 'github':
      return void process.stdout.write(renderGithub(checkedOfTests(tested, sumUp(tested))))
    case 'junit':
      return void process.stdout.write(renderJunit(checkedOfTests(tested, sumUp(tested))))
    case 'pretty':
      for (const one of tested) console.log(showOne(one))
      console.log(sumUp(tested))
  }
}

/** Failing tests and a policy with errors come first: no test is covered by what does not pass. */
function judge(tested: readonly Tested[], threshold: number | undefined): ExitCode {
  const isFailed = tested.some(
    ({ results, errors }) => errors.length > 0 || results.some(({ passed }) => !passed),
  )
  if (isFailed) return exitCode.errors
  if (threshold === undefined) return exitCode.ok
  const { covered, of } = totalOf(tested)
  if (covered * 100 >= threshold * of) return exitCode.ok
  console.error(
    `the tests show ${percentOf({ covered, of })} % of the policies, less than ${threshold} %; \`gwc test --missing\` prints the tests that are missing`,
  )
  return exitCode.belowThreshold
}

function totalOf(tested: readonly Tested[]): Count {
  const counts = tested.flatMap(({ coverage }) =>
    coverage === undefined ? [] : [countGoals(coverage).total],
  )
  return counts.reduce(addCounts, { covered: 0, of: 0 })
}

// ---------------------------------------------------------------------------------------------- to read

function showOne({ project, errors, results, coverage }: Tested): string {
  const failures = results.flatMap((result) => result.diagnostics)
  const lines = results.map(
    ({ title, passed, by }) =>
      `  ${passed ? 'ok  ' : 'FAIL'}  ${title}${by === undefined ? '' : `  (${by})`}`,
  )
  return [
    project.root,
    ...lines,
    showFindings(failures, project.sources),
    ...(errors.length === 0
      ? []
      : [`${showFindings(errors, project.sources)}\n${project.root}: ${countFindings(errors)}`]),
    ...(coverage === undefined ? [] : [`\n${showCoverage(coverage, project.sources)}`]),
  ]
    .filter((text) => text !== '')
    .join('\n')
}

function sumUp(tested: readonly Tested[]): string {
  const results = tested.flatMap((one) => one.results)
  const failed = results.filter(({ passed }) => !passed).length
  const sum = `${results.length - failed} passed, ${failed} failed`
  if (tested.every(({ coverage }) => coverage === undefined)) return sum
  const { covered, of } = totalOf(tested)
  return `${sum}; they show ${percentOf({ covered, of })} % (${covered} of ${of})`
}

// ---------------------------------------------------------------------------------------------- to paste

/** Only the tests go to standard output, so that `>> main.route` pastes them. */
function showMissing(tested: readonly Tested[]): void {
  for (const one of tested) {
    const { project, policy, coverage, errors } = one
    const missing = policy === undefined || coverage === undefined ? [] : missingTests(policy, coverage)
    if (errors.length > 0) console.error(showFindings(errors, project.sources))
    console.error(`${project.root}: ${sayMissing(one, missing.length)}`)
    if (missing.length > 0) console.log(`\n${writeTests(missing).trimEnd()}`)
  }
}

function sayMissing({ coverage, errors }: Tested, count: number): string {
  if (coverage === undefined) return `${countFindings(errors)}, so nobody can say what is missing`
  if (count === 0) return 'no test is missing'
  return `${count} case${count === 1 ? '' : 's'} to add at its end`
}
