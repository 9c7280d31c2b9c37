import { describe, expect, test } from 'vitest'
import { compile } from '../../compiler/compile.ts'
import { inputOf } from '../support/corpus.ts'
import { saidOf, toldOf } from '../support/told.ts'

/** What is said of a policy with one fact of its own, `label`. */
function saidWith(gwc: object, text: string): readonly string[] {
  const facts = { type: 'object', properties: { label: { enum: ['open', 'closed'], 'x-gwc': gwc } } }
  const input = inputOf('main.route', [
    ['main.route', `gwc 1\nfacts "facts.json"\n${text}`],
    ['facts.json', JSON.stringify(facts)],
  ])
  return compile(input).diagnostics.map(({ code, message }) => `${code} ${message}`)
}

const rest = 'route { default use openai/gpt-4.1 }'

describe('a denial', () => {
  test('that another word of the client undoes is told, with the fewest words that do', () => {
    expect(
      toldOf(`gwc 1
guard { deny "No agents." when client == "claude_code" and team == "x" }
route {
  rule code when task == "code" use openai/gpt-4.1
  default use openai/gpt-4.1-mini
}`),
    ).toEqual([
      {
        says: 'GWC2601 a client gets past row 1 of `guard` by saying client = "other"',
        at: [
          'client == "claude_code" and team == "x" ← rests on what the client says of itself',
          'default ← takes the same request then',
        ],
        notes: [
          'effect: the request of the example, saying client = "other", is routed by rule `default`',
          'help: decide by facts of the key (`"from": "key:…"`)',
        ],
      },
    ])
  })

  test('of the route counts too, also where an earlier rule is the way past it', () => {
    expect(
      saidOf(`gwc 1
route {
  rule code  when task == "code"  use openai/gpt-4.1
  rule no    when team == "b"     use deny "No."
  default                         use openai/gpt-4.1-mini
}`),
    ).toEqual(['GWC2601 a client gets past rule `no` by saying task = "code"'])
  })

  test('by a declared header counts, unless something of the operator sets it', () => {
    const text = `guard { deny "No." when label == "closed" }\n${rest}`
    expect(saidWith({ from: 'header:x-label', default: 'open' }, text)).toEqual([
      'GWC2601 a client gets past row 1 of `guard` by saying label = "open"',
    ])
    expect(saidWith({ from: 'header:x-label', default: 'open', trusted: true }, text)).toEqual([])
    expect(saidWith({ from: 'key:label', default: 'open' }, text)).toEqual([])
  })

  test('may be a model that is kept from the request', () => {
    expect(
      saidOf(`gwc 1
guard { never use {openai/gpt-4.1} when client == "codex" }
route { default use openai/gpt-4.1 then openai/gpt-4.1-mini }`),
    ).toEqual(['GWC2601 a client gets past row 1 of `guard` by saying client = "other"'])
  })

  test('is found where the guard takes away all models of the requests that are looked at first', () => {
    expect(
      saidOf(`gwc 1
guard {
  deny "No."                          when client == "codex"
  never use {openai/gpt-4.1}          when not has session
  never use {openai/gpt-4.1-mini}     when input_tokens <= 1
}
route { default use openai/gpt-4.1 then openai/gpt-4.1-mini on {unavailable} }`).filter((said) =>
        said.includes('row 1'),
      ),
    ).toEqual(['GWC2601 a client gets past row 1 of `guard` by saying client = "other"'])
  })

  test.each([
    [
      'facts of the bytes that are sent',
      'deny "No." when model == openai/gpt-4.1 or tools or max_output > 4k',
    ],
    ['facts of the key', 'deny "No." when team == "x"'],
    ['a fact that the request has to carry', 'deny "Say which session." when not has session'],
  ])('by %s is none', (_, row) => {
    const guarded = row.includes('max_output')
      ? row.replace('max_output', 'has max_output and max_output')
      : row
    expect(saidOf(`gwc 1\nguard { ${guarded} }\n${rest}`)).toEqual([])
  })

  test('is none where each other word is denied too', () => {
    expect(
      saidOf(`gwc 1
guard {
  deny "No." when client == "codex" and team == "x"
  deny "None." when client != "codex" and team == "x"
}
${rest}`),
    ).toEqual([])
    expect(
      saidOf(`gwc 1
guard { deny "No." when client == "codex" and team == "x" }
route {
  rule x when team == "x" use deny "None."
  default use openai/gpt-4.1
}`),
    ).toEqual([])
  })
})
