import { addCounts, type Count, countGoals, type KindCount, percentOf } from '../compiler/coverage/count.ts'
import type { JudgedGoal } from '../compiler/coverage/coverage.ts'
import { goalKinds } from '../compiler/coverage/goal.ts'
import type { TestResult } from '../compiler/test-runner.ts'
import { indexLines } from '../lang/line-index.ts'
import type { Span } from '../lang/span.ts'
import type { Tested } from './tested.ts'

/** The results of `gwc test` as one JSON document. */
export function testsAsJson(tested: readonly Tested[]): unknown {
  const counts = tested.flatMap(({ coverage }) =>
    coverage === undefined ? [] : [countGoals(coverage).total],
  )
  return {
    version: 1,
    policies: tested.map(policyAsJson),
    ...(counts.length === 0 ? {} : { coverage: countAsJson(counts.reduce(addCounts)) }),
  }
}

function policyAsJson({ project, errors, results, coverage }: Tested): unknown {
  const place = placing(project.sources)
  return {
    policy: project.root,
    errors: errors.length,
    tests: results.map((result) => resultAsJson(result, place)),
    ...(coverage === undefined ? {} : { coverage: coverageAsJson(coverage, place) }),
  }
}

interface Place {
  readonly file: string
  readonly line: number
  readonly column: number
}

function placing(sources: ReadonlyMap<string, string>): (span: Span) => Place {
  const indexes = new Map([...sources].map(([file, text]) => [file, indexLines(text)] as const))
  return ({ file, start }) => {
    const { line, column } = indexes.get(file)?.positionAt(start) ?? { line: 1, column: 1 }
    return { file, line, column }
  }
}

const resultAsJson = (
  { title, span, passed, expected, got, by, difference, diagnostics }: TestResult,
  place: (span: Span) => Place,
): unknown => ({
  title,
  ...place(span),
  passed,
  expected,
  got,
  by,
  difference,
  findings: diagnostics.map(({ code, message, notes }) => ({ code, message, notes })),
})

// ---------------------------------------------------------------------------------------------- coverage

function coverageAsJson(goals: readonly JudgedGoal[], place: (span: Span) => Place): unknown {
  const { tables, files, left, ...whole } = countGoals(goals)
  return {
    ...kindsAsJson(whole),
    tables: Object.fromEntries([...tables].map(([table, count]) => [table, kindsAsJson(count)])),
    files: Object.fromEntries([...files].map(([file, count]) => [file, kindsAsJson(count)])),
    notCounted: left,
    missing: goals.flatMap(({ goal, state }) =>
      state.kind !== 'missing'
        ? []
        : [
            {
              ...place(goal.span),
              table: goal.table,
              rule: goal.rule.name,
              kind: goal.kind,
              lack: goal.lack,
              request: Object.fromEntries(state.test.given),
            },
          ],
    ),
  }
}

const countAsJson = (count: Count): unknown => ({ ...count, percent: percentOf(count) })

const kindsAsJson = ({ total, kinds }: KindCount): Readonly<Record<string, unknown>> => ({
  covered: total.covered,
  of: total.of,
  percent: percentOf(total),
  kinds: Object.fromEntries(goalKinds.map((kind) => [kind, countAsJson(kinds[kind])])),
})
