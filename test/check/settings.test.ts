import { describe, expect, test } from 'vitest'
import { marksFound, marksIn, typed } from '../support/marks.ts'

const agree = (text: string, others?: Readonly<Record<string, string>>): void =>
  expect(marksFound(text, others)).toEqual(marksIn(text))

describe('stages', () => {
  test('a split keeps its arms in written order, its salt, and one spelling', () => {
    const { route } = typed(
      'const small = openai/gpt-4.1-mini\nroute { default use split by team salt "may" {99.5% openai/gpt-4.1, 0.5% small} }',
    )
    expect(route[0]?.stages[0]).toMatchObject({
      pick: 'split',
      models: ['openai/gpt-4.1', 'openai/gpt-4.1-mini'],
      split: {
        salt: 'may',
        arms: [
          { share: 9_950, model: 'openai/gpt-4.1' },
          { share: 50, model: 'openai/gpt-4.1-mini' },
        ],
      },
      shown: 'split by team salt "may" {99.5% openai/gpt-4.1, 0.5% openai/gpt-4.1-mini}',
    })
  })

  test('a shadow stands beside any pick', () => {
    const { route } = typed(
      'route { default use best of {openai/gpt-4.1, openai/gpt-4.1-mini} shadow 5% to anthropic/claude-sonnet-4.6 }',
    )
    expect(route[0]?.stages[0]).toMatchObject({
      pick: 'best',
      shadow: { share: 500, model: 'anthropic/claude-sonnet-4.6' },
    })
  })

  test('mistakes', () =>
    agree(`
route {
  affinity team
  //       ^^^^ GWC1219
  affinity session
  affinity session
//:3+16 GWC1220
  rule a when tools use split by teem {50% openai/gpt-4.1, 50% openai/gpt-4.1-mini}
  //                             ^^^^ GWC1001
  rule b when stream use split by team {50 openai/gpt-4.1, 50% openai/gtp-4.1}
  //                                    ^^ GWC1214
  //                                                           ^^^^^^^^^^^^^^ GWC1301
  rule c when images use split by team {120% openai/gpt-4.1}
  //                                    ^^^^ GWC1215
  rule d when reasoning use openai/gpt-4.1 shadow 0% to openai/gpt-4.1-mini
  //                                              ^^ GWC1503
  rule e when json_schema use best of {openai/gpt-5.4-mini}
  //                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ GWC1508
  default use openai/text-embedding-3-small
  //          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ GWC1509
}`))

  test('affinity belongs to the root file', () =>
    expect(
      marksFound('include "a.route" as a for team == "a"\nroute { default use openai/gpt-4.1 }', {
        'a.route': 'route {\n  affinity session\n}',
      }),
    ).toEqual(['a.route GWC1105']))
})

describe('route embeddings', () => {
  test('is a table of its own; a family may fail over among its providers', () => {
    const { embeddings, route } = typed(
      'route { default use openai/gpt-4.1 }\nroute embeddings {\n rule search when team == "search" use openai/text-embedding-3-small then azure/text-embedding-3-small\n default use asked\n}',
    )
    expect(embeddings.map(({ name }) => name)).toEqual(['search', 'embeddings:default'])
    expect(route.map(({ name }) => name)).toEqual(['default'])
  })

  test('mistakes', () =>
    agree(`
route embeddings {
  affinity session
//:3+16 GWC1220
  rule a when stream use openai/gpt-4.1
  //                     ^^^^^^^^^^^^^^ GWC1509
  rule b when tools use asked then openai/text-embedding-3-small
  //                               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ GWC1511
  default use cheapest of {openai/text-embedding-3-small, openai/text-embedding-3-large}
  //          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ GWC1511
}
route { default use openai/gpt-4.1 }`))
})

describe('shape and log', () => {
  test('settings in base units; content without a sample is all of it', () => {
    const { shape, log } = typed(
      'shape {\n when stream => compact to 60k, prompt_cache off\n always => max_output 4k\n}\nlog {\n when tools => off\n when stream => content\n default => content sample 5%\n}',
    )
    expect(shape.map(({ action }) => action)).toEqual([
      { kind: 'shape', compactTo: 60_000, promptCache: 'off' },
      { kind: 'shape', maxOutput: 4_000 },
    ])
    expect(log.map(({ action: { level, sample } }) => [level, sample])).toEqual([
      ['off', 10_000],
      ['content', 10_000],
      ['content', 500],
    ])
  })

  test('mistakes', () =>
    agree(`
shape {
  when stream => max_output 0
  //                        ^ GWC1215
  when tools => compact to 5m
  //                       ^^ GWC1214
  always => max_output 4k, max_output 8k
  //                       ^^^^^^^^^^^^^ GWC1217
}
log {
  when stream => content sample 0%
  //                            ^^ GWC1503
  default => metadata
  when tools => off
//:3+10 GWC1313
}`))
})

describe('semantic caches', () => {
  test('a confidence in thousandths, and a judge that may be waited for', () => {
    const { cache } = typed(
      'cache { default => semantic 0.95 for 1h within team verify judge openai/gpt-4.1-mini within 300ms }',
    )
    expect(cache[0]?.action).toEqual({
      kind: 'cache',
      mode: 'semantic',
      ttlMs: 3_600_000,
      within: 'team',
      confidence: 950,
      judge: { model: 'openai/gpt-4.1-mini', withinMs: 300 },
    })
  })

  test('a share of wrong hits that is stood, in basis points', () => {
    const { cache } = typed('cache { default => semantic 0.95 for 1h max_error 0.5% }')
    expect(cache[0]?.action).toEqual({
      kind: 'cache',
      mode: 'semantic',
      ttlMs: 3_600_000,
      within: 'key',
      confidence: 950,
      maxErrorBasisPoints: 50,
    })
  })

  test('mistakes', () =>
    agree(`
cache {
  when stream => semantic 95% for 1h
  //                      ^^^ GWC1214
  when json_schema => semantic 0.95 for 1h max_error 0.005
  //                                                 ^^^^^ GWC1214
  when has project => semantic 0.95 for 1h max_error 20%
  //                                                 ^^^ GWC1215
  when has session => exact for 1h max_error 1%
  //                                         ^^ GWC1220
  when tools => semantic 1.5 for 1h
  //                     ^^^ GWC1215
  when images => semantic for 1h
  //             ^^^^^^^^^^^^^^^ GWC1218
  when reasoning => exact for 1h verify judge openai/gpt-4.1-mini
  //                                          ^^^^^^^^^^^^^^^^^^^ GWC1220
  default => semantic 0.9 for 1h verify judge openai/text-embedding-3-small
  //                                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ GWC1509
}`))
})
