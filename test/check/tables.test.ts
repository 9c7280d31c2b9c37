import { describe, expect, test } from 'vitest'
import { marksFound, marksIn, typed } from '../support/marks.ts'

const agree = (text: string, others?: Readonly<Record<string, string>>): void =>
  expect(marksFound(text, others)).toEqual(marksIn(text))

describe('guard', () => {
  test('denies with 403 unless the row says otherwise', () => {
    const { guard } = typed(
      'guard {\n deny "a" always\n deny "b" status 429 when stream\n never use {openai/gpt-4.1} when tools\n}',
    )
    expect(guard.map(({ name, action }) => [name, action])).toEqual([
      ['guard:1', { kind: 'deny', message: 'a', status: 403 }],
      ['guard:2', { kind: 'deny', message: 'b', status: 429 }],
      ['guard:3', { kind: 'never-use', models: ['openai/gpt-4.1'] }],
    ])
  })

  test('a status that says yes is refused', () =>
    agree(`
guard { deny "a" status 200 always }
//                      ^^^ GWC1215
`))
})

describe('cache', () => {
  test('exact within a scope, a key by default', () => {
    const { cache } = typed(
      'cache {\n when stream => off\n when tools => exact for 90s within org\n default => exact for 1h\n}',
    )
    expect(cache.map(({ action }) => action)).toEqual([
      { kind: 'cache', mode: 'off', ttlMs: 0, within: 'key' },
      { kind: 'cache', mode: 'exact', ttlMs: 90_000, within: 'org' },
      { kind: 'cache', mode: 'exact', ttlMs: 3_600_000, within: 'key' },
    ])
  })

  test('mistakes', () =>
    agree(`
cache {
  when stream => exact for 0s
  //                       ^^ GWC1215
  when tools => exact for 10
  //                      ^^ GWC1214
  when images => exact for 1h within squad
  //                                 ^^^^^ GWC1219
  when reasoning => semantic 0.95 for 1h
  default => exact
  //         ^^^^^ GWC1218
}`))
})

describe('attempt', () => {
  test('what a row does not name comes from the default row, then from the built-in values', () => {
    const { attempt } = typed(
      'attempt {\n when stream => first_token 20s, idle 30s, total 10m\n default => total 120s, retries 1, backoff 1s to 2s, ambiguous never\n}',
    )
    const common = {
      kind: 'attempt',
      connectMs: 5_000,
      retries: 1,
      backoffMinMs: 1_000,
      backoffMaxMs: 2_000,
      ambiguous: 'never',
      abort: 'cancel',
    }
    expect(attempt.map(({ action }) => action)).toEqual([
      { ...common, firstTokenMs: 20_000, idleMs: 30_000, totalMs: 600_000 },
      { ...common, firstTokenMs: 30_000, idleMs: 60_000, totalMs: 120_000 },
    ])
  })

  test('an included file falls back on its own default, then on that of the files around it', () => {
    const { attempt } = typed(
      'include "a.route" as a for team == "a"\nattempt { default => connect 2s, retries 4 }',
      { 'a.route': 'attempt {\n when stream => idle 9s\n default => retries 0\n}' },
    )
    expect(attempt.map(({ action }) => [action.connectMs, action.retries, action.idleMs])).toEqual([
      [2_000, 0, 9_000],
      [2_000, 0, 60_000],
      [2_000, 4, 60_000],
    ])
  })

  test('a built-in value gives way to what is written, in silence', () =>
    expect(marksFound('attempt { default => total 10s }')).toEqual([]))

  test('mistakes', () =>
    agree(`
attempt {
  when stream => total 120
  //                   ^^^ GWC1214
  when tools => retries 11
  //                    ^^ GWC1215
  when images => backoff 5s to 1s
  //             ^^^^^^^^^^^^^^^^ GWC1216
  when reasoning => abort drain, abort cancel
  //                             ^^^^^^^^^^^^ GWC1217
  when json_schema => idle 3m
  //                  ^^^^^^^ GWC1216
  default => total 2m, retries 1, retries 2
  //                              ^^^^^^^^^ GWC1217
}`))
})

describe('tests', () => {
  test('facts are read as a request would carry them', () => {
    const { tests } = typed(
      'facts "f.json"\nroute { default use asked }\ntest "a" {\n given stream = true, input_tokens = 2k, task = code, model = "gpt-4.1", tags = {"x", "y"}, prompt = "hi", at = 09:30, team = "t"\n expect use asked\n}',
      {
        'f.json': JSON.stringify({
          type: 'object',
          properties: {
            tags: { type: 'array', 'x-gwc': { from: 'metadata:tags' } },
            at: { type: 'integer', 'x-gwc': { from: 'header:x-at', unit: 'time' } },
          },
        }),
      },
    )
    expect(Object.fromEntries(tests[0]?.given ?? [])).toEqual({
      stream: true,
      input_tokens: 2_000,
      task: 'code',
      model: 'openai/gpt-4.1',
      tags: ['x', 'y'],
      prompt: 'hi',
      at: 570,
      team: 't',
    })
  })

  test('a table is one test for each row; an empty cell takes the default', () => {
    const { tests } = typed(
      'route {\n rule big when input_tokens > 5 use openai/gpt-4.1\n default use asked\n}\ntest table "t" {\n given stream = true\n | input_tokens | team || use\n | 9            | "a"  || openai/gpt-4.1\n | 5            |      || asked\n}',
    )
    expect(
      tests.map(({ title, given, expect: wanted }) => [
        title,
        Object.fromEntries(given),
        wanted.use?.stages.map(({ shown }) => shown),
        wanted.by?.rule,
      ]),
    ).toEqual([
      ['t · 1', { stream: true, input_tokens: 9, team: 'a' }, ['openai/gpt-4.1'], undefined],
      ['t · 2', { stream: true, input_tokens: 5 }, ['asked'], undefined],
    ])
  })

  test('in an included file: its traffic is given, its rules go by their short names', () => {
    const { tests } = typed(
      'include "a.route" as a for team == "a" and project in {"p", "q"}\nroute { default use asked }',
      {
        'a.route':
          'route { rule quick when stream use asked }\ntest "x" {\n given stream = true\n expect by quick\n}\ntest "y" {\n given project = "q"\n expect by quick\n}',
      },
    )
    expect(tests.map(({ given, expect: wanted }) => [Object.fromEntries(given), wanted.by?.rule])).toEqual([
      [{ stream: true, team: 'a', project: 'p' }, 'a.quick'],
      [{ team: 'a', project: 'q' }, 'a.quick'],
    ])
  })

  test('mistakes', () =>
    agree(`
route { default use asked }
test "a" {
  given stream = "yes", hour = 24, hour = 3, tema = "x"
  //             ^^^^^ GWC1203
  //                           ^^ GWC1205
  //                                         ^^^^ GWC1001
  expect use openai/gtp-4.1, cache semantic
  //         ^^^^^^^^^^^^^^ GWC1301
}
test "b" {
  given hour = 3, hour = 4, team = {"a"}
  //              ^^^^^^^^ GWC1222
  //                               ^^^^^ GWC1203
  expect use asked
}`))
})

describe('what says nothing is told', () => {
  test('a denial without words, a split with one arm, a table of tests without a test', () =>
    agree(`
guard { deny "" when stream }
//           ^^ GWC1515
route { default use split by team {100% openai/gpt-4.1} }
//                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ GWC1514
test table "none" {
//         ^^^^^^ GWC1222
  | stream || use
}
`))

  test('a title that two assertions of a file have', () =>
    agree(`
route { default use openai/gpt-4.1 }
assert "it" log metadata
   assert "it" allowed
// ^^^^^^ GWC3006
assert "its own" allowed
`))
})
