import { describe, expect, test } from 'vitest'
import { compile } from '../../compiler/compile.ts'
import { builtinCatalogue, withGatewayModels } from '../../core/catalogue.ts'
import { findingsOf } from '../support/compile-text.ts'
import { inputOf } from '../support/corpus.ts'

const policy = `gwc 1
const small   = {openai/gpt-4.1-mini, openai/gpt-5.4-nano}
const premium = {family("claude-opus-4.8")}

guard {
  deny "One answer at a time."  when choices > 1
  never use premium             when team == "interns"
}

route {
  rule long   when input_tokens > 32k  use openai/gpt-4.1 then anthropic/claude-opus-4.8 on {429}
  rule asked  when model in premium    use asked then cheapest of small
  rule refuse when images              use deny "No images."
  default                              use cheapest of small
}

cache {
  when temperature > 0.3  => off
  default                 => exact for 1h within team
}

attempt {
  when stream  => total 20m, retries 3
}
`

/** What is said of an assertion: nothing where it holds. */
const said = (claim: string): readonly string[] =>
  findingsOf(`${policy}assert "it" ${claim}\n`).map(({ code, message }) => `${code} ${message}`)

describe('an assertion that holds is silent', () => {
  test.each([
    'never use premium when team == "interns"',
    'never use premium when input_tokens <= 32k and not model in premium',
    'always use small when input_tokens <= 32k and not model in premium',
    'always use small when model in premium and team == "interns" and input_tokens < 1k',
    'denied when images and input_tokens < 1k and not model in premium',
    'denied when choices > 1',
    'allowed when choices == 1 and not images',
    'cache off when temperature >= 0.5',
    'cache within team',
    'cache within org',
    'attempts <= 8',
    'attempts <= 3 when not stream and input_tokens < 1k and not model in premium',
    'time <= 20m',
    'time <= 10m when not stream',
    'cost <= $0.50 when not stream and input_tokens < 1k and not model in premium and input_bound <= 10k',
    'log metadata',
    'reachable asked when team == "x"',
    'reachable default',
    'never use premium when endpoint == "embeddings"',
  ])('%s', (claim) => expect(said(claim)).toEqual([]))
})

describe('a false assertion names the rule, the stage and the reason', () => {
  test.each([
    ['never use premium when team == "x"', 'on 429, rule `long` goes to anthropic/claude-opus-4.8'],
    [
      'never use premium when input_tokens < 1k',
      'rule `asked` uses the model asked for, such as anthropic/claude-opus-4.8',
    ],
    ['always use small when input_tokens > 40k', 'rule `long` uses openai/gpt-4.1, which is none of small'],
    ['denied when images', 'rule `long` uses openai/gpt-4.1'],
    ['allowed when images and choices == 1', 'rule `refuse` denies'],
    ['allowed', 'row 1 of `guard` denies'],
    ['cache off when tools', 'the default of `cache` stores answers'],
    [
      'cache within project',
      'the default of `cache` shares answers within team, which is wider than project',
    ],
    [
      'cache within developer',
      'the default of `cache` shares answers within team, which is wider than developer',
    ],
    ['attempts <= 5', 'a request at rule `long` may be sent 8 times'],
    ['time <= 15m', 'a request at rule `long` may take 20m'],
    [
      'always use small when endpoint == "embeddings"',
      'the default of `embeddings` uses the model asked for, such as openai/text-embedding-3-large, which is none of small',
    ],
  ])('%s', (claim, because) =>
    expect(said(claim)[0]?.replace(/^GWC300[12] /, '')).toBe(`assertion "it" is false: ${because}`),
  )

  test('a bound on cost shows what adds up, and a bound on requests by which it holds', () => {
    const [finding] = findingsOf(`${policy}assert "cheap" cost <= $2.00 when team == "interns" and stream\n`)
    expect(finding?.message).toMatch(/^assertion "cheap" is false: a request at rule `long` may cost \$\d/)
    expect(finding?.notes.map(({ text }) => text).join('\n')).toMatch(
      /openai\/gpt-4\.1: \S+ in at \$2\/M \+ \S+ out at \$8\/M = \$\S+, 4 times[^]*it holds with `guard \{ deny "…" when team == "interns" and stream and \(choices > 1 or input_bound > \S+\) \}`/,
    )
    expect(finding?.witness).toMatchObject({ team: 'interns', stream: true, input_bound: 1_047_576 })
  })

  test('a counterexample is as large as the copy beside a stage takes, where that is more than the stage', () => {
    const [finding] = findingsOf(
      `gwc 1
route {
  rule capped when has max_output  use openai/gpt-4.1 shadow 5% to anthropic/claude-sonnet-4.6
  default                          use deny "Say how much you want."
}
assert "cheap" cost <= $1.00 when choices == 1
`,
    )
    const { byId } = builtinCatalogue()
    const output = (id: string): number => byId.get(id)?.maxOutput ?? 0
    expect(output('anthropic/claude-sonnet-4.6')).toBeGreaterThan(output('openai/gpt-4.1'))
    expect(finding?.witness).toMatchObject({ max_output: output('anthropic/claude-sonnet-4.6') })
  })

  test('a model that has no price makes a bound on cost false by name', () => {
    const catalogue = withGatewayModels(builtinCatalogue(), {
      local: { models: { qwen: { context: 8_192 } } },
    })
    const text = 'gwc 1\nroute { default use local/qwen }\nassert "cheap" cost <= $9.00\n'
    const { diagnostics } = compile({
      ...inputOf('main.route', [['main.route', text]]),
      catalogue,
      providers: catalogue.providers,
    })
    expect(diagnostics.map(({ code, message }) => `${code} ${message}`)).toEqual([
      'GWC3003 assertion "cheap" is false: nothing bounds what a request at rule `default` may cost: no price of local/qwen is known',
    ])
  })

  test('the fix that is offered makes it hold', () => {
    const fixed = policy.replace('when team == "interns"', 'when team in {"interns", "x"}')
    expect(findingsOf(`${fixed}assert "it" never use premium when team == "x"\n`)).toEqual([])
  })
})

describe('what an assertion says is checked as a rule is', () => {
  test.each([
    ['never use premum', 'GWC1001 there is no set named `premum`'],
    ['cost <= 5', 'GWC1214 `cost` takes money, and this is a number without a unit'],
    ['time <= 5M', 'GWC1214 `time` takes a duration, and this is a count'],
    ['cache within continent', 'GWC1219 `continent` is no scope of a cache'],
    ['charged org_month', 'GWC1001 there is no budget named `org_month`'],
    ['reachable longer', 'GWC1008 there is no rule named `longer`'],
    [
      'denied when stream and not stream',
      'GWC3004 assertion "it" says nothing: no request meets its condition',
    ],
    [
      'reachable refuse when input_tokens > 40k',
      'GWC3005 assertion "it" is false: rule `refuse` decides none of these requests',
    ],
  ])('%s', (claim, message) => expect(said(claim)).toContain(message))
})

test("in an included file it speaks of that file's traffic alone", () => {
  const root = 'include "t.route" as t for team == "a"\nroute { default use openai/gpt-4.1 }'
  const team = 'route { default use openai/gpt-4.1-mini }\nassert "small" always use {openai/gpt-4.1-mini}'
  const files = (text: string) =>
    inputOf('main.route', [
      ['main.route', root],
      ['t.route', text],
    ])
  expect(compile(files(team)).diagnostics).toEqual([])
  const { diagnostics } = compile(files(team.replace('always', 'never')))
  expect(diagnostics.map(({ witness }) => witness)).toEqual([{ team: 'a' }])
})

test('adding an assertion changes no byte of the table', () => {
  const table = (text: string) => compile(inputOf('main.route', [['main.route', text]])).table
  const asserted = `${policy}assert "it" cache within team when developer like "svc-*" and messages > 3\n`
  expect(JSON.stringify(table(asserted))).toBe(JSON.stringify(table(policy)))
})
