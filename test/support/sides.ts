import { messagesCodec } from '../../runtime/wire/anthropic-messages/codec/codec.ts'
import { anthropicMessages } from '../../runtime/wire/anthropic-messages/dialect.ts'
import { geminiCodec } from '../../runtime/wire/gemini/codec/codec.ts'
import { geminiGenerate } from '../../runtime/wire/gemini/dialect.ts'
import { chatCodec } from '../../runtime/wire/openai-chat/codec/codec.ts'
import { openaiChat } from '../../runtime/wire/openai-chat/dialect.ts'
import { responsesCodec } from '../../runtime/wire/openai-responses/codec/codec.ts'
import { openaiResponses } from '../../runtime/wire/openai-responses/dialect.ts'
import { aChatRequest, aChatStream } from './arbitrary-chat.ts'
import { aGeminiRequest, aGeminiStream } from './arbitrary-gemini.ts'
import { aMessagesRequest, aMessagesStream } from './arbitrary-messages.ts'
import { aResponsesRequest, aResponsesStream } from './arbitrary-responses.ts'

/** The dialects that are translated into one another, each with its requests and streams at random. */
export const sides = [
  {
    name: 'openai-chat',
    codec: chatCodec,
    dialect: openaiChat,
    requests: aChatRequest,
    streams: aChatStream,
  },
  {
    name: 'openai-responses',
    codec: responsesCodec,
    dialect: openaiResponses,
    requests: aResponsesRequest,
    streams: aResponsesStream,
  },
  {
    name: 'anthropic-messages',
    codec: messagesCodec,
    dialect: anthropicMessages,
    requests: aMessagesRequest,
    streams: aMessagesStream,
  },
  {
    name: 'gemini-generate',
    codec: geminiCodec,
    dialect: geminiGenerate,
    requests: aGeminiRequest,
    streams: aGeminiStream,
  },
] as const

export type RandomSide = (typeof sides)[number]

/** Each of them with each other, there and back. */
export const pairs = sides.flatMap((a) =>
  sides.filter((b) => b !== a).map((b) => ({ from: a.name, to: b.name, a, b })),
)
