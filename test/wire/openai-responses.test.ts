import OpenAI from 'openai'
import OpenAI6 from 'openai-6'
import { describe, expect, test } from 'vitest'
import type { EventVerdict } from '../../runtime/wire/dialect.ts'
import { dialects } from '../../runtime/wire/dialects.ts'
import { bigCall } from '../support/provider/said.ts'
import type { Said } from '../support/provider/said.ts'
import { responsesSpeech } from '../support/provider/speak-responses.ts'

const dialect = dialects['openai-responses']

function event(type: string, more: object = {}): Buffer {
  return Buffer.from(`event: ${type}\ndata: ${JSON.stringify({ type, ...more })}\n\n`)
}

function response(more: object): object {
  return { response: { id: 'resp_1', object: 'response', output: [], ...more } }
}

/** A request with this input and these other fields, as read. */
function conversation(input: unknown, more: object = {}) {
  const body = dialect.read(Buffer.from(JSON.stringify({ model: 'm', input, ...more })))
  if ('kind' in body) throw new Error(body.message)
  return body.conversation()
}

const ENDLESS = Number.MAX_SAFE_INTEGER

describe('the first events of a stream', () => {
  const filtered = { incomplete_details: { reason: 'content_filter' } }
  const rows: readonly (readonly [string, Buffer, EventVerdict])[] = [
    ['a comment', Buffer.from(': hi\n\n'), 'wait'],
    ['the response is made', event('response.created', response({})), 'wait'],
    ['it waits its turn', event('response.queued', response({})), 'wait'],
    ['it is worked on', event('response.in_progress', response({})), 'wait'],
    ['a keep-alive', event('keepalive'), 'wait'],
    ['a message begins', event('response.output_item.added', { item: { type: 'message' } }), 'wait'],
    ['its text begins', event('response.content_part.added', { part: { type: 'output_text' } }), 'wait'],
    ['text', event('response.output_text.delta', { delta: 'Hi' }), 'commit'],
    ['reasoning begins', event('response.output_item.added', { item: { type: 'reasoning' } }), 'commit'],
    ['a call begins', event('response.output_item.added', { item: { type: 'function_call' } }), 'commit'],
    ['what a later OpenAI sends', event('response.new_thing.delta'), 'commit'],
    ['a refusal begins', event('response.content_part.added', { part: { type: 'refusal' } }), 'refused'],
    ['a refusal', event('response.refusal.delta', { delta: 'No' }), 'refused'],
    ['a filter', event('response.incomplete', response(filtered)), 'refused'],
    ['all at once', event('response.completed', response({})), 'commit'],
    ['the end of a chat stream', Buffer.from('data: [DONE]\n\n'), 'ended'],
    ['no JSON', Buffer.from('data: {"type\n\n'), 'malformed'],
    ['no event', Buffer.from('data: {"choices":[]}\n\n'), 'malformed'],
  ]

  test.each(rows)('%s', (_, bytes, verdict) => expect(dialect.judge(bytes)).toEqual(verdict))

  test('an error is told as the provider would have answered it, however it is written', () => {
    const error = { message: 'Too long.', type: 'context_length_exceeded', param: null }
    const wanted = { error: { error: { ...error, code: 'context_length_exceeded' } } }
    const said = { code: 'context_length_exceeded', message: 'Too long.' }
    expect(dialect.judge(event('response.failed', response({ error: said })))).toEqual(wanted)
    expect(dialect.judge(event('error', { ...said, param: null }))).toEqual(wanted)
    expect(dialect.judge(event('error', { error: said }))).toEqual(wanted)
  })

  test('without `event:` lines, in CRLF, and with the type last they say the same', () => {
    const data = JSON.stringify({ delta: 'Hi', type: 'response.output_text.delta' })
    expect(dialect.judge(Buffer.from(`data: ${data}\r\n\r\n`))).toBe('commit')
  })
})

describe('the end of a stream', () => {
  const usage = {
    input_tokens: 20,
    input_tokens_details: { cached_tokens: 8, cache_write_tokens: 4 },
    output_tokens: 5,
    output_tokens_details: { reasoning_tokens: 2 },
    total_tokens: 25,
  }
  const used = { input: 8, cacheRead: 8, cacheWrite5m: 4, cacheWrite1h: 0, output: 5, reasoning: 2 }
  const end = (...events: readonly Buffer[]) => dialect.endOf(Buffer.alloc(0), Buffer.concat(events))

  test.each(['response.completed', 'response.incomplete'])('%s is one, with what was used', (type) => {
    expect(end(event('response.in_progress', response({})), event(type, response({ usage })))).toEqual({
      complete: true,
      usage: used,
    })
  })

  test('also with a [DONE] of chat or a keep-alive behind it, and in CRLF', () => {
    const last = event('response.completed', response({ usage }))
    expect(end(last, Buffer.from('data: [DONE]\n\n')).complete).toBe(true)
    expect(end(last, event('keepalive')).complete).toBe(true)
    expect(end(Buffer.from(last.toString().replaceAll('\n', '\r\n'))).complete).toBe(true)
  })

  test('is no end: text that only speaks of one, a failure, the last item', () => {
    const text = 'data: {"type":"response.completed"}'
    expect(end(event('response.output_text.delta', { delta: text })).complete).toBe(false)
    expect(end(event('response.output_item.done', { item: { type: 'message' } })).complete).toBe(false)
    expect(end(event('response.failed', response({ usage })))).toEqual({ complete: false, usage: used })
  })

  test('is found behind an event of any size', () => {
    const instructions = 'x'.repeat(300_000)
    expect(end(event('response.completed', response({ usage, instructions })))).toEqual({
      complete: true,
      usage: used,
    })
  })
})

describe('a whole answer', () => {
  const body = (more: object): Buffer =>
    Buffer.from(JSON.stringify({ object: 'response', output: [], ...more }))

  test.each(['', '{}', '<html>', '[]', '{"object":"response"}'])('is not %j', (text) => {
    expect(dialect.isAnswer(Buffer.from(text))).toBe(false)
  })

  test('is none that failed, though an item of it may have', () => {
    expect(dialect.isAnswer(body({ status: 'failed' }))).toBe(false)
    expect(dialect.isAnswer(body({ status: 'completed', output: [{ status: 'failed' }] }))).toBe(true)
  })

  test('is a refusal by its parts or its filter, not by words of a tool', () => {
    const refusal = { type: 'message', content: [{ type: 'refusal', refusal: 'No.' }] }
    expect(dialect.isRefused(body({ output: [refusal] }))).toBe(true)
    expect(dialect.isRefused(body({ incomplete_details: { reason: 'content_filter' } }))).toBe(true)
    expect(dialect.isRefused(body({ tools: [{ parameters: { type: 'refusal' } }] }))).toBe(false)
  })
})

describe('a whole answer as a stream, and back', () => {
  const calls = [bigCall(200), { id: 'call_2', name: 'look', arguments: '{}' }]
  const answers: readonly Said[] = [
    { text: 'Hello there, friend.' },
    { reasoning: 'They greet.', text: 'Hello.', calls },
    { refusal: 'No.' },
  ]
  const whole = (said: Said) => responsesSpeech.whole(said, {}) as Record<string, unknown>
  const versions = [['openai 7', OpenAI] as const, ['openai 6', OpenAI6 as unknown as typeof OpenAI] as const]

  describe.each(versions)('%s reads it as OpenAI wrote it', (_, Client) => {
    test.each(answers)('%j', async (said) => {
      const stream = dialect.render(Buffer.from(JSON.stringify(whole(said))), { includeUsage: true })!
      const client = new Client({
        apiKey: 'none',
        fetch: async () =>
          new Response(new Uint8Array(stream), { headers: { 'content-type': 'text/event-stream' } }),
      })
      const final = await client.responses.stream({ model: 'm', input: 'Hi' }).finalResponse()
      expect(final).toMatchObject(whole(said))
    })
  })

  test.each(answers)('assembled again it is the same: %j', (said) => {
    const answer = Buffer.from(JSON.stringify(whole(said)))
    const stream = dialect.render(answer, { includeUsage: true })!
    expect(JSON.parse(dialect.assemble(stream)!.toString())).toEqual(whole(said))
  })

  test("a provider's own stream is assembled, also where its last event leaves the output out", () => {
    const events = responsesSpeech.events(answers[1]!, {})
    const joined = Buffer.from(events.join(''))
    expect(JSON.parse(dialect.assemble(joined)!.toString())).toEqual(whole(answers[1]!))
    const { output, ...rest } = whole(answers[1]!)
    const short = [...events.slice(0, -1), event('response.completed', { response: rest }).toString()]
    expect(JSON.parse(dialect.assemble(Buffer.from(short.join('')))!.toString())).toEqual({ ...rest, output })
  })

  test('what is no response cannot be streamed, and half a stream is no answer', () => {
    expect(dialect.render(Buffer.from('{"choices":[]}'), { includeUsage: true })).toBeUndefined()
    expect(dialect.assemble(event('response.created', response({})))).toBeUndefined()
  })
})

describe('what keeps a silent stream alive (wire.md 48)', () => {
  const working = event('response.in_progress', { ...response({}), sequence_number: 1 })

  test('the last response.in_progress, byte for byte', () => {
    expect(dialect.keepAlive(Buffer.concat([event('response.created'), working]))).toEqual(working)
  })

  test('nothing before it came, and nothing behind the first item', () => {
    expect(dialect.keepAlive(event('response.created'))).toBeUndefined()
    const item = event('response.output_item.added', { item: { type: 'message' } })
    expect(dialect.keepAlive(Buffer.concat([working, item]))).toBeUndefined()
  })
})

describe('the facts of a request', () => {
  const read = (fields: object) => {
    const body = dialect.read(Buffer.from(JSON.stringify({ model: 'm', input: 'Hi', ...fields })))
    if ('kind' in body) return { fault: body.message, field: body.field }
    const { stream, temperature, maxOutput, jsonSchema, reasoning, tools, metadata } = body
    return { stream, temperature, maxOutput, jsonSchema, reasoning, tools, metadata }
  }

  test.each([
    [{ stream: true }, { stream: true }],
    [{ max_output_tokens: 40 }, { maxOutput: 40 }],
    [{ text: { format: { type: 'json_schema', name: 'a', schema: {} } } }, { jsonSchema: true }],
    [{ text: { verbosity: 'low' } }, { jsonSchema: false }],
    [{ reasoning: { effort: 'high' } }, { reasoning: true }],
    [{ reasoning: { effort: 'none', summary: 'auto' } }, { reasoning: false }],
    [{ reasoning: { effort: null } }, { reasoning: false }],
    [{ tools: [{ type: 'function' }] }, { tools: true }],
    [{ tools: [] }, { tools: false }],
    [{ input: [{ type: 'additional_tools', tools: [{ type: 'namespace' }] }] }, { tools: true }],
    [{ input: 'What are "additional_tools"?' }, { tools: false }],
    [{ metadata: { team: 'a', n: 1 } }, { metadata: { team: 'a' } }],
    [
      { temperature: 0.5, stream: null },
      { temperature: 0.5, stream: false },
    ],
  ])('%j', (fields, facts) => expect(read(fields)).toMatchObject(facts))

  test.each([
    [{ max_output_tokens: 0 }, 'max_output_tokens'],
    [{ text: [] }, 'text'],
    [{ reasoning: 'high' }, 'reasoning'],
    [{ tools: {} }, 'tools'],
    [{ background: true }, 'background'],
  ])('%j is refused', (fields, field) => expect(read(fields)).toMatchObject({ field }))

  test('texts are those of instructions, messages, and what came of calls', () => {
    const found = conversation(
      [
        { role: 'user', content: 'one' },
        { type: 'message', role: 'assistant', content: [{ type: 'output_text', text: 'two' }] },
        { type: 'function_call', call_id: 'c', name: 'f', arguments: '{"a":1}' },
        { type: 'function_call_output', call_id: 'c', output: 'three' },
        { type: 'custom_tool_call_output', call_id: 'd', output: [{ type: 'input_text', text: 'four' }] },
      ],
      { instructions: 'zero' },
    )
    expect(found).toMatchObject({ messages: 6, images: false, text: 'zero\0one\0two\0three\0four' })
  })

  test('an image is one wherever it stands', () => {
    const image = { type: 'input_image', image_url: 'data:image/png;base64,AA' }
    expect(conversation([{ role: 'user', content: [image] }]).images).toBe(true)
    expect(conversation([{ type: 'function_call_output', output: [image] }]).images).toBe(true)
  })
})

describe('the bound of a request’s input', () => {
  const sealed = { type: 'reasoning', summary: [], encrypted_content: 'gAAAA' }
  const patch = { type: 'custom', name: 'apply_patch' }

  test.each([
    ['a text', 'Hi', {}],
    [
      'messages and calls',
      [
        { role: 'user', content: 'Hi' },
        { type: 'function_call', arguments: '{}' },
      ],
      {},
    ],
    ['sealed reasoning', [sealed], {}],
    ['tools that run at the client', 'Hi', { tools: [{ type: 'function' }, patch, { type: 'local_shell' }] }],
    ['nothing by reference', 'Hi', { previous_response_id: null }],
  ])('is that of its bytes: %s', (_, input, more) => {
    const { inputBound } = conversation(input, more)
    expect(inputBound).toBeGreaterThanOrEqual(JSON.stringify({ model: 'm', input, ...more }).length)
    expect(inputBound).toBeLessThan(10_000)
  })

  test.each([
    ['an earlier response', 'Hi', { previous_response_id: 'resp_1' }],
    ['a conversation kept there', 'Hi', { conversation: 'conv_1' }],
    ['a prompt kept there', 'Hi', { prompt: { id: 'pmpt_1' } }],
    ['an item kept there', [{ type: 'item_reference', id: 'msg_1' }], {}],
    ['an image', [{ role: 'user', content: [{ type: 'input_image', file_id: 'f' }] }], {}],
    ['a file', [{ role: 'user', content: [{ type: 'input_file', file_id: 'f' }] }], {}],
    ['a tool that fetches', 'Hi', { tools: [{ type: 'web_search' }] }],
    ['a tool of another machine', 'Hi', { tools: [{ type: 'mcp', server_url: 'https://example.com' }] }],
    ['an item of a later version', [{ type: 'new_thing' }], {}],
  ])('is endless: %s', (_, input, more) => expect(conversation(input, more).inputBound).toBe(ENDLESS))
})

test('an error of ours in a stream is the event `error`, its fields flat and nested', () => {
  const error = { status: 502, code: 'stream_truncated', message: 'Not complete.' }
  const text = dialect.errorEvent(error).toString()
  expect(text.startsWith('event: error\ndata: ')).toBe(true)
  expect(JSON.parse(text.slice('event: error\ndata: '.length))).toMatchObject({
    type: 'error',
    code: 'stream_truncated',
    message: 'Not complete.',
    param: null,
    error: { code: 'stream_truncated', message: 'Not complete.', type: 'server_error' },
  })
})
