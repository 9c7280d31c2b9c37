import type { Dialect } from '../dialect.ts'
import { errorBody } from '../openai-chat/errors.ts'
import { responsesWords, usageNearEnd } from '../openai-usage.ts'
import { answerId } from './answer-id.ts'
import { assembleResponse } from './assemble.ts'
import { readResponsesBody } from './body.ts'
import { editResponsesBody } from './edit.ts'
import { responsesErrorEvent } from './errors.ts'
import { responsesFields } from './fields.ts'
import { judgeResponsesEvent } from './judge.ts'
import { repeatInProgress } from './keep-alive.ts'
import { renderStream } from './render-stream.ts'
import { responsesSeals } from './seals.ts'
import { readStreamEnd } from './stream-end.ts'
import { isRefusedResponse, isResponse } from './whole-answer.ts'

/** OpenAI's Responses: what Codex speaks, and the newer SDKs by default. */
export const openaiResponses: Dialect = {
  name: 'openai-responses',
  endpoint: 'responses',
  path: '/responses',
  promptSlots: [responsesFields.slots.tools, responsesFields.slots.instructions, responsesFields.slots.input],
  fields: responsesFields.index,
  read: readResponsesBody,
  edit: editResponsesBody,
  isAnswer: isResponse,
  isRefused: isRefusedResponse,
  usageOf: (answer) => usageNearEnd(answer, responsesWords),
  judge: judgeResponsesEvent,
  answerId,
  seals: responsesSeals,
  endOf: (_head, tail) => readStreamEnd(tail),
  // Usage comes in the terminal event, asked for or not.
  stripUsage: (events) => events,
  assemble: assembleResponse,
  render: renderStream,
  keepAlive: repeatInProgress,
  headersUp: new Set(['openai-beta']),
  // Codex tries a 402 six times (wire.md, *Fault matrix*).
  statuses: { budget_spent: 400 },
  errorBody,
  errorEvent: responsesErrorEvent,
}
