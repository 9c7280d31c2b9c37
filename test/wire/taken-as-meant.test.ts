import { describe, expect, test } from 'vitest'
import { idRules } from '../../runtime/wire/canonical/ids.ts'
import type { Lost } from '../../runtime/wire/canonical/losses.ts'
import { translateRequest } from '../../runtime/wire/canonical/translate.ts'
import type { Json } from '../../runtime/wire/json.ts'
import { sides } from '../support/sides.ts'
import type { RandomSide } from '../support/sides.ts'

type Name = RandomSide['name']

const models: Readonly<Record<Name, string>> = {
  'openai-chat': 'gpt-5',
  'openai-responses': 'gpt-5',
  'anthropic-messages': 'claude-sonnet-4-5',
  'gemini-generate': 'gemini-3-pro',
}

/** A request as another dialect says it, and what that lost. */
function said(from: Name, to: Name, request: Json): { readonly body: Json; readonly lost: Lost } {
  const [client, provider] = [from, to].map((name) => sides.find((side) => side.name === name)!)
  const asked = { bytes: Buffer.from(JSON.stringify(request)), model: 'auto', stream: false }
  const target = { model: models[to], capField: 'max_tokens', maxOutput: 64_000, ids: idRules[to] }
  const { bytes, lost } = translateRequest(asked, client!, provider!, target)
  return { body: JSON.parse(bytes.toString()) as Json, lost }
}

const nothing = { dropped: [], refused: undefined }
const hi = { role: 'user', content: 'Hi.' }

describe('a conversation that the assistant begins', () => {
  const messages = [{ role: 'system', content: 'Be brief.' }, { role: 'assistant', content: 'Yes?' }, hi]

  test('is preceded by a silent user where the user has to be first', () => {
    expect(said('openai-chat', 'anthropic-messages', { messages }).body['messages']).toEqual([
      { role: 'user', content: [{ type: 'text', text: '…' }] },
      { role: 'assistant', content: [{ type: 'text', text: 'Yes?' }] },
      { role: 'user', content: [{ type: 'text', text: 'Hi.' }] },
    ])
    expect(said('openai-chat', 'gemini-generate', { messages }).body['contents']).toEqual([
      { role: 'user', parts: [{ text: '…' }] },
      { role: 'model', parts: [{ text: 'Yes?' }] },
      { role: 'user', parts: [{ text: 'Hi.' }] },
    ])
  })

  test('is as it was elsewhere', () => {
    const { body } = said('openai-chat', 'openai-responses', { messages })
    expect(body['input']).toMatchObject([{ role: 'assistant' }, { role: 'user' }])
  })
})

describe('instructions alone', () => {
  test('are the input of Responses, where some has to be', () => {
    const messages = [{ role: 'system', content: 'Say hello.' }]
    const { body } = said('openai-chat', 'openai-responses', { messages })
    expect(body['instructions']).toBeUndefined()
    expect(body['input']).toMatchObject([{ role: 'system', content: [{ text: 'Say hello.' }] }])
  })
})

describe('texts of white space', () => {
  const blank = { role: 'assistant', content: ' \n' }

  test('are not said to Anthropic, nor whoever says nothing else: turns that then meet are one', () => {
    const { body } = said('openai-chat', 'anthropic-messages', { messages: [hi, blank, hi] })
    expect(body['messages']).toEqual([
      {
        role: 'user',
        content: [
          { type: 'text', text: 'Hi.' },
          { type: 'text', text: 'Hi.' },
        ],
      },
    ])
  })

  test.each(['anthropic-messages', 'gemini-generate'] as const)(
    'an empty question to %s is silence',
    (to) => {
      const { body } = said('openai-chat', to, { messages: [{ role: 'user', content: '' }] })
      expect(JSON.stringify(body)).toContain('"…"')
    },
  )
})

describe('what ends an answer', () => {
  const stop = ['a', 'b', 'c', 'd', 'e', 'f']

  test.each([
    ['anthropic-messages', 'openai-chat', 'stop', 4],
    ['gemini-generate', 'openai-chat', 'stop', 4],
    ['openai-chat', 'gemini-generate', 'generationConfig.stopSequences', 5],
    ['openai-chat', 'anthropic-messages', 'stop_sequences', 6],
    ['openai-chat', 'openai-responses', 'stop', 0],
  ] as const)(
    'from %s to %s: of six words in `%s` it takes %d, and warns of the others',
    (from, to, path, taken) => {
      const asked = {
        'openai-chat': { messages: [hi], stop },
        'openai-responses': {},
        'anthropic-messages': { max_tokens: 9, messages: [hi], stop_sequences: stop },
        'gemini-generate': {
          contents: [{ parts: [{ text: 'Hi.' }] }],
          generationConfig: { stopSequences: stop },
        },
      }[from]
      const { body, lost } = said(from, to, asked)
      const [field = '', inner] = path.split('.')
      const found = inner === undefined ? body[field] : (body[field] as Json)[inner]
      expect(found ?? []).toEqual(stop.slice(0, taken))
      const name = {
        'openai-chat': 'stop',
        'anthropic-messages': 'stop_sequences',
        'gemini-generate': 'generationConfig.stopSequences',
      }[from]
      expect(lost.dropped).toEqual(taken === 6 ? [] : [name])
    },
  )

  test('is no white space for Anthropic, which refuses it', () => {
    const { body, lost } = said('openai-chat', 'anthropic-messages', { messages: [hi], stop: ['\n', 'END'] })
    expect(body['stop_sequences']).toEqual(['END'])
    expect(lost.dropped).toEqual(['stop'])
  })
})

describe('several answers to one request', () => {
  test.each(['openai-responses', 'anthropic-messages', 'gemini-generate'] as const)(
    'are refused by name at %s, and one is no wish at all',
    (to) => {
      expect(said('openai-chat', to, { messages: [hi], n: 2 }).lost.refused?.field).toBe('n')
      expect(said('openai-chat', to, { messages: [hi], n: 1 }).lost).toEqual(nothing)
    },
  )
})

test('a seed is one of 32 bits for Gemini, the same each time', () => {
  const seedOf = (seed: number): unknown =>
    (said('openai-chat', 'gemini-generate', { messages: [hi], seed }).body['generationConfig'] as Json)[
      'seed'
    ]
  expect([7, -7, 2 ** 31, 2 ** 40 + 7].map(seedOf)).toEqual([7, -7, -(2 ** 31), 7])
})

describe('schemas that an answer is held to', () => {
  const schema = {
    type: 'object',
    properties: {
      age: { type: 'integer', minimum: 0 },
      tags: { type: 'array', items: { $ref: '#/definitions/tag' }, minItems: 1, maxItems: 3 },
      mail: { type: 'string', format: 'email', description: 'Where to write.' },
    },
    required: ['age'],
    definitions: { tag: { type: 'string', pattern: '^#' } },
  }

  test('are closed for Anthropic, and their bounds are told in words, as its own SDK tells them', () => {
    const response_format = { type: 'json_schema', json_schema: { name: 'person', schema } }
    const { body, lost } = said('openai-chat', 'anthropic-messages', { messages: [hi], response_format })
    expect(body['output_config']).toEqual({
      format: {
        type: 'json_schema',
        schema: {
          $defs: { tag: { type: 'string', description: '{pattern: "^#"}' } },
          type: 'object',
          properties: {
            age: { type: 'integer', description: '{minimum: 0}' },
            tags: {
              type: 'array',
              items: { $ref: '#/$defs/tag' },
              minItems: 1,
              description: '{maxItems: 3}',
            },
            mail: { type: 'string', format: 'email', description: 'Where to write.' },
          },
          required: ['age'],
          additionalProperties: false,
        },
      },
    })
    expect(lost).toEqual(nothing)
  })

  test('keep their fields where they may also be null, and both kinds of definitions', () => {
    const open = {
      type: ['object', 'null'],
      properties: { b: { $ref: '#/definitions/b' }, c: { $ref: '#/$defs/c' } },
      required: ['b'],
      definitions: { b: { type: 'string' } },
      $defs: { c: { properties: { d: { type: 'number' } } } },
    }
    const response_format = { type: 'json_schema', json_schema: { name: 'n', schema: open } }
    const { body } = said('openai-chat', 'anthropic-messages', { messages: [hi], response_format })
    expect(body['output_config']).toMatchObject({
      format: {
        schema: {
          properties: { b: { $ref: '#/$defs/b' }, c: { $ref: '#/$defs/c' } },
          additionalProperties: false,
          $defs: {
            b: { type: 'string' },
            c: { properties: { d: { type: 'number' } }, additionalProperties: false },
          },
        },
      },
    })
  })

  test('of tools are such only where the tool is strict', () => {
    const tool = (strict: boolean): Json => ({
      type: 'function',
      function: { name: 'f', parameters: schema, strict },
    })
    const inputOf = (strict: boolean): unknown =>
      (
        said('openai-chat', 'anthropic-messages', { messages: [hi], tools: [tool(strict)] }).body[
          'tools'
        ] as Json[]
      )[0]!['input_schema']
    expect(inputOf(false)).toEqual(schema)
    expect(inputOf(true)).toMatchObject({ additionalProperties: false })
  })

  const closed = {
    type: 'object',
    properties: { a: { type: 'string' } },
    required: ['a'],
    additionalProperties: false,
  }

  test.each(['openai-chat', 'openai-responses'] as const)(
    'are strict at %s where that can hold them: Anthropic and Google always do',
    (to) => {
      const asked = (format: Json): string =>
        JSON.stringify(
          said('anthropic-messages', to, {
            max_tokens: 9,
            messages: [hi],
            output_config: { format: { type: 'json_schema', schema: format } },
          }).body,
        )
      expect(asked(closed)).toContain('"strict":true')
      expect(asked(schema)).not.toContain('"strict"')
    },
  )

  test('of strict tools are no longer so where OpenAI cannot hold them, with a warning', () => {
    const tools = [{ name: 'f', input_schema: schema, strict: true }]
    const { body, lost } = said('anthropic-messages', 'openai-chat', { max_tokens: 9, messages: [hi], tools })
    expect(JSON.stringify(body['tools'])).not.toContain('strict')
    expect(lost.dropped).toEqual(['tools[].strict'])
  })
})

test('a document that lies elsewhere is refused by name where its bytes are wanted', () => {
  const content = [{ type: 'document', source: { type: 'url', url: 'https://example.com/a.pdf' } }]
  const request = { max_tokens: 9, messages: [{ role: 'user', content }] }
  expect(said('anthropic-messages', 'openai-chat', request).lost.refused?.field).toBe(
    'messages[].content[].source',
  )
  expect(said('anthropic-messages', 'openai-responses', request).lost).toEqual(nothing)
})

test('a model of a budget is not made to think on where instructions follow the results of tools', () => {
  const call = { id: 'call_1', type: 'function', function: { name: 'f', arguments: '{}' } }
  const messages = [
    hi,
    { role: 'assistant', content: null, tool_calls: [call] },
    { role: 'tool', tool_call_id: 'call_1', content: 'sun' },
    { role: 'system', content: 'Be brief.' },
  ]
  const request = { messages, reasoning_effort: 'high' }
  expect(said('openai-chat', 'anthropic-messages', request).body['thinking']).toBeUndefined()
})
