import { describe, expect, test } from 'vitest'
import { runTests, type TestResult } from '../../compiler/test-runner.ts'
import { compileText } from '../support/compile-text.ts'

const policyText = `gwc 1
const small = {openai/gpt-4.1, openai/gpt-4.1-mini}
guard {
  deny "Not for interns." status 451 when team == "interns" and tools
  never use {openai/gpt-4.1-mini} when team == "careful"
}
route {
  rule night    when hour < 6 and task == "docs"  use openai/gpt-4.1
  rule code     when task == "code" and stream    use openai/gpt-4.1 then openai/gpt-4.1-mini on {429}
  rule quick    when task == "chat"               use fastest of small
  rule asked    when task == "agent"              use asked
  default                                         use cheapest of small
}
cache { when stream => off  default => exact for 1h within team }
`

function run(given: string, expectation: string): TestResult {
  const { policy, models, diagnostics } = compileText(
    `${policyText}\ntest "t" {\n  given ${given}\n  expect ${expectation}\n}\n`,
  )
  const [result] = policy === undefined ? [] : runTests(policy, models)
  if (result === undefined) throw new Error(diagnostics.map(({ message }) => message).join('\n'))
  return result
}

const codes = ({ diagnostics }: TestResult): readonly string[] => diagnostics.map(({ code }) => code)

describe('what passes', () => {
  test.each([
    ['task = "code", stream = true', 'use openai/gpt-4.1 by code, cache off'],
    ['task = "code", stream = true', 'use openai/gpt-4.1 then openai/gpt-4.1-mini on {429}'],
    ['task = "math"', 'use cheapest of small, cache exact'],
    ['task = "math"', 'use cheapest of {openai/gpt-4.1-mini, openai/gpt-4.1}'],
    ['task = "math", input_tokens = 900', 'use openai/gpt-4.1-mini'],
    ['task = "math", team = "careful"', 'use openai/gpt-4.1'],
    ['task = "chat"', 'use fastest of small'],
    ['task = "agent", model = openai/gpt-4.1', 'use openai/gpt-4.1'],
    ['team = "interns", tools = true', 'deny "Not for interns." status 451'],
    ['team = "interns", tools = true', 'deny'],
  ])('given %s: %s', (given, expectation) => {
    expect(run(`hour = 12, ${given}`, expectation)).toMatchObject({ passed: true, diagnostics: [] })
  })
})

describe('what fails says what was expected, what came, and why', () => {
  test('the rule that decides, and the first part of the expected rule that does not hold', () => {
    const result = run('hour = 12, task = "code"', 'use openai/gpt-4.1 by code')
    expect(result).toMatchObject({
      passed: false,
      expected: 'use openai/gpt-4.1, by code',
      got: 'use cheapest of small by default, cache exact',
      by: 'default',
      failed: { condition: 'stream', facts: [{ name: 'stream', value: false, shown: 'false' }] },
    })
    const [finding] = result.diagnostics
    expect(finding?.code).toBe('GWC3101')
    expect(finding?.message).toBe(
      'test "t": expected use openai/gpt-4.1, got use cheapest of small (openai/gpt-4.1-mini)',
    )
    expect(finding?.secondary.map(({ text }) => text)).toEqual(['this decides', 'fails: stream is false'])
    expect(finding?.witness).toEqual({ hour: 12, task: 'code' })
  })

  test('another message, another status, no deny, another cache', () => {
    const denied = 'hour = 12, team = "interns", tools = true'
    expect(codes(run(denied, 'deny "Other words."'))).toEqual(['GWC3101'])
    expect(codes(run(denied, 'deny "Not for interns." status 403'))).toEqual(['GWC3101'])
    expect(codes(run('hour = 12', 'deny'))).toEqual(['GWC3101'])
    expect(codes(run(denied, 'use openai/gpt-4.1'))).toEqual(['GWC3101'])
    expect(codes(run('hour = 12, stream = true', 'cache exact'))).toEqual(['GWC3101'])
  })

  test('an expected rule that an earlier one stands before', () => {
    const result = run('hour = 3, task = "docs"', 'use cheapest of small')
    expect(result.diagnostics[0]?.notes.map(({ text }) => text)).toEqual([
      'rule `default` matches too, but an earlier one decides',
      'with `hour = 6`, rule `default` would decide',
    ])
  })

  test.each([
    ['task = "code"', 'by code', 'with `stream = true`, rule `code` would decide', 'stream'],
    ['task = "code", stream = true', 'by quick', 'with `task = "chat"`, rule `quick` would decide', 'task'],
    ['stream = true', 'cache exact', 'with `stream = false`, the default of `cache` would decide', 'stream'],
    ['team = "interns"', 'deny', 'with `tools = true`, row 1 of `guard` would decide', 'tools'],
    [
      'team = "interns", tools = true',
      'by default',
      'with `team = "anonymous"`, rule `default` would decide',
      'team',
    ],
  ])('given %s, expect %s: the one fact that would change it', (given, expectation, words, fact) => {
    const { diagnostics, difference } = run(`hour = 12, ${given}`, expectation)
    expect(diagnostics[0]?.notes.map(({ text }) => text)).toContain(words)
    expect(difference?.fact).toBe(fact)
  })

  test('nothing of the sort where more than one fact would have to change', () => {
    expect(run('hour = 12', 'by night').difference).toBeUndefined()
  })
})

describe('what no test can say', () => {
  test('one model of `fastest`', () => {
    expect(codes(run('hour = 12, task = "chat"', 'use openai/gpt-4.1-mini'))).toEqual(['GWC3103'])
  })

  test('a decision that hangs on a fact which is not given and has no default', () => {
    const result = run('task = "docs"', 'use openai/gpt-4.1')
    expect(result.diagnostics.map(({ message }) => message)).toEqual([
      'test "t" reads `hour`, which it does not give and which has no default',
    ])
  })

  test('but the fact need not be given where nothing hangs on it', () => {
    expect(run('task = "math"', 'use cheapest of small')).toMatchObject({ passed: true })
  })
})
