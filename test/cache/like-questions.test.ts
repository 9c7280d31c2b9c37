import { afterEach, describe, expect, test } from 'vitest'
import { keyOf, startCacheWorld } from '../support/cache-world.ts'
import type { Answered, CacheWorld, Question, WorldOptions } from '../support/cache-world.ts'

const open: (() => Promise<void>)[] = []

afterEach(async () => {
  for (const close of open.splice(0).reverse()) await close()
})

async function world(options?: WorldOptions): Promise<CacheWorld> {
  const made = await startCacheWorld(options)
  open.push(made.close)
  return made
}

const france = 'What is the capital of France?'
/** The same question for the verifier. */
const please = 'Please, what is the capital of France?'
const germany = 'What is the capital of Germany?'

/** What the cache says of one request and of another behind it. */
async function twice(
  { ask }: Pick<CacheWorld, 'ask'>,
  first: Question,
  second: Question,
): Promise<readonly string[]> {
  const answers = [await ask({ text: france, ...first }), await ask({ text: please, ...second })]
  expect(answers.map(({ status }) => status)).toEqual([200, 200])
  return answers.map(({ cache }) => cache)
}

describe('a semantic cache', () => {
  test('answers the same question in other words from what it kept, at no cost, and says so', async () => {
    const { ask, provider, fixture } = await world()
    const first = await ask({ text: france })
    expect([first.cache, first.said]).toEqual(['miss', 'Answer 1.'])
    const again = await ask({ text: please })
    expect([again.cache, again.said]).toEqual(['semantic', 'Answer 1.'])
    expect(again.headers.get('x-gwc-cost')).toBe('0')
    expect(again.details).toEqual({ id: expect.stringMatching(/^[0-9a-f]{64}$/), score: '1', age: '0' })
    const exact = await ask({ text: france })
    expect([exact.cache, exact.details['id']]).toEqual(['exact', again.details['id']])
    expect(provider.requests).toHaveLength(1)
    expect(fixture.traces.map((trace) => trace.hit?.layer)).toEqual([undefined, 'canonical', 'exact'])
    expect(fixture.bugs).toEqual([])
  })

  test('does not answer a question that looks like another one', async () => {
    const { ask } = await world()
    await ask({ text: france })
    expect(await ask({ text: germany })).toMatchObject({ cache: 'miss', said: 'Answer 2.' })
    expect(await ask({ text: please })).toMatchObject({ cache: 'semantic', said: 'Answer 1.' })
    expect(await ask({ text: 'Tell me the capital of Germany.' })).toMatchObject({ said: 'Answer 2.' })
  })

  test('keeps what streamed to its end, and streams it to who asks so', async () => {
    const { ask, provider } = await world()
    await ask({ text: france, stream: true })
    expect(await ask({ text: please })).toMatchObject({ cache: 'semantic', said: 'Answer 1.' })
    const streamed = await ask({
      text: please,
      stream: true,
      more: { stream_options: { include_usage: true } },
    })
    expect(streamed.headers.get('content-type')).toMatch('text/event-stream')
    expect(streamed.body).toMatch(/"cached_tokens":\d+.*data: \[DONE\]\n\n$/s)
    expect(provider.requests).toHaveLength(1)
  })

  test('shares answers within its scope alone: two tenants never meet', async () => {
    const { ask } = await world()
    const bob = { key: keyOf(1) }
    const eve = { key: keyOf(2) }
    expect(await twice({ ask }, {}, bob)).toEqual(['miss', 'semantic'])
    expect(await ask({ text: france, ...eve })).toMatchObject({ cache: 'miss' })
    expect(await ask({ text: please, ...eve })).toMatchObject({ cache: 'semantic', said: 'Answer 2.' })
    expect(await ask({ text: please, ...bob })).toMatchObject({ cache: 'semantic', said: 'Answer 1.' })
  })
})

/** A picture of two bytes, by the second one. */
const image = (url: string): object => ({ type: 'image_url', image_url: { url } })
const png = (last: string): object => image(`data:image/png;base64,AA${last}=`)
const tool = (name: string): object => ({
  type: 'function',
  function: { name, parameters: { type: 'object' } },
})
const system = (content: string, role = 'system'): object => ({ role, content })
const user = (content: unknown): object => ({ role: 'user', content })
const said = (content: string): object => ({ role: 'assistant', content })

/** A question behind other messages. */
const behind =
  (...before: readonly object[]) =>
  (text: string): object => ({ messages: [...before, user(text)] })
/** A question with other fields. */
const beside =
  (fields: object) =>
  (text: string): object => ({ messages: [user(text)], ...fields })
/** A question with other parts. */
const among =
  (...parts: readonly object[]) =>
  (text: string): object => ({ messages: [user([...parts, { type: 'text', text }])] })

type Ask = (text: string) => object

describe('a hit never crosses', () => {
  const rows: readonly (readonly [string, Ask, Ask])[] = [
    ['system messages', behind(system('Be brief.')), behind(system('Be rude.'))],
    ['developer messages', behind(system('Be brief.')), behind(system('Be brief.', 'developer'))],
    ['earlier turns', behind(user('Hi.'), said('Yes?')), behind(user('Hi.'), said('No.'))],
    ['whether there were earlier turns', behind(user('Hi.'), said('Yes?')), behind()],
    ['tools', beside({ tools: [tool('search')] }), beside({ tools: [tool('fetch')] })],
    [
      'tool choice',
      beside({ tools: [tool('search')] }),
      beside({ tools: [tool('search')], tool_choice: 'none' }),
    ],
    ['the form of the answer', beside({}), beside({ response_format: { type: 'json_object' } })],
    ['the temperature', beside({ temperature: 0 }), beside({ temperature: 0.2 })],
    ['the cap of the output', beside({ max_tokens: 10 }), beside({ max_tokens: 11 })],
    ['where it stops', beside({ stop: 'a' }), beside({ stop: 'b' })],
    ['a seed', beside({ seed: 1 }), beside({ seed: 2 })],
    ['a field that gwc does not know', beside({ brand_new: 1 }), beside({ brand_new: 2 })],
    ['attachments', among(png('A')), among(png('B'))],
    [
      'other text beside the question',
      among({ type: 'text', text: 'A' }),
      among({ type: 'text', text: 'B' }),
    ],
  ]

  test.each(rows)('%s', async (_, one, other) => {
    const { ask } = await world({ cache: { within: 'key' } })
    const cache = async (more: Ask, text: string): Promise<string> => (await ask({ more: more(text) })).cache
    expect(await cache(one, france)).toBe('miss')
    expect(await cache(other, please)).toBe('miss')
    expect(await cache(one, 'Tell me the capital of France.')).toBe('semantic') // it is the difference that kept them apart
  })

  test('a beta that the request asks for', async () => {
    const beta = { headers: { 'openai-beta': 'new=1' } }
    expect(await twice(await world(), {}, beta)).toEqual(['miss', 'miss'])
  })

  test('a label that the client puts on its data, where the policy reads it', async () => {
    const { ask } = await world({ labelled: true })
    const secret = { headers: { 'x-data-class': 'secret' } }
    const open = { headers: { 'x-data-class': 'open' } }
    expect(await twice({ ask }, secret, open)).toEqual(['miss', 'miss'])
    expect((await ask({ text: 'Tell me the capital of France.', ...secret })).cache).toBe('semantic')
  })

  test('what the policy decides: the models asked for', async () => {
    const { ask } = await world({ asked: true })
    const large = { more: beside({ model: 'acme/large' })(france) }
    expect(await twice({ ask }, large, { more: beside({ model: 'acme/small' })(please) })).toEqual([
      'miss',
      'miss',
    ])
    expect(await ask({ more: beside({ model: 'acme/large' })(please) })).toMatchObject({ cache: 'semantic' })
  })
})

describe('never compared by likeness is', () => {
  const call = { id: 'call_1', type: 'function', function: { name: 'f', arguments: '{}' } }
  const rows: readonly (readonly [string, Ask])[] = [
    ['several answers', beside({ n: 2 })],
    ['a temperature above 0.3', beside({ temperature: 0.31 })],
    [
      'a conversation with calls of tools',
      behind(
        { role: 'assistant', content: null, tool_calls: [call] },
        { role: 'tool', tool_call_id: 'call_1', content: '1' },
      ),
    ],
    ['an attachment that lies elsewhere', among(image('https://example.com/a.png'))],
    ['a turn that is not the user’s', (text) => ({ messages: [user(text), said('Paris')] })],
    ['fenced code', (text) => ({ messages: [user(`${text}\n\`\`\`js\n1\n\`\`\``)] })],
    ['what refers to something else', (text) => ({ messages: [user(`${text} And is this true of it?`)] })],
    ['numbers that lose digits', beside({ seed: 12_345_678_901_234_567n.toString() })],
  ]

  test.each(rows)('%s', async (_, more) => {
    const { ask } = await world({ cache: { within: 'key' } })
    const all: Answered[] = []
    for (const text of [france, please]) all.push(await ask({ more: more(text) }))
    expect(all.map(({ cache }) => cache)).toEqual(['miss', 'miss'])
    expect((await ask({ more: more(please) })).cache).toBe('exact') // the whole request may still repeat
  })

  test('a question about the time, unless answers are kept for a minute at most', async () => {
    const texts = ['What is the weather in Paris today?', 'Please, what is the weather in Paris today?']
    const caches = async (ttlMs: number): Promise<readonly string[]> => {
      const { ask } = await world({ cache: { ttlMs } })
      return [(await ask({ text: texts[0]! })).cache, (await ask({ text: texts[1]! })).cache]
    }
    expect(await caches(60_001)).toEqual(['miss', 'miss'])
    expect(await caches(60_000)).toEqual(['miss', 'semantic'])
  })

  test('a question about oneself wider than one’s own key or person', async () => {
    const texts = ['What is my account balance?', 'Please, what is my account balance?']
    const caches = async (within: 'team' | 'key' | 'developer'): Promise<readonly string[]> => {
      const { ask } = await world({ cache: { within } })
      return [(await ask({ text: texts[0]! })).cache, (await ask({ text: texts[1]! })).cache]
    }
    expect(await caches('team')).toEqual(['miss', 'miss'])
    expect(await caches('key')).toEqual(['miss', 'semantic'])
    expect(await caches('developer')).toEqual(['miss', 'semantic'])
  })
})
