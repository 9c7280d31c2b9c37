import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { loadProject } from '../../cli/project.ts'
import { compile, type CompileInput } from '../../compiler/compile.ts'
import { countGoals } from '../../compiler/coverage/count.ts'
import { coverageOf, type JudgedGoal } from '../../compiler/coverage/coverage.ts'
import { missingTests } from '../../compiler/coverage/missing-tests.ts'
import { reportGaps } from '../../compiler/coverage/report-gaps.ts'
import { writeTests } from '../../compiler/coverage/write-tests.ts'
import { cubePolicy } from '../../compiler/cubed.ts'
import { runTests, type TestResult } from '../../compiler/test-runner.ts'
import type { Policy } from '../../compiler/typed.ts'
import { format } from '../../lang/format.ts'
import { aPolicyText } from '../support/arbitrary-text.ts'
import { inputOf } from '../support/corpus.ts'
import { fc } from '../support/fast-check.ts'

interface Covered {
  readonly policy: Policy
  readonly results: readonly TestResult[]
  readonly goals: readonly JudgedGoal[]
}

/** Runs the tests of a policy, whatever its analyses say; `undefined` where its text means nothing or is too large. */
function cover(input: CompileInput): Covered | undefined {
  const { policy, models } = compile(input)
  const cubing = policy && cubePolicy(policy)
  if (policy === undefined || cubing?.kind !== 'cubed') return undefined
  const results = runTests(policy, models)
  const passed = policy.tests.filter((_, index) => results[index]?.passed)
  return { policy, results, goals: coverageOf(cubing.cubed, passed) }
}

function coverText(text: string): Covered {
  const covered = cover(inputOf('main.route', [['main.route', text]]))
  if (covered === undefined) throw new Error(`no policy:\n${text}`)
  return covered
}

/** What the tests lack, as `place: what`. */
const lacks = ({ goals }: Covered): readonly string[] =>
  goals.flatMap(({ goal, state }) => (state.kind === 'missing' ? [`${goal.rule.name}: ${goal.lack}`] : []))

const policy = `gwc 1
route {
  rule long   when input_tokens > 100k  use openai/gpt-4.1
  default                               use openai/gpt-4.1-mini
}
`

describe('what counts', () => {
  test('nothing is shown without tests', () => {
    expect(lacks(coverText(policy))).toEqual([
      'long: never decides',
      'default: never decides',
      'long: never true',
      'long: never false',
      'long: never at 100k',
      'long: never at 100001',
      'long: never expected',
      'default: never expected',
    ])
  })

  test('a test shows a rule, a side and what it expects; only the values beside the constant show the edges', () => {
    const long = 'test "long" { given input_tokens = 200k  expect use openai/gpt-4.1 }\n'
    expect(lacks(coverText(policy + long))).toEqual([
      'default: never decides',
      'long: never false',
      'long: never at 100k',
      'long: never at 100001',
      'default: never expected',
    ])
    const edges = `test table "edges" {
  | input_tokens || use
  | 100k         || openai/gpt-4.1-mini
  | 100001       || openai/gpt-4.1
}
`
    expect(lacks(coverText(policy + edges))).toEqual([])
  })

  test('a test that fails shows nothing', () => {
    const wrong = 'test "long" { given input_tokens = 200k  expect use openai/gpt-4.1-mini }\n'
    expect(lacks(coverText(policy + wrong))).toEqual(lacks(coverText(policy)))
  })

  test('`by` alone shows the rule, and expects nothing of what it does', () => {
    const named = 'test "long" { given input_tokens = 200k  expect by long }\n'
    expect(lacks(coverText(policy + named))).toContain('long: never expected')
  })

  test('a side counts only where the decision hangs on it', () => {
    const both = `gwc 1
route {
  rule both  when stream and tools  use openai/gpt-4.1
  default                           use openai/gpt-4.1-mini
}
test table "together" {
  | stream | tools || use
  | true   | true  || openai/gpt-4.1
  | false  | false || openai/gpt-4.1-mini
}
`
    expect(lacks(coverText(both))).toEqual(['both: never false', 'both: never false'])
  })

  test('what an earlier rule or the guard decides shows nothing of a later rule', () => {
    const guarded = `gwc 1
guard { deny "No tools." when tools }
route {
  rule first   when stream        use openai/gpt-4.1
  rule second  when env == "dev"  use openai/gpt-4.1-mini
  default                         use asked
}
test "denied" { given tools = true, env = "dev"  expect deny "No tools." }
test "taken earlier" { given stream = true, env = "dev"  expect use openai/gpt-4.1 }
`
    expect(lacks(coverText(guarded)).filter((lack) => lack.startsWith('second'))).toEqual([
      'second: never decides',
      'second: never true',
      'second: never false',
      'second: never expected',
    ])
  })

  test('what no request can show does not count', () => {
    const dead = `gwc 1
route {
  rule all    when hour >= 0  use openai/gpt-4.1
  rule never  when stream     use openai/gpt-4.1-mini
}
test "all" { given hour = 3  expect use openai/gpt-4.1 }
`
    const { goals } = coverText(dead)
    expect(countGoals(goals)).toMatchObject({ total: { covered: 3, of: 4 }, left: { unreachable: 5 } })
    expect(lacks(coverText(dead))).toEqual(['all: never at 0'])
  })

  test('a comparison of a predicate counts once, wherever the predicate is used', () => {
    const shared = `gwc 1
pred dear = env == "prod"
guard { deny "No." when dear and tools }
route {
  rule a  when dear  use openai/gpt-4.1
  default            use openai/gpt-4.1-mini
}
`
    const { goals } = coverText(shared)
    expect(goals.filter(({ goal }) => goal.atom?.fact.name === 'env')).toHaveLength(2)
  })
})

test('a note per rule says where tests leave it unshown', () => {
  const page = readFileSync(new URL('../../docs/diagnostics/GWC3104.md', import.meta.url), 'utf8')
  const [avoid = '', prefer = ''] = [...page.matchAll(/```route\n([\s\S]*?)```/g)].map(
    ([, text = '']) => text,
  )
  expect(reportGaps(coverText(avoid).goals).map(({ message }) => message)).toEqual([
    'tests show 3 of 6 things about rule `long`',
    'tests show 0 of 2 things about rule `default`',
  ])
  expect(reportGaps(coverText(prefer).goals)).toEqual([])
})

describe('the missing tests, pasted', () => {
  /** Pastes them at the end of the root file. */
  function paste(input: CompileInput, { policy, goals }: Covered): CompileInput {
    const missing = missingTests(policy, goals)
    if (missing.length === 0) return input
    const text = `${input.sources.get(input.root) ?? ''}\n${writeTests(missing)}`
    return { ...input, sources: new Map([...input.sources, [input.root, text]]) }
  }

  function expectWhole(input: CompileInput): void {
    const text = input.sources.get(input.root) ?? ''
    const covered = cover(input)
    expect(
      covered?.results.flatMap(({ diagnostics }) => diagnostics.map(({ message }) => message)),
      text,
    ).toEqual([])
    expect(covered && lacks(covered), text).toEqual([])
    expect(format({ file: input.root, text })).toEqual({ text, diagnostics: [] })
  }

  test('pass, leave nothing that a request can show, and are formatted', () => {
    let policies = 0
    fc.assert(
      fc.property(aPolicyText, (files) => {
        const input = inputOf('main.route', files)
        const covered = cover(input)
        if (covered === undefined) return
        policies += 1
        expectWhole(paste(input, covered))
      }),
      { numRuns: 150 },
    )
    expect(policies).toBeGreaterThan(120)
  }, 120_000)

  test.each(readdirSync('policies'))('of policies/%s', (name) => {
    const project = loadProject(`policies/${name}/main.route`, {})
    const { models } = project.compile()
    const input = { ...inputOf(project.root, [...project.sources]), catalogue: models }
    const covered = cover(input)
    if (covered === undefined) throw new Error('it does not compile')
    expectWhole(paste(input, covered))
  })
})
