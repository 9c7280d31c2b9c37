import type { Dialect } from '../dialect.ts'
import { openaiChat } from '../openai-chat/dialect.ts'
import { embeddingWords, usageNearEnd } from '../openai-usage.ts'
import { notStreamed } from '../not-streamed.ts'
import { applyEdits, setField } from '../set-field.ts'
import { startsObject } from '../starts-object.ts'
import { embeddingFields, readEmbeddingsBody } from './body.ts'

/** OpenAI's embeddings, in numbers or base64 as they were asked for. There are no streams of them, and no refusals. */
export const openaiEmbeddings: Dialect = {
  ...openaiChat,
  ...notStreamed,
  name: 'openai-embeddings',
  endpoint: 'embeddings',
  path: '/embeddings',
  fields: embeddingFields.index,
  read: readEmbeddingsBody,
  edit: (body, { model }) =>
    applyEdits(body.bytes, [setField(body, embeddingFields.slots.model, 'model', JSON.stringify(model))]),
  isAnswer: (body) => startsObject(body) && body.includes('"embedding"'),
  usageOf: (answer) => usageNearEnd(answer, embeddingWords),
}
