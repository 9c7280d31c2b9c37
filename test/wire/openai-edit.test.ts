import { describe, expect, test } from 'vitest'
import type { Dialect, Edits } from '../../runtime/wire/dialect.ts'
import { dialects } from '../../runtime/wire/dialects.ts'
import { fc } from '../support/fast-check.ts'

const { 'openai-chat': chat, 'openai-responses': responses } = dialects
const { 'openai-completions': completions, 'openai-embeddings': embeddings } = dialects

/** What a provider is sent of a body. */
function sent(dialect: Dialect, body: object | string, edits: Partial<Edits> = {}): string {
  const read = dialect.read(Buffer.from(typeof body === 'string' ? body : JSON.stringify(body)))
  if ('kind' in read) throw new Error(read.message)
  return dialect.edit(read, { model: 'up', includeUsage: false, ...edits }).toString()
}

describe('max_output of `shape`', () => {
  const cap = { maxOutput: 100, capField: 'max_tokens' } as const

  test.each([
    ['lowers a higher cap', { max_completion_tokens: 500 }, { max_completion_tokens: 100 }],
    ['leaves a lower one', { max_completion_tokens: 50 }, { max_completion_tokens: 50 }],
    ["keeps the client's name of it", { max_tokens: 500 }, { max_tokens: 100 }],
    [
      'lowers both where both are set',
      { max_tokens: 500, max_completion_tokens: 50 },
      { max_tokens: 100, max_completion_tokens: 50 },
    ],
    ["adds the provider's field where none is set", {}, { max_tokens: 100 }],
    ['takes null for none', { max_tokens: null }, { max_tokens: 100 }],
  ])('%s: chat completions', (_, given, wanted) => {
    expect(JSON.parse(sent(chat, { model: 'm', ...given }, cap))).toEqual({ model: 'up', ...wanted })
  })

  test.each([
    [responses, 'max_output_tokens'],
    [completions, 'max_tokens'],
  ])('is %o in its own field', (dialect, field) => {
    expect(JSON.parse(sent(dialect, { model: 'm' }, cap))).toEqual({ model: 'up', [field]: 100 })
    expect(JSON.parse(sent(dialect, { model: 'm', [field]: 500 }, cap))[field]).toBe(100)
    expect(JSON.parse(sent(dialect, { model: 'm', [field]: 50 }, cap))[field]).toBe(50)
  })

  test('means nothing to embeddings, which have no output', () => {
    expect(JSON.parse(sent(embeddings, { model: 'm', input: 'a' }, cap))).toEqual({ model: 'up', input: 'a' })
  })
})

describe('all that the policy does not change', () => {
  const unknown = fc.dictionary(fc.stringMatching(/^x_[a-zé"\\ ]{0,6}$/), fc.jsonValue({ maxDepth: 3 }), {
    maxKeys: 5,
  })

  test.each(Object.values(dialects).filter(({ name }) => name.startsWith('openai-')))(
    'survives byte for byte: $name',
    (dialect) => {
      fc.assert(
        fc.property(unknown, unknown, fc.integer({ min: 0, max: 3 }), (before, after, indent) => {
          const body = JSON.stringify({ ...before, model: 'm', ...after }, null, indent)
          expect(sent(dialect, body)).toBe(body.replace(/"model":( ?)"m"/, '"model":$1"up"'))
        }),
        { numRuns: 50 },
      )
    },
  )

  test('so do tools that only Codex knows, `include` and `client_metadata` (wire.md 59, 60)', () => {
    const body = JSON.stringify({
      model: 'm',
      stream: true,
      store: false,
      include: ['reasoning.encrypted_content'],
      prompt_cache_key: 'thread-1',
      client_metadata: { thread: 'é\u2028' },
      tools: [{ type: 'custom', name: 'apply_patch', format: { type: 'grammar', syntax: 'lark' } }],
      input: [
        {
          type: 'additional_tools',
          role: 'developer',
          tools: [{ type: 'namespace', name: 'functions', tools: [{ type: 'custom', name: 'exec' }] }],
        },
        { type: 'custom_tool_call', call_id: 'c1', name: 'exec', input: 'ls' },
        { type: 'tool_search_call', call_id: null, execution: 'client', arguments: {} },
      ],
    })
    expect(sent(responses, body)).toBe(body.replace('"model":"m"', '"model":"up"'))
  })
})
