import type { Dialect } from '../dialect.ts'
import { openaiChat } from '../openai-chat/dialect.ts'
import { assembleCompletion } from './assemble.ts'
import { readCompletionBody } from './body.ts'
import { editCompletionBody } from './edit.ts'
import { completionFields } from './fields.ts'
import { renderStream } from './render-stream.ts'

/** OpenAI's legacy completions: events, usage and errors are those of chat, with a text in place of a delta. */
export const openaiCompletions: Dialect = {
  ...openaiChat,
  name: 'openai-completions',
  endpoint: 'completions',
  path: '/completions',
  promptSlots: [completionFields.slots.prompt],
  fields: completionFields.index,
  read: readCompletionBody,
  edit: editCompletionBody,
  assemble: assembleCompletion,
  render: (answer, { includeUsage }) => renderStream(answer, includeUsage),
}
