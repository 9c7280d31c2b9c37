import { describe, expect, test } from 'vitest'
import type { CacheTtl } from '../../runtime/wire/dialect.ts'
import { dialects } from '../../runtime/wire/dialects.ts'
import type { Json } from '../../runtime/wire/json.ts'
import { isObject } from '../../runtime/wire/json.ts'
import { aMessagesRequest } from '../support/arbitrary-messages.ts'
import { fc } from '../support/fast-check.ts'

const messages = dialects['anthropic-messages']
const day: Json = { type: 'ephemeral' }
const hour: Json = { type: 'ephemeral', ttl: '1h' }

/** What a provider that caches by marks is sent of a body. */
function sent(body: string, cacheTtl: CacheTtl = '5m'): string {
  const read = messages.read(Buffer.from(body))
  if ('kind' in read) throw new Error(read.message)
  return messages.edit(read, { model: 'up', includeUsage: false, cacheTtl }).toString()
}

const marked = (body: Json, ttl?: CacheTtl): unknown =>
  JSON.parse(sent(JSON.stringify({ model: 'm', max_tokens: 9, ...body }), ttl))

const user = (content: unknown): Json => ({ role: 'user', content })
const text = (words: string, more: Json = {}): Json => ({ type: 'text', text: words, ...more })

describe('`prompt_cache auto` in the messages dialect', () => {
  test('marks the last tool, the last block of `system` and the last block of the last turn', () => {
    const body = {
      tools: [{ name: 'a' }, { name: 'b' }],
      system: [text('You are'), text('kind.')],
      messages: [user('Hi.'), { role: 'assistant', content: 'Hello.' }, user([text('And'), text('then?')])],
    }
    expect(marked(body)).toMatchObject({
      tools: [{ name: 'a' }, { name: 'b', cache_control: day }],
      system: [text('You are'), text('kind.', { cache_control: day })],
      messages: [{}, {}, { content: [text('And'), text('then?', { cache_control: day })] }],
    })
  })

  test('makes a list of a text, whose bytes stay as they are', () => {
    const body = '{"model":"m","system":"Be \\u006bind, é. ","messages":[{"role":"user","content":"Hi. "}]}'
    expect(sent(body)).toBe(
      '{"model":"up","system":[{"type":"text","text":"Be \\u006bind, é. ","cache_control":{"type":"ephemeral"}}],' +
        '"messages":[{"role":"user","content":[{"type":"text","text":"Hi. ","cache_control":{"type":"ephemeral"}}]}]}',
    )
  })

  test('asks for an hour where it is told to', () => {
    expect(marked({ messages: [user('Hi.')] }, '1h')).toMatchObject({
      messages: [{ content: [{ cache_control: hour }] }],
    })
  })

  test.each<[string, unknown, unknown]>([
    [
      'an empty text',
      [user([text('Hi.'), text(' ')])],
      [user([text('Hi.', { cache_control: day }), text(' ')])],
    ],
    ['an empty turn', [user('Hi.'), user('')], [user([text('Hi.', { cache_control: day })]), user('')]],
    [
      'thinking',
      [
        user('Hi.'),
        { role: 'assistant', content: [text('Hm.'), { type: 'thinking', thinking: 'a', signature: 'b' }] },
      ],
      [
        user('Hi.'),
        {
          role: 'assistant',
          content: [text('Hm.', { cache_control: day }), { type: 'thinking', thinking: 'a', signature: 'b' }],
        },
      ],
    ],
    [
      'redacted thinking',
      [user([text('Hm.'), { type: 'redacted_thinking', data: 'a' }])],
      [user([text('Hm.', { cache_control: day }), { type: 'redacted_thinking', data: 'a' }])],
    ],
    [
      'a block that it does not know',
      [user([text('Hm.'), { type: 'of_tomorrow' }])],
      [user([text('Hm.', { cache_control: day }), { type: 'of_tomorrow' }])],
    ],
    [
      'a turn of the system',
      [user('Hi.'), { role: 'system', content: 'Be brief.' }],
      [user([text('Hi.', { cache_control: day })]), { role: 'system', content: 'Be brief.' }],
    ],
  ])('passes over %s', (_, given, wanted) => {
    expect(marked({ messages: given })).toMatchObject({ messages: wanted })
  })

  test('passes over tools that are loaded later', () => {
    const tools = [{ name: 'a' }, { name: 'b', defer_loading: true }]
    expect(marked({ tools })).toMatchObject({
      tools: [
        { name: 'a', cache_control: day },
        { name: 'b', defer_loading: true },
      ],
    })
    expect(marked({ tools: tools.slice(1) })).toMatchObject({ tools: tools.slice(1) })
  })

  test.each([
    ['at the top level', '"cache_control":{"type":"ephemeral"},"messages":[{"role":"user","content":"Hi."}]'],
    ['that is null', '"cache_control":null,"messages":[{"role":"user","content":"Hi."}]'],
    ['on a tool', '"tools":[{"name":"a","cache_control":{"type":"ephemeral"}}],"system":"Be kind."'],
    [
      'inside the result of a tool',
      '"system":"Be kind.","messages":[{"role":"user","content":[{"type":"tool_result","tool_use_id":"a",' +
        '"content":[{"type":"text","text":"b","cache_control":{"type":"ephemeral"}}]}]}]',
    ],
    [
      'written with an escape',
      '"system":[{"type":"text","text":"a","cache\\u005Fcontrol":{"type":"ephemeral"}}]',
    ],
  ])('adds nothing to a mark of the client %s', (_, rest) => {
    expect(sent(`{"model":"m",${rest}}`)).toBe(`{"model":"up",${rest}}`)
  })

  test.each(['{"model":"m"}', '{"model":"m","tools":[{}],"system":7,"messages":[1,{},{"role":"user"}]}'])(
    'leaves what is no request to the provider: %s',
    (body) => {
      expect(sent(body)).toBe(body.replace('"m"', '"up"'))
    },
  )
})

describe('any messages request', () => {
  const indent = fc.integer({ min: 0, max: 2 })
  const ttl = fc.constantFrom<CacheTtl>('5m', '1h')

  test('keeps every byte and its own marks; what is added are at most 4 marks where they may stand', () => {
    fc.assert(
      fc.property(aMessagesRequest, fc.boolean(), indent, ttl, (drawn, plain, spaces, kept) => {
        const given = plain ? (withoutMarks(drawn) as Json) : drawn
        const body = JSON.stringify(given, null, spaces).replace('"gpt-5"', '"up"')
        const edited = sent(body, kept)
        const marks = marksIn(JSON.parse(edited))
        if (marksIn(given).length > 0) {
          expect(edited).toBe(body)
          return
        }
        const mark = `,"cache_control":${JSON.stringify(kept === '1h' ? hour : day)}`
        expect(edited.split(mark).length - 1).toBe(marks.length)
        expect(withoutLists(edited.replaceAll(mark, ''))).toBe(withoutLists(body))
        if (takesMark(given)) expect(marks.length).toBeGreaterThan(0)
        expect(marks.length).toBeLessThanOrEqual(4)
        expect(marks.filter(mayNotStand)).toEqual([])
      }),
    )
  })
})

/** The bytes with each list of one text as that text: a text becomes such a list to hold a mark. */
function withoutLists(body: string): string {
  return body.replaceAll(/\[\{"type":"text","text":("(?:[^"\\]|\\.)*")\}\]/g, '$1')
}

/** Every object that has a mark. */
function marksIn(value: unknown): readonly Json[] {
  if (Array.isArray(value)) return value.flatMap(marksIn)
  if (!isObject(value)) return []
  return [...('cache_control' in value ? [value] : []), ...Object.values(value).flatMap(marksIn)]
}

function withoutMarks(value: unknown): unknown {
  return JSON.parse(
    JSON.stringify(value, (key, each: unknown) => (key === 'cache_control' ? undefined : each)),
  )
}

/** It has a tool that is not loaded later: what else is blank may leave nothing to mark. */
function takesMark({ tools }: Json): boolean {
  return Array.isArray(tools) && tools.some((tool: Json) => tool['defer_loading'] !== true)
}

function mayNotStand({ type, text: words, defer_loading }: Json): boolean {
  const isEmpty = type === 'text' && String(words).trim() === ''
  return isEmpty || type === 'thinking' || type === 'redacted_thinking' || defer_loading === true
}

describe('a budget of thinking, where `max_output` lowers `max_tokens`', () => {
  const capped = (body: Json, maxOutput: number): unknown => {
    const read = messages.read(Buffer.from(JSON.stringify({ model: 'm', ...body })))
    if ('kind' in read) throw new Error(read.message)
    return JSON.parse(messages.edit(read, { model: 'm', includeUsage: false, maxOutput }).toString())
  }
  const thinks = (budget_tokens: number): Json => ({ type: 'enabled', budget_tokens, display: 'omitted' })

  test.each<[string, Json, number, Json]>([
    [
      'is lowered to stay below',
      { max_tokens: 9_000, thinking: thinks(8_000) },
      4_000,
      { thinking: thinks(3_999) },
    ],
    [
      'stays where it is below',
      { max_tokens: 9_000, thinking: thinks(2_000) },
      4_000,
      { thinking: thinks(2_000) },
    ],
    [
      'may be as low as 1,024',
      { max_tokens: 9_000, thinking: thinks(1_024) },
      1_025,
      { thinking: thinks(1_024) },
    ],
    [
      'gives way where less than that is left',
      { max_tokens: 9_000, thinking: thinks(1_024) },
      1_024,
      { thinking: { type: 'disabled' } },
    ],
    [
      'stays where the client thinks between tools, past its own cap',
      { max_tokens: 9_000, thinking: thinks(20_000) },
      4_000,
      { thinking: thinks(20_000) },
    ],
    [
      'is none of a model that thinks by itself',
      { max_tokens: 9_000, thinking: { type: 'adaptive' } },
      10,
      {},
    ],
  ])('%s', (_, body, max, wanted) => {
    expect(capped(body, max)).toEqual({ model: 'm', ...body, max_tokens: max, ...wanted })
  })

  test('is left alone where the cap of the client is lower still', () => {
    const body = { max_tokens: 2_000, thinking: thinks(1_500) }
    expect(capped(body, 4_000)).toEqual({ model: 'm', ...body })
  })
})
