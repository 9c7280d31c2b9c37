import { describe, expect, test } from 'vitest'
import { messagesCodec } from '../../runtime/wire/anthropic-messages/codec/codec.ts'
import { anthropicMessages } from '../../runtime/wire/anthropic-messages/dialect.ts'
import type { Codec } from '../../runtime/wire/canonical/codec.ts'
import type { CanonicalEvent } from '../../runtime/wire/canonical/events.ts'
import { flattenTools } from '../../runtime/wire/canonical/flatten-tools.ts'
import { idRules } from '../../runtime/wire/canonical/ids.ts'
import { gatherLosses } from '../../runtime/wire/canonical/losses.ts'
import type { Lost } from '../../runtime/wire/canonical/losses.ts'
import { translateStream } from '../../runtime/wire/canonical/translate.ts'
import type { Side } from '../../runtime/wire/canonical/translate.ts'
import { geminiCodec } from '../../runtime/wire/gemini/codec/codec.ts'
import { geminiGenerate } from '../../runtime/wire/gemini/dialect.ts'
import type { Json } from '../../runtime/wire/json.ts'
import { chatCodec } from '../../runtime/wire/openai-chat/codec/codec.ts'
import { openaiChat } from '../../runtime/wire/openai-chat/dialect.ts'
import { responsesCodec } from '../../runtime/wire/openai-responses/codec/codec.ts'
import { openaiResponses } from '../../runtime/wire/openai-responses/dialect.ts'
import { aName } from '../support/arbitrary-wire.ts'
import { fc } from '../support/fast-check.ts'
import { translationRuns } from '../support/translation-runs.ts'

const numRuns = translationRuns / 10

const gemini: Side = { dialect: geminiGenerate, codec: geminiCodec }

/** A request of one dialect as another prints it, and what that lost. */
function printed(
  request: Json,
  from: Codec,
  to: Codec = geminiCodec,
  model = 'gemini-3-pro',
): { readonly body: Json; readonly lost: Lost } {
  const losses = gatherLosses(from.losses)
  const target = { model, capField: 'max_tokens', maxOutput: undefined, ids: idRules['gemini-generate'] }
  const asked = flattenTools(from.leave(from.parse(request)), losses)
  const body = JSON.parse(JSON.stringify(to.print(asked, target, losses))) as Json
  return { body, lost: losses.lost() }
}

function chat(messages: readonly Json[], more: Json = {}): Json {
  return { model: 'm', messages, ...more }
}

const hello = { role: 'user', content: 'Hello?' }

/** A response of Gemini as one event. */
function event(value: Json): string {
  return `data: ${JSON.stringify({ modelVersion: 'gemini-3-pro', responseId: 'r1', ...value })}\r\n\r\n`
}

function said(parts: readonly Json[], finishReason = 'STOP'): string {
  const usageMetadata = { promptTokenCount: 9, candidatesTokenCount: 5, totalTokenCount: 14 }
  return event({
    candidates: [{ content: { parts, role: 'model' }, finishReason, index: 0 }],
    usageMetadata,
  })
}

function decoded(...events: readonly string[]): readonly CanonicalEvent[] {
  const decoder = geminiCodec.decoder()
  return events.flatMap((each) => decoder.read(Buffer.from(each)))
}

// ---------------------------------------------------------------------------------------------- signatures

/** Each client, and what it sends after an answer with a call: the answer again, and the call's result. */
const clients: readonly {
  readonly name: string
  readonly side: Side
  readonly echo: (answer: Json) => Json
}[] = [
  {
    name: 'chat completions',
    side: { dialect: openaiChat, codec: chatCodec },
    echo: ({ choices }) => {
      const [{ message }] = choices as readonly [{ readonly message: Json }]
      const calls = message['tool_calls'] as readonly Json[]
      const results = calls.map(({ id }) => ({ role: 'tool', tool_call_id: id, content: 'sun' }))
      return { messages: [hello, message, ...results] }
    },
  },
  {
    name: 'Responses',
    side: { dialect: openaiResponses, codec: responsesCodec },
    echo: ({ output }) => {
      const items = output as readonly Json[]
      const calls = items.filter(({ type }) => type === 'function_call')
      const results = calls.map(({ call_id }) => ({ type: 'function_call_output', call_id, output: 'sun' }))
      return { input: [hello, ...items, ...results] }
    },
  },
  {
    name: 'messages',
    side: { dialect: anthropicMessages, codec: messagesCodec },
    echo: ({ content }) => {
      const blocks = content as readonly Json[]
      const calls = blocks.filter(({ type }) => type === 'tool_use')
      const results = calls.map(({ id }) => ({ type: 'tool_result', tool_use_id: id, content: 'sun' }))
      return { messages: [hello, { role: 'assistant', content: blocks }, { role: 'user', content: results }] }
    },
  },
]

const aCall = fc.record({
  name: fc.stringMatching(/^[a-zA-Z_][a-zA-Z0-9_-]{0,30}$/),
  id: fc.option(fc.stringMatching(/^[a-z0-9]{8}$/), { nil: undefined }),
  // Base64, as Google writes it; and whatever else it may come to write.
  thoughtSignature: fc.option(fc.oneof(fc.base64String({ minLength: 4 }), fc.string({ minLength: 1 })), {
    nil: undefined,
  }),
})

describe.each(clients)('a client of $name', ({ side, echo }) => {
  test('sends the signature of a call back with it, in an id that it can send', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(aCall, { minLength: 1, maxLength: 3, selector: ({ id }) => id }),
        (calls) => {
          const parts = calls.map(({ name, id, thoughtSignature }, n) => ({
            functionCall: { name, id, args: { n } },
            thoughtSignature,
          }))
          const there = translateStream(gemini, side, { includeUsage: true, tools: [] })(
            Buffer.from(said(parts)),
          )
          const next = echo(JSON.parse(String(side.dialect.assemble(there))) as Json)
          const { contents } = printed(next, side.codec).body as { readonly contents: readonly Json[] }
          expect(new Set(idsIn(next)).size).toBe(calls.length)
          for (const id of idsIn(next)) expect(id).toMatch(/^[\w-]+$/)
          expect(signaturesIn(contents)).toEqual(
            calls.map(({ thoughtSignature }, n) => thoughtSignature ?? (n === 0 ? foreign : undefined)),
          )
          expect(resultsIn(contents).map(({ name }) => name)).toEqual(calls.map(({ name }) => name))
        },
      ),
      { numRuns },
    )
  })

  test('never shows the seal of a call to a provider of another dialect', () => {
    const part = { functionCall: { name: 'weather', args: {} }, thoughtSignature: 'c2VhbA==' }
    const there = translateStream(gemini, side, { includeUsage: true, tools: [] })(Buffer.from(said([part])))
    const next = echo(JSON.parse(String(side.dialect.assemble(there))) as Json)
    expect(JSON.stringify(next)).toContain('__gwc_seal_')
    for (const { side: other } of clients)
      expect(JSON.stringify(printed(next, side.codec, other.codec).body)).not.toContain('__gwc_seal_')
  })
})

const foreign = 'skip_thought_signature_validator'

/** The ids of calls and of their results in what a client sends. */
function idsIn(value: unknown): readonly string[] {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, each]) =>
    idNames.has(name) && typeof each === 'string' ? [each] : idsIn(each),
  )
}

const idNames = new Set(['call_id', 'tool_call_id', 'tool_use_id'])

function partsIn(contents: readonly Json[]): readonly Json[] {
  return contents.flatMap(({ parts }) => parts as readonly Json[])
}

function signaturesIn(contents: readonly Json[]): readonly unknown[] {
  return partsIn(contents).flatMap((part) => ('functionCall' in part ? [part['thoughtSignature']] : []))
}

function resultsIn(contents: readonly Json[]): readonly Json[] {
  return partsIn(contents).flatMap(({ functionResponse }) =>
    functionResponse === undefined ? [] : [functionResponse as Json],
  )
}

describe('calls that another model made', () => {
  const call = (id: string): Json => ({
    id,
    type: 'function',
    function: { name: 'weather', arguments: '{"a":1}' },
  })
  const result = (id: string, content: string): Json => ({ role: 'tool', tool_call_id: id, content })
  const asked = chat([
    hello,
    { role: 'assistant', tool_calls: [call('call_1'), call('call_2')] },
    result('call_2', '{"sun":true}'),
    result('call_1', 'rain'),
  ])

  test('are signed as such for models that look: the first of each turn', () => {
    const { contents } = printed(asked, chatCodec).body as { readonly contents: readonly Json[] }
    expect(signaturesIn(contents)).toEqual([foreign, undefined])
    const older = printed(asked, chatCodec, geminiCodec, 'gemini-2.5-flash').body
    expect(signaturesIn(older['contents'] as readonly Json[])).toEqual([undefined, undefined])
  })

  test('have their results by name, in one content, in the order of the calls, as objects', () => {
    const { contents } = printed(asked, chatCodec).body
    expect(contents).toEqual([
      { role: 'user', parts: [{ text: 'Hello?' }] },
      {
        role: 'model',
        parts: [
          { functionCall: { id: 'call_1', name: 'weather', args: { a: 1 } }, thoughtSignature: foreign },
          { functionCall: { id: 'call_2', name: 'weather', args: { a: 1 } } },
        ],
      },
      {
        role: 'user',
        parts: [
          { functionResponse: { id: 'call_1', name: 'weather', response: { output: 'rain' } } },
          { functionResponse: { id: 'call_2', name: 'weather', response: { sun: true } } },
        ],
      },
    ])
  })

  test('are written to Google’s clients so that they may go on to Gemini', () => {
    const chunk = (delta: Json, finish_reason: string | null = null): string =>
      `data: ${JSON.stringify({ id: 'c', created: 1, model: 'm', choices: [{ index: 0, delta, finish_reason }] })}\n\n`
    const events = [
      chunk({ tool_calls: [{ index: 0, ...call('call_1') }] }),
      chunk({ tool_calls: [{ index: 1, ...call('call_2') }] }),
      chunk({}, 'tool_calls'),
      'data: [DONE]\n\n',
    ]
    const side = { dialect: openaiChat, codec: chatCodec }
    const there = translateStream(side, gemini, { includeUsage: true, tools: [] })(
      Buffer.from(events.join('')),
    )
    const answer = JSON.parse(String(geminiGenerate.assemble(there))) as Json
    expect(answer).toMatchObject({
      candidates: [
        {
          content: {
            role: 'model',
            parts: [
              { functionCall: { name: 'weather', args: { a: 1 } }, thoughtSignature: foreign },
              { functionCall: { name: 'weather', args: { a: 1 } } },
            ],
          },
          finishReason: 'STOP',
        },
      ],
      usageMetadata: { promptTokenCount: 0, candidatesTokenCount: 0, totalTokenCount: 0 },
    })
  })
})

test('results without an id answer the first call of their name that waits', () => {
  const request = {
    contents: [
      { role: 'user', parts: [{ text: 'Weather?' }] },
      { role: 'model', parts: ['a', 'b', 'a'].map((name) => ({ functionCall: { name, args: {} } })) },
      {
        role: 'user',
        parts: ['a', 'a', 'b'].map((name, n) => ({ functionResponse: { name, response: { n } } })),
      },
    ],
  }
  const { messages } = printed(request, geminiCodec, chatCodec).body
  expect(messages).toMatchObject([
    {},
    { tool_calls: [{ id: 'gemini_call_0' }, { id: 'gemini_call_1' }, { id: 'gemini_call_2' }] },
    { role: 'tool', tool_call_id: 'gemini_call_0', content: '{"n":0}' },
    { role: 'tool', tool_call_id: 'gemini_call_2', content: '{"n":1}' },
    { role: 'tool', tool_call_id: 'gemini_call_1', content: '{"n":2}' },
  ])
})

test('instructions stand first, and those that come later are said by the user in their place', () => {
  const request = chat([
    { role: 'system', content: 'Be brief.' },
    { role: 'developer', content: 'Be kind.' },
    hello,
    { role: 'assistant', content: 'Hello.' },
    { role: 'system', content: 'Now be long.' },
    hello,
  ])
  expect(printed(request, chatCodec).body).toEqual({
    systemInstruction: { parts: [{ text: 'Be brief.' }, { text: 'Be kind.' }] },
    contents: [
      { role: 'user', parts: [{ text: 'Hello?' }] },
      { role: 'model', parts: [{ text: 'Hello.' }] },
      { role: 'user', parts: [{ text: 'Now be long.' }, { text: 'Hello?' }] },
    ],
  })
})

test('an image that a tool gave stands in its result, or after it where the model is older', () => {
  const source = { type: 'base64', media_type: 'image/png', data: 'AAAA' }
  const request = {
    max_tokens: 9,
    messages: [
      hello,
      { role: 'assistant', content: [{ type: 'tool_use', id: 't1', name: 'see', input: {} }] },
      {
        role: 'user',
        content: [
          {
            type: 'tool_result',
            tool_use_id: 't1',
            is_error: true,
            content: [
              { type: 'text', text: 'Dark.' },
              { type: 'image', source },
            ],
          },
        ],
      },
    ],
  }
  const inlineData = { mimeType: 'image/png', data: 'AAAA' }
  const functionResponse = { id: 't1', name: 'see', response: { error: 'Dark.' } }
  const now = printed(request, messagesCodec).body['contents'] as readonly Json[]
  expect(now.at(-1)).toEqual({
    role: 'user',
    parts: [{ functionResponse: { ...functionResponse, parts: [{ inlineData }] } }],
  })
  const before = printed(request, messagesCodec, geminiCodec, 'gemini-2.5-pro').body[
    'contents'
  ] as readonly Json[]
  expect(before.slice(-2)).toEqual([
    { role: 'user', parts: [{ functionResponse }] },
    { role: 'user', parts: [{ inlineData }] },
  ])
})

describe('how much to think', () => {
  test.each([
    ['none', 'gemini-2.5-flash', { thinkingBudget: 0 }],
    ['none', 'gemini-2.5-pro', { thinkingBudget: 128 }],
    ['high', 'gemini-2.5-flash', { thinkingBudget: 24_576 }],
    ['none', 'gemini-3-flash', { thinkingLevel: 'MINIMAL' }],
    ['minimal', 'gemini-3-pro-preview', { thinkingLevel: 'LOW' }],
    ['medium', 'gemini-3-flash', { thinkingLevel: 'MEDIUM' }],
    ['xhigh', 'gemini-flash-latest', { thinkingLevel: 'HIGH' }],
    ['low', 'models/gemini-2.5-flash-lite', { thinkingBudget: 1_024 }],
  ])('%s is said to %s in its own terms', (effort, model, thinkingConfig) => {
    const request = chat([hello], { reasoning_effort: effort })
    expect(printed(request, chatCodec, geminiCodec, model).body).toMatchObject({
      generationConfig: { thinkingConfig },
    })
  })

  test('nothing is said of it to a model that does not think', () => {
    const request = chat([hello], { reasoning_effort: 'none' })
    expect(printed(request, chatCodec, geminiCodec, 'gemini-2.0-flash').body).not.toHaveProperty(
      'generationConfig',
    )
  })

  test.each([
    [{ thinkingBudget: 0 }, 'none'],
    [{ thinkingBudget: 2_000 }, 'low'],
    [{ thinkingLevel: 'HIGH' }, 'high'],
    [{ thinkingBudget: -1 }, undefined],
  ])('%j is the effort %s', (thinkingConfig, effort) => {
    const request = { contents: [], generationConfig: { thinkingConfig } }
    const { body, lost } = printed(request, geminiCodec, chatCodec)
    expect(body['reasoning_effort']).toBe(effort)
    expect(lost.dropped).toEqual([])
  })

  test('a budget of Anthropic’s is a level or a budget', () => {
    const request = {
      max_tokens: 9_000,
      thinking: { type: 'enabled', budget_tokens: 8_000 },
      messages: [hello],
    }
    expect(printed(request, messagesCodec).body).toMatchObject({
      generationConfig: { thinkingConfig: { thinkingLevel: 'MEDIUM' } },
    })
    expect(printed(request, messagesCodec, geminiCodec, 'gemini-2.5-pro').body).toMatchObject({
      generationConfig: { thinkingConfig: { thinkingBudget: 8_000 } },
    })
  })
})

describe('schemas', () => {
  function schema(parameters: Json): { readonly schema: unknown; readonly lost: Lost } {
    const tools = [{ type: 'function', function: { name: 'f', parameters } }]
    const { body, lost } = printed(chat([hello], { tools }), chatCodec)
    const [{ functionDeclarations }] = body['tools'] as readonly [
      { readonly functionDeclarations: readonly Json[] },
    ]
    return { schema: functionDeclarations[0]!['parametersJsonSchema'], lost }
  }

  function field(value: Json): Json {
    return { type: 'object', properties: { a: value } }
  }

  test.each([
    ['const', { const: 'x' }, { enum: ['x'] }],
    ['a type that may be null', { type: ['string', 'null'] }, { type: ['string', 'null'] }],
    [
      'several types',
      { type: ['array', 'string'], items: { type: 'integer' }, description: 'd' },
      {
        anyOf: [
          { type: 'array', items: { type: 'integer' }, description: 'd' },
          { type: 'string', description: 'd' },
        ],
      },
    ],
    ['allOf', { allOf: [{ type: 'string' }, { description: 'd' }] }, { type: 'string', description: 'd' }],
    ['a bound left out', { type: 'integer', exclusiveMinimum: 0 }, { type: 'integer', minimum: 1 }],
    [
      'a tuple of older drafts',
      { type: 'array', items: [{ type: 'string' }] },
      { type: 'array', prefixItems: [{ type: 'string' }] },
    ],
    [
      'additionalProperties',
      { type: 'object', additionalProperties: { const: 1 } },
      { type: 'object', additionalProperties: { enum: [1] } },
    ],
    [
      'null among choices',
      { type: ['string', 'null'], enum: ['a', null] },
      { type: ['string', 'null'], enum: ['a'] },
    ],
    ['annotations', { type: 'string', default: 'x', $comment: 'c', examples: ['x'] }, { type: 'string' }],
    ['any value', { items: true, type: 'array' }, { items: {}, type: 'array' }],
  ])('%s', (_, value, said) => {
    expect(schema(field(value))).toEqual({ schema: field(said), lost: { dropped: [], refused: undefined } })
  })

  test('references are put in their place', () => {
    const town = { type: 'object', properties: { name: { type: 'string' } } }
    const refers = {
      $defs: { town, named: { $ref: '#/$defs/town', description: 'there' } },
      type: 'object',
      properties: { from: { $ref: '#/$defs/town' }, to: { $ref: '#/$defs/named' } },
    }
    expect(schema(refers)).toEqual({
      schema: { type: 'object', properties: { from: town, to: { ...town, description: 'there' } } },
      lost: { dropped: [], refused: undefined },
    })
  })

  test.each([
    ['itself', { type: 'object', properties: { next: { $ref: '#' } } }],
    ['what is not there', field({ $ref: '#/$defs/none' })],
    ['elsewhere', field({ $ref: 'https://example.com/town.json' })],
  ])('a schema that refers to %s is refused by name', (_, value) => {
    expect(schema(value).lost.refused?.field).toBe('tools[].function.parameters.$ref')
  })

  test('definitions that name each other over and over are refused, not written out', () => {
    const names = Array.from({ length: 30 }, (_, n) => n)
    const both = (n: number): Json => ({
      type: 'object',
      properties: { a: { $ref: `#/$defs/d${n}` }, b: { $ref: `#/$defs/d${n}` } },
    })
    const $defs = Object.fromEntries(names.map((n) => [`d${n}`, n === 29 ? { type: 'string' } : both(n + 1)]))
    expect(schema({ ...both(0), $defs }).lost.refused?.field).toBe('tools[].function.parameters.$ref')
  })

  test('what cannot be said is dropped with a warning by its name', () => {
    const { lost } = schema(field({ type: 'string', pattern: '^a', minLength: 1, not: { const: 'b' } }))
    expect(lost.dropped).toEqual(
      ['pattern', 'minLength', 'not'].map((keyword) => `tools[].function.parameters.${keyword}`),
    )
  })

  test('Google’s own are JSON Schema elsewhere', () => {
    const parameters = {
      type: 'OBJECT',
      properties: {
        a: { type: 'STRING', nullable: true, format: 'enum', enum: ['x'] },
        b: { type: 'ARRAY', items: { type: 'INTEGER' }, max_items: '3' },
      },
      propertyOrdering: ['b', 'a'],
    }
    const request = { contents: [], tools: [{ function_declarations: [{ name: 'f', parameters }] }] }
    const { body, lost } = printed(request, geminiCodec, chatCodec)
    expect(body['tools']).toMatchObject([
      {
        function: {
          parameters: {
            type: 'object',
            properties: {
              a: { type: ['string', 'null'], enum: ['x'] },
              b: { type: 'array', items: { type: 'integer' }, maxItems: 3 },
            },
          },
        },
      },
    ])
    expect(lost).toEqual({ dropped: [], refused: undefined })
  })
})

test('a request in the names of the proto fields is read like any other', () => {
  const request = {
    system_instruction: { parts: { text: 'Be brief.' } },
    contents: { role: 'user', parts: [{ inline_data: { mime_type: 'image/png', data: 'AAAA' } }] },
    generation_config: {
      max_output_tokens: 9,
      response_mime_type: 'application/json',
      stop_sequences: ['END'],
    },
    tool_config: { function_calling_config: { mode: 'ANY', allowed_function_names: ['f'] } },
    tools: [{ function_declarations: [{ name: 'f' }] }],
  }
  const { body, lost } = printed(request, geminiCodec, chatCodec)
  expect(body).toMatchObject({
    messages: [
      { role: 'system', content: 'Be brief.' },
      { role: 'user', content: [{ type: 'image_url', image_url: { url: 'data:image/png;base64,AAAA' } }] },
    ],
    max_tokens: 9,
    stop: ['END'],
    response_format: { type: 'json_object' },
    tool_choice: { type: 'function', function: { name: 'f' } },
  })
  expect(lost).toEqual({ dropped: [], refused: undefined })
})

describe('what only Google does', () => {
  test.each([
    [{ tools: [{ googleSearch: {} }] }, 'tools[].googleSearch'],
    [{ tools: [{ code_execution: {} }] }, 'tools[].codeExecution'],
    [{ cachedContent: 'cachedContents/1' }, 'cachedContent'],
    [{ generationConfig: { candidateCount: 2 } }, 'generationConfig.candidateCount'],
    [{ generationConfig: { responseModalities: ['IMAGE'] } }, 'generationConfig.responseModalities'],
    [
      { toolConfig: { functionCallingConfig: { mode: 'ANY', allowedFunctionNames: ['a', 'b'] } } },
      'toolConfig.functionCallingConfig.allowedFunctionNames',
    ],
    [
      { contents: [{ parts: [{ fileData: { mimeType: 'image/png', fileUri: 'gs://b/i.png' } }] }] },
      'contents[].parts[].fileData',
    ],
  ])('%j is refused by name', (more, field) => {
    const { lost } = printed({ contents: [], ...more }, geminiCodec, chatCodec)
    expect(lost.refused?.field).toBe(field)
  })

  test('is dropped with a warning where the answer is one without it', () => {
    const safetySettings = [{ category: 'HARM_CATEGORY_HARASSMENT', threshold: 'BLOCK_NONE' }]
    const generationConfig = { topK: 40, candidateCount: 1, responseLogprobs: true, seed: 7 }
    const { body, lost } = printed({ contents: [], safetySettings, generationConfig }, geminiCodec, chatCodec)
    expect(body['seed']).toBe(7)
    expect(lost.dropped).toEqual([
      'generationConfig.topK',
      'safetySettings',
      'generationConfig.responseLogprobs',
    ])
  })
})

describe('the end of an answer', () => {
  test.each([
    ['STOP', 'end'],
    ['MAX_TOKENS', 'length'],
    ['SAFETY', 'filtered'],
    ['RECITATION', 'filtered'],
    ['PROHIBITED_CONTENT', 'filtered'],
    ['OTHER', 'end'],
  ])('%s is %s', (finish, reason) => {
    expect(decoded(said([{ text: 'Hello.' }], finish)).at(-1)).toMatchObject({
      kind: 'finish',
      stop: { reason },
    })
  })

  test('after calls is that they wait', () => {
    const events = decoded(said([{ functionCall: { name: 'f', args: {} } }]))
    expect(events.at(-1)).toMatchObject({ kind: 'finish', stop: { reason: 'tools' } })
  })

  test('that is a malformed call is an error, not an answer', () => {
    const events = decoded(said([], 'MALFORMED_FUNCTION_CALL'))
    expect(events.at(-1)).toMatchObject({
      kind: 'error',
      error: { status: 502, code: 'malformed_function_call' },
    })
  })

  test('of a prompt that was blocked is a refusal', () => {
    const events = decoded(event({ promptFeedback: { blockReason: 'SAFETY' } }))
    expect(events).toMatchObject([{ kind: 'start' }, { kind: 'finish', stop: { reason: 'filtered' } }])
  })

  test('is told with the usage of the last event, thoughts within the output and the cache apart', () => {
    const usageMetadata = {
      promptTokenCount: 20,
      cachedContentTokenCount: 8,
      candidatesTokenCount: 5,
      thoughtsTokenCount: 3,
      totalTokenCount: 28,
    }
    const first = event({
      candidates: [{ content: { parts: [{ text: 'A' }] } }],
      usageMetadata: { promptTokenCount: 20 },
    })
    const last = event({ candidates: [{ content: { parts: [] }, finishReason: 'STOP' }], usageMetadata })
    expect(decoded(first, 'data: {}\n\n', last).at(-1)).toMatchObject({
      usage: { input: 12, cacheRead: 8, output: 8, reasoning: 3 },
    })
  })

  test('may be an error in the midst of it', () => {
    const error = { code: 503, message: 'overloaded', status: 'UNAVAILABLE' }
    expect(decoded(event({ error }))).toEqual([
      { kind: 'error', error: { status: 502, code: 'unavailable', message: 'overloaded' } },
    ])
  })
})

test('thoughts are told to clients that show them, apart from the answer', () => {
  const parts = [{ text: 'Hm.', thought: true }, { text: 'Hello.' }]
  const there = translateStream(
    gemini,
    { dialect: openaiChat, codec: chatCodec },
    { includeUsage: false, tools: [] },
  )(Buffer.from(said(parts)))
  expect(JSON.parse(String(openaiChat.assemble(there)))).toMatchObject({
    choices: [{ message: { reasoning_content: 'Hm.', content: 'Hello.' } }],
  })
})

test('an id that a server gives to a call of each answer means the call before its result', () => {
  const turn = (name: string, id: string): readonly Json[] => [
    {
      role: 'assistant',
      tool_calls: [
        { id, type: 'function', function: { name, arguments: '{}' } },
        { id: `${id}_${name}`, type: 'function', function: { name: 'clock', arguments: '{}' } },
      ],
    },
    { role: 'tool', tool_call_id: id, content: name },
    { role: 'tool', tool_call_id: `${id}_${name}`, content: 'noon' },
  ]
  const messages = [{ role: 'user', content: 'Hi.' }, ...turn('weather', 'call_0'), ...turn('news', 'call_0')]
  const { contents } = printed({ model: 'm', messages }, chatCodec).body as {
    readonly contents: readonly Json[]
  }
  expect(resultsIn(contents).map(({ name }) => name)).toEqual(['weather', 'clock', 'news', 'clock'])
})

test('calls without a name of their own are named the same each time', () => {
  fc.assert(
    fc.property(aName, (name) => {
      const stream = said([{ functionCall: { name, args: {} } }, { functionCall: { name, args: {} } }])
      const ids = decoded(stream).flatMap((each) =>
        each.kind === 'open' && each.part.kind === 'tool-call' ? [each.part.id] : [],
      )
      expect(new Set(ids).size).toBe(2)
      expect(decoded(stream)).toEqual(decoded(stream))
    }),
    { numRuns: 20 },
  )
})
