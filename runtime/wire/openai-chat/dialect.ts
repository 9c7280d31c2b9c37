import type { Dialect } from '../dialect.ts'
import { assembleAnswer } from './assemble.ts'
import { readChatBody } from './body.ts'
import { editChatBody } from './edit.ts'
import { errorBody, errorEvent } from './errors.ts'
import { chatFields, slots } from './fields.ts'
import { judgeChatEvent } from './judge.ts'
import { renderStream } from './render-stream.ts'
import { readStreamEnd } from './stream-end.ts'
import { stripUsage } from './strip-usage.ts'
import { usageOfAnswer } from './usage.ts'
import { isChatAnswer, isRefusedAnswer } from './whole-answer.ts'

/** A comment: every client of chat completions skips it (wire.md, *Idle and keep-alive*); a `ping` event breaks some. */
const COMMENT = Buffer.from(': keep-alive\n\n')

/** OpenAI's chat completions, as OpenAI and every compatible server speak them. */
export const openaiChat: Dialect = {
  name: 'openai-chat',
  endpoint: 'chat',
  path: '/chat/completions',
  promptSlots: [slots.tools, slots.functions, slots.messages],
  fields: chatFields,
  read: readChatBody,
  edit: editChatBody,
  isAnswer: isChatAnswer,
  isRefused: isRefusedAnswer,
  usageOf: usageOfAnswer,
  judge: judgeChatEvent,
  endOf: (_head, tail) => readStreamEnd(tail),
  stripUsage,
  assemble: assembleAnswer,
  render: (answer, { includeUsage }) => renderStream(answer, includeUsage),
  keepAlive: () => COMMENT,
  headersUp: new Set(['openai-beta']),
  statuses: {},
  errorBody,
  errorEvent,
}
