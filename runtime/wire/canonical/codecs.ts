import type { DialectName } from '../dialect.ts'
import { messagesCodec } from '../anthropic-messages/codec/codec.ts'
import { geminiCodec } from '../gemini/codec/codec.ts'
import { chatCodec } from '../openai-chat/codec/codec.ts'
import { responsesCodec } from '../openai-responses/codec/codec.ts'
import type { Codec } from './codec.ts'

/** The dialects that meet in the canonical form; the others are only passed through. */
export const codecs: Readonly<Partial<Record<DialectName, Codec>>> = {
  'openai-chat': chatCodec,
  'openai-responses': responsesCodec,
  'anthropic-messages': messagesCodec,
  'gemini-generate': geminiCodec,
}
