import { describe, expect, test } from 'vitest'
import type { Json } from '../../runtime/wire/json.ts'
import { faultOf } from '../support/provider/rules/rules.ts'

const words = { type: 'text', text: 'Well.' }
const budget = { type: 'enabled', budget_tokens: 2_000 }
const openFunction = {
  name: 'f',
  strict: true,
  parameters: { type: 'object', properties: { a: { type: 'string' } }, required: ['a'] },
}

/** What the fake provider refuses, as the real one does: else a test against it would prove little. */
const refusals: Readonly<Record<string, readonly (readonly [name: string, body: Json])[]>> = {
  'openai-chat': [
    ['a field that it does not know', chat({ top_k: 4 })],
    ['no message', chat({ messages: [] })],
    ['a cache mark', chat({ messages: [user([{ type: 'text', text: 'Hi.', cache_control: {} }])] })],
    ['a call that is not answered', chat({ messages: [user('Hi.'), called('a'), user('Well?')] })],
    [
      'an answer to no call',
      chat({ messages: [user('Hi.'), { role: 'tool', tool_call_id: 'a', content: '' }] }),
    ],
    [
      'an id of more than 40 characters',
      chat({ messages: [called('a'.repeat(41)), answered('a'.repeat(41))] }),
    ],
    ['a choice without tools', chat({ tool_choice: 'auto' })],
    ['an empty list of tools', chat({ tools: [] })],
    ['five stops', chat({ stop: ['a', 'b', 'c', 'd', 'e'] })],
    ['a strict schema that is open', chat({ tools: [{ type: 'function', function: openFunction }] })],
    ['options of a stream that is none', chat({ stream_options: { include_usage: true } })],
  ],
  'openai-responses': [
    ['a field that it does not know', responses({ stop: ['.'] })],
    [
      'what a user cannot say',
      responses({ input: [{ role: 'user', content: [{ type: 'output_text', text: 'Hi.' }] }] }),
    ],
    ['a call that is not answered', responses({ input: [call('a')] })],
    [
      'an answer to no call',
      responses({ input: [{ type: 'function_call_output', call_id: 'a', output: '' }] }),
    ],
    ['an id of another item', responses({ input: [{ ...call('a'), id: 'call_1' }, result('a')] })],
    ['a strict schema that is open', responses({ tools: [{ type: 'function', ...openFunction }] })],
    ['a cap below 16', responses({ max_output_tokens: 10 })],
  ],
  'anthropic-messages': [
    ['a field that it does not know', messages({ seed: 4 })],
    ['no cap', messages({ max_tokens: undefined })],
    ['an assistant who speaks first', messages({ messages: [{ role: 'assistant', content: 'Hi.' }] })],
    ['an empty text', messages({ messages: [user([{ type: 'text', text: '' }])] })],
    ['an id with a dot', messages({ messages: [user('Hi.'), used('a.b'), user([back('a.b')])] })],
    [
      'a result behind other words',
      messages({ messages: [user('Hi.'), used('a'), user([words, back('a')])] }),
    ],
    ['a call that is not answered at once', messages({ messages: [user('Hi.'), used('a'), user('Well?')] })],
    ['a choice without tools', messages({ tool_choice: { type: 'auto' } })],
    ['a budget of a newer model', messages({ model: 'claude-opus-5-5', thinking: budget })],
    ['a temperature of a newer model', messages({ model: 'claude-sonnet-5', temperature: 0.2 })],
    ['a budget above the cap', messages({ thinking: { ...budget, budget_tokens: 5_000 } })],
    [
      'calls under way without their thoughts',
      messages({ thinking: budget, messages: [user('Hi.'), used('a'), user([back('a')])] }),
    ],
    [
      'five cache marks',
      messages({
        system: Array.from({ length: 5 }, () => ({ ...words, cache_control: { type: 'ephemeral' } })),
      }),
    ],
  ],
}

describe.each(Object.entries(refusals))('the fake provider of %s', (speech, rows) => {
  test.each(rows)('refuses %s', (_, body) => {
    expect(faultOf(speech, JSON.parse(JSON.stringify(body)) as Json)).toEqual(expect.any(String))
  })
})

test('the fake provider takes what is right', () => {
  expect(
    faultOf('openai-chat', chat({ messages: [user('Hi.'), called('a'), answered('a')] })),
  ).toBeUndefined()
  expect(faultOf('openai-responses', responses({ input: [call('a'), result('a')] }))).toBeUndefined()
  expect(
    faultOf('anthropic-messages', messages({ messages: [user('Hi.'), used('a'), user([back('a'), words])] })),
  ).toBeUndefined()
})

function chat(more: Json): Json {
  return { model: 'm', messages: [user('Hi.')], ...more }
}

function responses(more: Json): Json {
  return { model: 'm', input: 'Hi.', ...more }
}

function messages(more: Json): Json {
  return { model: 'claude-sonnet-4-5', max_tokens: 4_000, messages: [user('Hi.')], ...more }
}

function user(content: unknown): Json {
  return { role: 'user', content }
}

function called(id: string): Json {
  const call = { id, type: 'function', function: { name: 'f', arguments: '{}' } }
  return { role: 'assistant', content: null, tool_calls: [call] }
}

function answered(id: string): Json {
  return { role: 'tool', tool_call_id: id, content: 'sun' }
}

function call(id: string): Json {
  return { type: 'function_call', call_id: id, name: 'f', arguments: '{}' }
}

function result(id: string): Json {
  return { type: 'function_call_output', call_id: id, output: 'sun' }
}

function used(id: string): Json {
  return { role: 'assistant', content: [{ type: 'tool_use', id, name: 'f', input: {} }] }
}

function back(id: string): Json {
  return { type: 'tool_result', tool_use_id: id, content: 'sun' }
}
