import { describe, expect, test } from 'vitest'
import { idRules } from '../../runtime/wire/canonical/ids.ts'
import { gatherLosses } from '../../runtime/wire/canonical/losses.ts'
import { translateStream } from '../../runtime/wire/canonical/translate.ts'
import type { Json } from '../../runtime/wire/json.ts'
import { chatCodec } from '../../runtime/wire/openai-chat/codec/codec.ts'
import { openaiChat } from '../../runtime/wire/openai-chat/dialect.ts'
import type { WireBody } from '../../runtime/wire/dialect.ts'
import { aChatRequest, aChatStream } from '../support/arbitrary-chat.ts'
import { fc } from '../support/fast-check.ts'

const numRuns = Number(process.env.TRANSLATION_RUNS ?? 2_000)
const to = {
  model: 'gpt-5',
  capField: 'max_completion_tokens',
  maxOutput: undefined,
  ids: idRules['openai-chat'],
}
const side = { dialect: openaiChat, codec: chatCodec }

describe('chat completions through the canonical form', () => {
  test('a request printed back means what it meant', () => {
    fc.assert(
      fc.property(aChatRequest, (request) => {
        const losses = gatherLosses([])
        const printed = chatCodec.print(chatCodec.parse(request), to, losses)
        expect(meaning(printed)).toEqual(meaning(request))
        expect(losses.lost()).toEqual({ dropped: [], refused: undefined })
      }),
      { numRuns },
    )
  })

  test('a stream written again amounts to the same answer', () => {
    fc.assert(
      fc.property(aChatStream, (events) => {
        const bytes = Buffer.from(events.join(''))
        const counted = bytes.includes('prompt_tokens')
        const again = translateStream(side, side, { includeUsage: counted } as WireBody)(bytes)
        expect(openaiChat.endOf(bytes, again)).toEqual(openaiChat.endOf(bytes, bytes))
        expect(answer(again)).toEqual(answer(bytes))
      }),
      { numRuns },
    )
  })
})

function answer(events: Buffer): unknown {
  return JSON.parse(String(openaiChat.assemble(events)))
}

/** A request with what may be written in two ways written in one. */
function meaning(request: Json): unknown {
  const messages = (request['messages'] as readonly Json[]).map((message) => ({
    ...message,
    content: partsOf(message['content']),
  }))
  return JSON.parse(JSON.stringify({ ...request, messages }))
}

function partsOf(content: unknown): unknown {
  if (content === null || content === '') return []
  return typeof content === 'string' ? [{ type: 'text', text: content }] : content
}
