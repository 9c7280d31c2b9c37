import { describe, expect, test } from 'vitest'
import type { Json } from '../../runtime/wire/json.ts'
import { faultOf } from '../support/provider/rules/rules.ts'

const words = { type: 'text', text: 'Well.' }
const budget = { type: 'enabled', budget_tokens: 2_000 }
const hi = { text: 'Hi.' }
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
  'gemini-generate': [
    ['a field that it does not know', gemini({ topK: 4 })],
    ['no content', gemini({ contents: [] })],
    ['a content without parts', gemini({ contents: [said('user')] })],
    ['an empty text', gemini({ contents: [said('user', { text: '' })] })],
    [
      'a part that is two things',
      gemini({ contents: [said('user', { text: 'Hi.', functionCall: { name: 'f' } })] }),
    ],
    ['another role', gemini({ contents: [said('assistant', hi)] })],
    ['an instruction without parts', gemini({ systemInstruction: { parts: [] } })],
    ['a call before the user spoke', gemini({ contents: [asks('f'), gives('f')] })],
    [
      'a call behind other words',
      gemini({ contents: [said('user', hi), said('model', hi), asks('f'), gives('f')] }),
    ],
    ['a call that is not answered', gemini({ contents: [said('user', hi), asks('f'), said('user', hi)] })],
    ['a call at the end', gemini({ contents: [said('user', hi), asks('f')] })],
    ['an answer to no call', gemini({ contents: [said('user', hi), gives('f')] })],
    ['an answer to another call', gemini({ contents: [said('user', hi), asks('f'), gives('g')] })],
    [
      'one answer to two calls',
      gemini({
        contents: [said('user', hi), said('model', ...asks('f').parts, ...asks('f').parts), gives('f')],
      }),
    ],
    [
      'words beside an answer',
      gemini({ contents: [said('user', hi), asks('f'), said('user', ...gives('f').parts, hi)] }),
    ],
    [
      'a call without its signature',
      gemini({
        contents: [said('user', hi), said('model', { functionCall: { name: 'f', args: {} } }), gives('f')],
      }),
    ],
    ['a name of a function with a space', gemini({ tools: declaring({ name: 'a b' }) })],
    ['a function twice', gemini({ tools: declaring({ name: 'f' }, { name: 'f' }) })],
    ['a choice without functions', gemini({ toolConfig: { functionCallingConfig: { mode: 'AUTO' } } })],
    [
      'a schema in words of JSON Schema',
      gemini({ tools: declaring({ name: 'f', parameters: { const: 1 } }) }),
    ],
    [
      'a keyword that it does not know',
      gemini({ tools: declaring({ name: 'f', parametersJsonSchema: { type: 'object', not: {} } }) }),
    ],
    ['a schema of an answer that is no JSON', gemini({ generationConfig: { responseJsonSchema: {} } })],
    ['six stops', gemini({ generationConfig: { stopSequences: ['a', 'b', 'c', 'd', 'e', 'f'] } })],
    [
      'a level and a budget',
      gemini({ generationConfig: { thinkingConfig: { thinkingLevel: 'LOW', thinkingBudget: 1 } } }),
    ],
  ],
}

describe.each(Object.entries(refusals))('the fake provider of %s', (speech, rows) => {
  test.each(rows)('refuses %s', (_, body) => {
    expect(faultOf(speech, JSON.parse(JSON.stringify(body)) as Json, 'gemini-3')).toEqual(expect.any(String))
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
  const talk = gemini({ contents: [said('user', hi), asks('f'), gives('f'), said('user', hi)] })
  expect(faultOf('gemini-generate', talk, 'gemini-3')).toBeUndefined()
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

function gemini(more: Json): Json {
  return { contents: [said('user', hi)], ...more }
}

function said(
  role: string,
  ...parts: readonly Json[]
): { readonly role: string; readonly parts: readonly Json[] } {
  return { role, parts }
}

function asks(name: string): ReturnType<typeof said> {
  return said('model', { functionCall: { name, args: {} }, thoughtSignature: 'c2ln' })
}

function gives(name: string): ReturnType<typeof said> {
  return said('user', { functionResponse: { name, response: { output: 'sun' } } })
}

function declaring(...functionDeclarations: readonly Json[]): readonly Json[] {
  return [{ functionDeclarations }]
}
