import Anthropic from '@anthropic-ai/sdk'
import OpenAI from 'openai'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { memoryThoughts } from '../../runtime/upstream/thoughts.ts'
import { startFakeProvider } from '../support/fake-provider.ts'
import type { FakeProvider } from '../support/fake-provider.ts'
import { asked, capable, clientKey, routeAll, startFixture } from '../support/gateway-fixture.ts'
import type { Fixture } from '../support/gateway-fixture.ts'
import { fail, say } from '../support/provider/say.ts'

let provider: FakeProvider
let fixture: Fixture

beforeAll(async () => {
  provider = await startFakeProvider(say())
  fixture = await startFixture(routeAll([asked]), {
    providers: { deepseek: { baseUrl: provider.baseUrl } },
    models: [capable('deepseek/chat')],
  })
})

afterAll(async () => {
  await fixture.gateway.close()
  await provider.close()
})

/** Thinks and calls a tool; then, as DeepSeek does, takes no message of its own without thoughts. */
function thinkAndCall(id: string): void {
  provider.script((exchange) => {
    const { messages } = JSON.parse(exchange.request.body.toString()) as {
      readonly messages: readonly Message[]
    }
    const own = messages.filter(({ role }) => role === 'assistant')
    if (own.some(({ reasoning_content: thought = '' }) => thought === ''))
      return fail(400, {}, { message: 'The `reasoning_content` must be passed back to the API.' })(exchange)
    const call = { id, name: 'weather', arguments: '{"town":"Graz"}' }
    const said = own.length === 0 ? { reasoning: 'First the weather.', calls: [call] } : { text: 'Sun.' }
    return say(said)(exchange)
  })
}

interface Message {
  readonly role: string
  readonly reasoning_content?: string
}

/** What the model is told of its own thoughts in the last request. */
function givenBack(): readonly (string | undefined)[] {
  const { messages } = JSON.parse(provider.requests.at(-1)!.body.toString()) as {
    readonly messages: readonly Message[]
  }
  return messages.filter(({ role }) => role === 'assistant').map((message) => message.reasoning_content)
}

const schema = { type: 'object' as const, properties: { town: { type: 'string' } } }

describe.each([true, false])('what DeepSeek thought before a call (stream: %s)', (stream) => {
  test('comes back to it from a client of messages, which never had it', async () => {
    thinkAndCall('call_00_Anthropic')
    const { messages } = new Anthropic({
      apiKey: clientKey,
      baseURL: fixture.baseUrl.replace('/v1', ''),
      maxRetries: 0,
    })
    const tools = [{ name: 'weather', input_schema: schema }]
    const hello = { role: 'user' as const, content: 'Is it sunny?' }
    const question = { model: 'deepseek/chat', max_tokens: 100, tools }
    const ask = (turns: Anthropic.MessageParam[]): Promise<Anthropic.Message> =>
      stream
        ? messages.stream({ ...question, messages: turns }).finalMessage()
        : messages.create({ ...question, messages: turns })
    const { content } = await ask([hello])
    expect(content).toMatchObject([{ type: 'tool_use', id: 'call_00_Anthropic' }])
    const result = { type: 'tool_result' as const, tool_use_id: 'call_00_Anthropic', content: 'Sun.' }
    const last = await ask([hello, { role: 'assistant', content }, { role: 'user', content: [result] }])
    expect(last.content).toMatchObject([{ type: 'text', text: 'Sun.' }])
    expect(givenBack()).toEqual(['First the weather.'])
  })

  test('comes back to it from a client of Responses, by an id that it cannot keep', async () => {
    thinkAndCall(`call_${'long'.repeat(20)}`)
    const { responses } = new OpenAI({ apiKey: clientKey, baseURL: fixture.baseUrl, maxRetries: 0 })
    const tools = [{ type: 'function' as const, name: 'weather', parameters: schema, strict: false }]
    const question = { model: 'deepseek/chat', tools, store: false }
    const ask = (input: OpenAI.Responses.ResponseInput): Promise<OpenAI.Responses.Response> =>
      stream
        ? responses.stream({ ...question, input }).finalResponse()
        : responses.create({ ...question, input })
    const hello = { role: 'user' as const, content: 'Is it sunny?' }
    const { output } = await ask([hello])
    const call = output.find((item) => item.type === 'function_call')!
    const last = await ask([
      hello,
      call,
      { type: 'function_call_output', call_id: call.call_id, output: 'Sun.' },
    ])
    expect(last.output_text).toBe('Sun.')
    expect(givenBack()).toEqual(['First the weather.'])
  })
})

test('a blank stands for what nobody remembers: an empty thought is refused, too', async () => {
  thinkAndCall('call_00_new')
  const response = await fetch(`${fixture.baseUrl}/messages`, {
    method: 'POST',
    headers: { authorization: `Bearer ${clientKey}` },
    body: JSON.stringify({
      model: 'deepseek/chat',
      max_tokens: 100,
      messages: [
        { role: 'user', content: 'Is it sunny?' },
        { role: 'assistant', content: [{ type: 'tool_use', id: 'call_00_old', name: 'weather', input: {} }] },
        { role: 'user', content: [{ type: 'tool_result', tool_use_id: 'call_00_old', content: 'Sun.' }] },
      ],
    }),
  })
  expect(response.status).toBe(200)
  expect(givenBack()).toEqual([' '])
})

test('thoughts are remembered for their owner alone, and the oldest are forgotten first', () => {
  const thoughts = memoryThoughts(60)
  thoughts.keep('alice', 'call_1', 'x'.repeat(10))
  expect(thoughts.find('bob', 'call_1')).toBeUndefined()
  thoughts.keep('alice', 'call_2', 'y'.repeat(10))
  expect(thoughts.find('alice', 'call_1')).toBe('x'.repeat(10))
  thoughts.keep('alice', 'call_3', 'z'.repeat(10))
  expect(thoughts.find('alice', 'call_2')).toBeUndefined()
  expect(thoughts.find('alice', 'call_1')).toBe('x'.repeat(10))
})
