import { describe, expect, test } from 'vitest'
import { messagesCodec } from '../../runtime/wire/anthropic-messages/codec/codec.ts'
import { anthropicMessages } from '../../runtime/wire/anthropic-messages/dialect.ts'
import { geminiCodec } from '../../runtime/wire/gemini/codec/codec.ts'
import { geminiGenerate } from '../../runtime/wire/gemini/dialect.ts'
import { idRules } from '../../runtime/wire/canonical/ids.ts'
import { gatherLosses } from '../../runtime/wire/canonical/losses.ts'
import { translateStream } from '../../runtime/wire/canonical/translate.ts'
import type { Json } from '../../runtime/wire/json.ts'
import { chatCodec } from '../../runtime/wire/openai-chat/codec/codec.ts'
import { openaiChat } from '../../runtime/wire/openai-chat/dialect.ts'
import { responsesCodec } from '../../runtime/wire/openai-responses/codec/codec.ts'
import { openaiResponses } from '../../runtime/wire/openai-responses/dialect.ts'
import { aChatRequest, aChatStream } from '../support/arbitrary-chat.ts'
import { aGeminiRequest, aGeminiStream } from '../support/arbitrary-gemini.ts'
import { aMessagesRequest, aMessagesStream } from '../support/arbitrary-messages.ts'
import { aResponsesRequest, aResponsesStream } from '../support/arbitrary-responses.ts'
import { fc } from '../support/fast-check.ts'
import { translationRuns } from '../support/translation-runs.ts'

const numRuns = translationRuns

/** Each dialect with what it says, what its requests mean, and what of an answer is meant, whichever way it is written. */
const dialects = [
  {
    name: 'chat completions',
    side: { dialect: openaiChat, codec: chatCodec },
    requests: aChatRequest,
    streams: aChatStream,
    meaning: chatMeaning,
    said: (answer: Json) => answer,
  },
  {
    name: 'Responses',
    side: { dialect: openaiResponses, codec: responsesCodec },
    requests: aResponsesRequest,
    streams: aResponsesStream,
    meaning: (request: Json) => request,
    said: ({ id, model, status, incomplete_details, output, usage }: Json) => ({
      id,
      model,
      status,
      incomplete_details,
      output: (output as readonly Json[]).map((item) => ({ ...item, id: undefined })),
      usage,
    }),
  },
  {
    name: 'messages',
    side: { dialect: anthropicMessages, codec: messagesCodec },
    requests: aMessagesRequest,
    streams: aMessagesStream,
    meaning: messagesMeaning,
    said: ({ id, model, content, stop_reason, stop_sequence }: Json) => ({
      id,
      model,
      content,
      stop_reason,
      stop_sequence,
    }),
  },
  {
    name: 'Gemini',
    side: { dialect: geminiGenerate, codec: geminiCodec },
    requests: aGeminiRequest,
    streams: aGeminiStream,
    meaning: (request: Json) => request,
    said: ({ candidates, ...answer }: Json) => ({
      ...answer,
      usageMetadata: undefined,
      candidates: (candidates as readonly Json[]).map(geminiSaid),
    }),
  },
]

describe.each(dialects)('$name through the canonical form', ({ side, requests, streams, meaning, said }) => {
  const { codec, dialect } = side
  const to = {
    model: 'gpt-5',
    capField: 'max_completion_tokens',
    maxOutput: undefined,
    ids: idRules[dialect.name as keyof typeof idRules],
  }

  test('a request printed back means what it meant', () => {
    fc.assert(
      fc.property(requests, (request) => {
        const losses = gatherLosses([])
        const printed = codec.print(codec.parse(request), to, losses)
        expect(meaning(sent(printed))).toEqual(meaning(sent(request)))
        expect(losses.lost()).toEqual({ dropped: [], refused: undefined })
      }),
      { numRuns },
    )
  })

  test('a stream written again amounts to the same answer', () => {
    fc.assert(
      fc.property(streams, (events) => {
        const bytes = Buffer.from(events.join(''))
        const includeUsage = bytes.includes('_tokens"')
        const again = translateStream(side, side, { includeUsage, tools: [] })(bytes)
        expect(dialect.endOf(bytes, again)).toEqual(dialect.endOf(bytes, bytes))
        expect(said(answer(again))).toEqual(said(answer(bytes)))
      }),
      { numRuns },
    )
  })

  function answer(events: Buffer): Json {
    return JSON.parse(String(dialect.assemble(events))) as Json
  }
})

test('a call without arguments is one with an empty object, though Anthropic streams nothing of it', () => {
  const messages = { dialect: anthropicMessages, codec: messagesCodec }
  const chat = { dialect: openaiChat, codec: chatCodec }
  const block = { type: 'tool_use', id: 'toolu_1', name: 'now', input: {} }
  const events = [
    { type: 'message_start', message: { id: 'msg_1', model: 'claude', usage: {} } },
    { type: 'content_block_start', index: 0, content_block: block },
    { type: 'content_block_delta', index: 0, delta: { type: 'input_json_delta', partial_json: '' } },
    { type: 'content_block_stop', index: 0 },
    { type: 'message_delta', delta: { stop_reason: 'tool_use' }, usage: {} },
    { type: 'message_stop' },
  ].map((event) => `event: ${event.type}\ndata: ${JSON.stringify(event)}\n\n`)
  const said = translateStream(messages, chat, { includeUsage: false, tools: [] })(
    Buffer.from(events.join('')),
  )
  expect(JSON.parse(String(openaiChat.assemble(said)))).toMatchObject({
    choices: [{ message: { tool_calls: [{ function: { name: 'now', arguments: '{}' } }] } }],
  })
})

/** As it goes over the wire. */
function sent(request: Json): Json {
  return JSON.parse(JSON.stringify(request)) as Json
}

/** Content that may be one text or a list of parts, as a list. */
function chatMeaning(request: Json): Json {
  const messages = (request['messages'] as readonly Json[]).map((message) => ({
    ...message,
    content: partsOf(message['content']),
  }))
  return { ...request, messages }
}

/** What a candidate says, whichever way its parts are cut; calls that had no id have one when they are written again. */
function geminiSaid({ content, finishReason }: Json): unknown {
  const { parts } = content as { readonly parts: readonly Json[] }
  const same: Readonly<Record<string, string>> = { RECITATION: 'SAFETY', OTHER: 'STOP' }
  const why = String(finishReason)
  return { finishReason: same[why] ?? why, parts: parts.reduce<readonly Json[]>(addGeminiPart, []) }
}

/** Words of one kind are one part, which a signature ends. */
function addGeminiPart(parts: readonly Json[], part: Json): readonly Json[] {
  const { functionCall } = part
  if (functionCall !== undefined) {
    const { id, ...call } = functionCall as Json
    const named = String(id).startsWith('call_') ? call : functionCall
    return [...parts, { ...part, functionCall: named }]
  }
  const last = parts.at(-1)
  const isMore =
    last?.['functionCall'] === undefined &&
    last?.['thoughtSignature'] === undefined &&
    last?.['thought'] === part['thought']
  if (last !== undefined && isMore)
    return [
      ...parts.slice(0, -1),
      { ...last, ...part, text: `${String(last['text'])}${String(part['text'])}` },
    ]
  return part['text'] === '' && part['thoughtSignature'] === undefined ? parts : [...parts, part]
}

/** Content that may be one text or a list of blocks, as a list. */
function messagesMeaning(request: Json): Json {
  const messages = (request['messages'] as readonly Json[]).map((message) => ({
    ...message,
    content: blocksOf(message['content']),
  }))
  return { ...request, messages, system: partsOf(request['system'] ?? null) }
}

function blocksOf(content: unknown): unknown {
  return (partsOf(content) as readonly Json[]).map((block) =>
    block['type'] === 'tool_result' ? { ...block, content: partsOf(block['content'] ?? null) } : block,
  )
}

function partsOf(content: unknown): unknown {
  if (content === null || content === '') return []
  return typeof content === 'string' ? [{ type: 'text', text: content }] : content
}
