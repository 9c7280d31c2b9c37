import type { Dialect } from '../dialect.ts'
import { assembleAnswer } from './assemble.ts'
import { readMessagesBody } from './body.ts'
import { droppedFields, editMessagesBody } from './edit.ts'
import { errorBody, errorEvent } from './errors.ts'
import { messagesFields } from './fields.ts'
import { judgeMessagesEvent } from './judge.ts'
import { renderStream } from './render-stream.ts'
import { messagesSeals } from './seals.ts'
import { readStreamEnd } from './stream-end.ts'
import { usageOfAnswer } from './usage.ts'
import { isMessage, isRefusedMessage } from './whole-answer.ts'

/** What Anthropic itself sends while a model thinks; every client of messages skips it (wire.md, *Idle and keep-alive*). */
const PING = Buffer.from('event: ping\ndata: {"type": "ping"}\n\n')

/** Anthropic's messages, as Anthropic and every compatible server speak them. */
export const anthropicMessages: Dialect = {
  name: 'anthropic-messages',
  endpoint: 'messages',
  path: '/messages',
  promptSlots: [messagesFields.slots.tools, messagesFields.slots.system, messagesFields.slots.messages],
  fields: messagesFields.index,
  read: readMessagesBody,
  edit: editMessagesBody,
  editDrops: droppedFields,
  isAnswer: isMessage,
  isRefused: isRefusedMessage,
  usageOf: usageOfAnswer,
  judge: judgeMessagesEvent,
  seals: messagesSeals,
  endOf: readStreamEnd,
  stripUsage: (events) => events,
  assemble: assembleAnswer,
  render: (answer) => renderStream(answer),
  keepAlive: () => PING,
  headersUp: new Set(['anthropic-version', 'anthropic-beta']),
  // Claude Code takes a 400 for a feature that the server lacks, and asks six times with ever fewer of them.
  statuses: { no_capable_model: 403, invalid_fact: 403 },
  errorBody,
  errorEvent,
}
