import { describe, expect, test } from 'vitest'
import { sessionOf } from '../../runtime/table/client-facts.ts'
import { anthropicMessages } from '../../runtime/wire/anthropic-messages/dialect.ts'
import type { WireBody } from '../../runtime/wire/dialect.ts'
import { messagesSpeech } from '../support/provider/speak-messages.ts'

const { read, edit, endOf, judge, usageOf, assemble, render, isAnswer, errorBody } = anthropicMessages
const endless = Number.MAX_SAFE_INTEGER

function bodyOf(request: object | string): WireBody {
  const body = read(Buffer.from(typeof request === 'string' ? request : JSON.stringify(request)))
  if ('kind' in body) throw new Error(body.message)
  return body
}

const user = (content: unknown): object => ({ messages: [{ role: 'user', content }] })
const boundOf = (request: object): number => bodyOf(request).conversation().inputBound
const event = (data: object): Buffer => Buffer.from(`event: x\ndata: ${JSON.stringify(data)}\n\n`)

describe('a messages request', () => {
  test('goes up byte for byte but for the name of the model: marks, signatures and unknown fields too', () => {
    const text = `{ "model" : "auto","system":[{"type":"text","text":"é","cache_control":{"type":"ephemeral","ttl":"1h"}}],
      "messages":[{"role":"system","content":"x"},{"role":"assistant","content":[{"type":"thinking","thinking":"","signature":"Eq\\u0041=="}]}],
      "tools":[{"name":"a","defer_loading":true}],"max_tokens":1.0e3,"new_field":[1.10, 2E5] }`
    expect(edit(bodyOf(text), { model: 'claude-opus-5-5', includeUsage: false }).toString()).toBe(
      text.replace('"auto"', '"claude-opus-5-5"'),
    )
  })

  test('tells what it asks for', () => {
    expect(bodyOf({ thinking: { type: 'adaptive' }, max_tokens: 0 })).toMatchObject({
      reasoning: true,
      maxOutput: 0,
    })
    expect(bodyOf({ thinking: { type: 'disabled' }, output_config: { effort: 'low' } }).reasoning).toBe(false)
    expect(bodyOf({ output_config: { effort: 'low' } }).reasoning).toBe(true)
    expect(bodyOf({ output_config: { format: { type: 'json_schema', schema: {} } } }).jsonSchema).toBe(true)
  })

  test('carries session and metadata inside `user_id`', () => {
    const id = JSON.stringify({ device_id: 'd', session_id: 's-1', team: 'search' })
    const body = bodyOf({ metadata: { user_id: id } })
    expect(body.metadata).toMatchObject({ team: 'search', session_id: 's-1', user_id: id })
    expect(sessionOf({ headers: {}, body } as never)).toBe('s-1')
  })

  test('has the texts of its system prompt, messages and tool results', () => {
    const result = { type: 'tool_result', tool_use_id: 't', content: [{ type: 'text', text: 'sunny' }] }
    const { text, messages } = bodyOf({ system: 'Be brief.', ...user([result]) }).conversation()
    expect([text, messages]).toEqual(['Be brief.\0sunny', 1])
  })
})

describe('the bound of a prompt', () => {
  test.each([
    ['text', user('Hi.')],
    ['a tool call and its result', user([{ type: 'tool_use', id: 'a', name: 'b', input: {} }])],
    ['a client tool', { ...user('Hi.'), tools: [{ type: 'bash_20250124', name: 'bash' }] }],
  ])('is at least its bytes for %s', (_, request) => {
    expect(boundOf(request)).toBeGreaterThan(JSON.stringify(request).length)
    expect(boundOf(request)).toBeLessThan(endless)
  })

  test.each([
    ['an image', user([{ type: 'image', source: { type: 'url', url: 'https://x.example' } }])],
    ['a PDF', user([{ type: 'document', source: { type: 'base64', data: 'JVBERi0=' } }])],
    ['thinking that is signed', user([{ type: 'thinking', thinking: '', signature: 'Eq==' }])],
    ['what is not known', user([{ type: 'hologram' }])],
    ['a tool that searches', { ...user('Hi.'), tools: [{ type: 'web_search_20250305', name: 'web' }] }],
    ['servers of tools', { ...user('Hi.'), mcp_servers: [{ url: 'https://x.example' }] }],
    ['a thread', { ...user('Hi.'), thread: { id: 'th_1' } }],
  ])('is none for %s', (_, request) => {
    expect(boundOf(request)).toBe(endless)
  })
})

describe('usage', () => {
  const usage = {
    input_tokens: 10,
    cache_read_input_tokens: 200,
    cache_creation_input_tokens: 30,
    cache_creation: { ephemeral_5m_input_tokens: 20, ephemeral_1h_input_tokens: 10 },
    output_tokens: 7,
    output_tokens_details: { thinking_tokens: 4 },
  }
  const expected = { input: 10, cacheRead: 200, cacheWrite5m: 20, cacheWrite1h: 10, output: 7, reasoning: 4 }

  test('tells five-minute and one-hour writes apart, and thinking as part of the output', () => {
    expect(usageOf(Buffer.from(JSON.stringify({ usage })))).toEqual(expected)
  })

  test('is not what a tool was told to say', () => {
    const input = { usage: { input_tokens: 0, output_tokens: 0 } }
    const answer = { usage, content: [{ type: 'tool_use', input }] }
    expect(usageOf(Buffer.from(JSON.stringify(answer)))).toEqual(expected)
  })

  test('adds what a compaction used, which is billed beside it', () => {
    const iterations = [
      { type: 'compaction', input_tokens: 1_000, output_tokens: 50 },
      { type: 'message', input_tokens: 10, output_tokens: 7 },
    ]
    expect(usageOf(Buffer.from(JSON.stringify({ usage: { ...usage, iterations } })))).toMatchObject({
      input: 1_010,
      output: 57,
    })
  })

  test('of a stream comes from its head and its end; nulls and zeros there take nothing back', () => {
    const head = event({ type: 'message_start', message: { usage: { ...usage, output_tokens: 1 } } })
    const last = { output_tokens: 7, input_tokens: 0, cache_read_input_tokens: null }
    const tail = Buffer.concat([
      event({ type: 'message_delta', delta: {}, usage: last }),
      event({ type: 'message_stop' }),
    ])
    expect(endOf(head, tail)).toEqual({ complete: true, usage: expected })
  })

  test('of a stream that broke off is not known', () => {
    const head = event({ type: 'message_start', message: { usage } })
    const tail = event({ type: 'content_block_delta', delta: { text: '{"type":"message_stop"}' } })
    expect(endOf(head, tail)).toEqual({ complete: false, usage: undefined })
  })
})

describe('the first events of a stream', () => {
  test.each([
    ['its start', { type: 'message_start', message: {} }, 'wait'],
    ['a ping', { type: 'ping' }, 'wait'],
    ['an empty text', { type: 'content_block_start', content_block: { type: 'text', text: '' } }, 'wait'],
    ['a tool call', { type: 'content_block_start', content_block: { type: 'tool_use' } }, 'commit'],
    ['a piece of text', { type: 'content_block_delta', delta: { text: 'a' } }, 'commit'],
    ['a refusal', { type: 'message_delta', delta: { stop_reason: 'refusal' } }, 'refused'],
    ['an end with nothing said', { type: 'message_delta', delta: { stop_reason: 'end_turn' } }, 'commit'],
    ['an end without a reason', { type: 'message_stop' }, 'ended'],
    ['what is new', { type: 'hologram' }, 'wait'],
  ])('%s', (_, data, verdict) => {
    expect(judge(event(data))).toBe(verdict)
  })

  test('an error is one, and what is no JSON is malformed', () => {
    const error = { type: 'error', error: { type: 'overloaded_error', message: 'x' } }
    expect(judge(event(error))).toEqual({ error })
    expect(judge(Buffer.from('data: {"type\r\n\r\n'))).toBe('malformed')
  })
})

describe('a whole answer and its stream', () => {
  const said = {
    reasoning: 'Let me see.',
    text: 'It is sunny.',
    calls: [{ id: 'toolu_1', name: 'weather', arguments: '{"town":"Graz"}' }],
  }
  const whole = Buffer.from(JSON.stringify(messagesSpeech.whole(said, {})))

  test('say the same, either way', () => {
    const stream = Buffer.from(messagesSpeech.events(said, {}).join(''))
    expect(JSON.parse(assemble(stream)!.toString())).toEqual(JSON.parse(whole.toString()))
    const rendered = render(whole, { includeUsage: true })!
    expect(endOf(rendered, rendered)).toEqual({ complete: true, usage: usageOf(whole) })
    expect(JSON.parse(assemble(rendered)!.toString())).toEqual(JSON.parse(whole.toString()))
  })

  test('an empty 200, a page, `{}` and an error are no answer', () => {
    for (const text of ['', '<html>', '{}', '{"type":"error","error":{"message":"content"}}'])
      expect(isAnswer(Buffer.from(text))).toBe(false)
    expect(isAnswer(whole)).toBe(true)
  })
})

test.each([
  [401, 'authentication_error'],
  [402, 'billing_error'],
  [403, 'permission_error'],
  [404, 'not_found_error'],
  [413, 'request_too_large'],
  [429, 'rate_limit_error'],
  [503, 'overloaded_error'],
  [502, 'api_error'],
  [400, 'invalid_request_error'],
])('an error of ours with status %i is of the type %s', (status, type) => {
  const body = errorBody({ status, code: 'why', message: 'Because.', requestId: 'r-1' })
  expect(JSON.parse(body.toString())).toMatchObject({
    type: 'error',
    error: { type, message: 'Because.', code: 'why', details: { error_code: 'why' } },
    request_id: 'r-1',
  })
})
