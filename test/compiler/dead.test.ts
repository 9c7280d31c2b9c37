import { describe, expect, test } from 'vitest'
import { compile } from '../../compiler/compile.ts'
import { inputOf } from '../support/corpus.ts'
import { saidOf, toldOf } from '../support/told.ts'

describe('a rule that the guard leaves without a model', () => {
  test('never answers: an error that names the rows', () => {
    expect(
      toldOf(`gwc 1
guard { never use {openai/gpt-4.1} always }
route {
  rule a when stream use openai/gpt-4.1
  default use asked
}`),
    ).toEqual([
      {
        says: 'GWC2801 rule `a` never answers: the guard takes away each of its models',
        at: ['stream ← uses only openai/gpt-4.1', 'always ← takes away openai/gpt-4.1'],
        notes: [
          'effect: each request that it takes is denied with 403',
          'help: add a model that the guard allows, narrow that row of `guard`, or say it: `use deny "…"`',
        ],
      },
    ])
  })

  test('for some of its requests: they are described, without what earlier rules take', () => {
    expect(
      toldOf(`gwc 1
guard {
  never use {openai/gpt-4.1}      when team == "a"
  never use {openai/gpt-4.1-mini} when tools
}
route {
  rule early when stream use openai/gpt-5.4-nano
  default                use openai/gpt-4.1 then openai/gpt-4.1-mini
}`),
    ).toEqual([
      {
        says: 'GWC2802 the guard leaves rule `default` no model for requests with team == "a" and not stream and tools',
        at: [
          'default ← uses only openai/gpt-4.1 and openai/gpt-4.1-mini',
          'team == "a" ← takes away openai/gpt-4.1',
          'tools ← takes away openai/gpt-4.1-mini',
        ],
        notes: [
          'effect: they are denied with 403, and told that the guard leaves no model',
          'help: add a model that the guard allows, or say it: `deny "…" when team == "a" and not stream and tools` in `guard`',
        ],
      },
    ])
  })

  test.each([
    ['a model is left', 'use openai/gpt-4.1 then openai/gpt-4.1-mini'],
    ['the chain says what happens', 'use openai/gpt-4.1 then deny "Busy."'],
    ['the client names the model', 'use asked'],
  ])('is none where %s', (_, chain) => {
    expect(
      saidOf(`gwc 1\nguard { never use {openai/gpt-4.1} when stream }\nroute { default ${chain} }`),
    ).toEqual([])
  })

  test('is none where the guard denies those requests, or an earlier rule takes them', () => {
    expect(
      saidOf(`gwc 1
guard {
  deny "No." when team == "a" and tools
  never use {openai/gpt-4.1} when team == "a"
}
route {
  rule rest when team == "a" use openai/gpt-4.1-mini
  default use openai/gpt-4.1
}`),
    ).toEqual([])
  })
})

describe('guard rows', () => {
  const guarded = (...rows: string[]): readonly string[] =>
    saidOf(`gwc 1\nguard {\n${rows.join('\n')}\n}\nroute { default use openai/gpt-4.1 }`)

  test('whose words come after those of wider rows are never told', () => {
    expect(
      guarded('deny "One." when stream', 'deny "Two." when not stream and tools', 'deny "Three." when tools'),
    ).toEqual(['GWC2803 row 3 of `guard` is never told: earlier rows deny each of its requests'])
  })

  test('that a later row makes needless are told too, the later of two equal ones', () => {
    expect(guarded('deny "No." when stream and tools', 'deny "No." when stream')).toEqual([
      'GWC2105 row 1 of `guard` changes nothing: other rules do the same for each of its requests',
    ])
    expect(guarded('deny "No." when stream', 'deny "No." when stream')).toEqual([
      'GWC2105 row 2 of `guard` changes nothing: other rules do the same for each of its requests',
    ])
  })

  test('are not needless where other words would be told in their place', () => {
    expect(
      guarded('deny "No." when stream and tools', 'deny "Tools." when tools', 'deny "No." when stream'),
    ).toEqual([])
  })
})

describe('a failure class', () => {
  const chain = (text: string): readonly string[] => saidOf(`gwc 1\nroute { default ${text} }`)

  test('that a deny takes first never leads further', () => {
    expect(
      chain('use openai/gpt-4.1 then deny "Busy." on {429} then openai/gpt-4.1-mini on {429, timeout}'),
    ).toEqual(['GWC2806 `429` never leads to this stage: it ends at the `deny` before it'])
  })

  test('that a stage in between fails with again leads on', () => {
    expect(
      chain('use openai/gpt-4.1 then openai/gpt-4.1-mini on {429} then openai/gpt-5.4-nano on {429}'),
    ).toEqual([])
  })

  test('that needs a budget needs one', () => {
    expect(chain('use openai/gpt-4.1 then openai/gpt-4.1-mini on {budget}')).toEqual([
      'GWC2806 `budget` never leads to this stage: the policy has no budget',
    ])
  })
})

describe('a name that nothing uses', () => {
  const main =
    'gwc 1\nimport "names.route"\ninclude "a.route" as a for team == "a"\nroute { default use asked }'
  const included =
    'gwc 1\nconst kept = "x"\nconst idle = "y"\nroute { rule r when project == kept use asked }'

  test('is told in the root and in included files, and not in imported ones', () => {
    const { diagnostics } = compile(
      inputOf('main.route', [
        ['main.route', `${main}\npred unused = stream`],
        ['names.route', 'gwc 1\nconst shared = {"b"}'],
        ['a.route', included],
      ]),
    )
    expect(diagnostics.map(({ message, primary }) => `${primary.span.file}: ${message}`)).toEqual([
      'a.route: nothing uses the constant `idle`',
      'main.route: nothing uses the predicate `unused`',
    ])
  })

  test('waits for mistakes to be mended: the misspelled use may be its only one', () => {
    expect(saidOf('gwc 1\nconst small = {openai/gpt-4.1}\nroute { default use cheapest of smal }')).toEqual([
      'GWC1001 there is no set named `smal`',
    ])
  })

  test('is none where a test or another name uses it', () => {
    expect(
      saidOf(`gwc 1
const size = 5k
pred long = input_tokens > size
route { rule r when long use openai/gpt-4.1 default use openai/gpt-4.1-mini }`),
    ).toEqual([])
  })
})

describe('`was`', () => {
  const rules = (...lines: string[]): readonly string[] =>
    saidOf(`gwc 1\nroute {\n${lines.join('\n')}\n  default use openai/gpt-5.4-nano\n}`)

  test('names a rule that is gone, once', () => {
    expect(rules('rule a was old when stream use openai/gpt-4.1')).toEqual([])
    expect(
      rules(
        'rule a was old when stream use openai/gpt-4.1',
        'rule b was old when tools use openai/gpt-4.1-mini',
      ),
    ).toEqual(['GWC2805 `was old` cannot be: `a` has its history already'])
  })

  test('is no name of today', () => {
    expect(
      rules('rule a when stream use openai/gpt-4.1', 'rule b was a when tools use openai/gpt-4.1-mini'),
    ).toEqual(['GWC2805 `was a` cannot be: that name is borne by a rule of today'])
    expect(rules('rule a was a when stream use openai/gpt-4.1')).toEqual([
      'GWC2805 `was a` cannot be: it bears that name still',
    ])
  })
})
