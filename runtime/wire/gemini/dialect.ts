import type { Dialect } from '../dialect.ts'
import { assembleAnswer } from './assemble.ts'
import { readGenerateBody } from './body.ts'
import { editGenerateBody } from './edit.ts'
import { errorBody, errorEvent } from './errors.ts'
import { generateFields } from './fields.ts'
import { jsonArray } from './json-array.ts'
import { judgeGenerateEvent } from './judge.ts'
import { methodPath } from './model-name.ts'
import { renderStream } from './render-stream.ts'
import { readStreamEnd } from './stream-end.ts'
import { usageOfAnswer } from './usage.ts'
import { isGenerated, isRefusedAnswer } from './whole-answer.ts'

const { slots } = generateFields

/** Blank lines: comments and unknown events break Google's own clients (wire.md, 47). */
const BLANK = Buffer.from('\n\n')

/** Google's generateContent and streamGenerateContent: the URL says the model and whether to stream. */
export const geminiGenerate: Dialect = {
  name: 'gemini-generate',
  endpoint: 'generate',
  path: ({ model, stream }) =>
    methodPath(model, stream ? 'streamGenerateContent?alt=sse' : 'generateContent'),
  promptSlots: [slots.tools, slots.systemInstruction, slots.system_instruction, slots.contents],
  fields: generateFields.index,
  read: readGenerateBody,
  edit: editGenerateBody,
  isAnswer: isGenerated,
  isRefused: isRefusedAnswer,
  usageOf: usageOfAnswer,
  judge: judgeGenerateEvent,
  endOf: (_head, tail) => readStreamEnd(tail),
  stripUsage: (events) => events,
  assemble: assembleAnswer,
  render: renderStream,
  keepAlive: () => BLANK,
  headersUp: new Set(),
  statuses: {},
  errorBody,
  errorEvent,
  breaksOnError: true,
}

/** The same to a client that did not ask for events. */
export const geminiArray: Dialect = {
  ...geminiGenerate,
  framing: { contentType: 'application/json; charset=utf-8', framer: jsonArray },
}
