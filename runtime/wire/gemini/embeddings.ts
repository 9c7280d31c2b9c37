import { OPEN_BRACE, OPEN_BRACKET } from '../../proxy/body/bytes.ts'
import type { Edit } from '../../proxy/body/splice.ts'
import type { Dialect, Edits, WireBody } from '../dialect.ts'
import { elementsOf, memberOf } from '../json-parts.ts'
import { notStreamed } from '../not-streamed.ts'
import { applyEdits } from '../set-field.ts'
import { startsObject } from '../starts-object.ts'
import { geminiGenerate } from './dialect.ts'
import { modelEdits } from './edit.ts'
import { embeddingFields, readEmbeddingBody } from './embedding-body.ts'
import { methodPath, resourceName } from './model-name.ts'

const { slots } = embeddingFields

/** Google's embedContent: one embedding. There are no streams of them, and no refusals. */
export const geminiEmbed: Dialect = {
  ...geminiGenerate,
  ...notStreamed,
  name: 'gemini-embed',
  endpoint: 'embeddings',
  path: ({ model }) => methodPath(model, 'embedContent'),
  fields: embeddingFields.index,
  read: readEmbeddingBody,
  edit: (body, edits) => edited(body, modelEdits(body, slots.model, edits)),
  isAnswer: (body) => startsObject(body) && body.includes('"embedding'),
}

/** Google's batchEmbedContents: a list of such requests, each of which names the model once more. */
export const geminiEmbedBatch: Dialect = {
  ...geminiEmbed,
  name: 'gemini-embed-batch',
  path: ({ model }) => methodPath(model, 'batchEmbedContents'),
  edit: (body, edits) => edited(body, [...modelEdits(body, slots.model, edits), ...batchEdits(body, edits)]),
}

function edited(body: WireBody, changes: Edit[] | readonly Edit[]): Buffer {
  return changes.length === 0 ? body.bytes : applyEdits(body.bytes, [...changes])
}

function batchEdits({ bytes, ranges }: WireBody, { model }: Edits): readonly Edit[] {
  const start = ranges[slots.requests * 2]!
  if (start === -1 || bytes[start] !== OPEN_BRACKET) return []
  const name = JSON.stringify(resourceName(model))
  return elementsOf(bytes, start).flatMap((request) => {
    const own = bytes[request.start] === OPEN_BRACE ? memberOf(bytes, request.start, 'model') : undefined
    return own === undefined ? [] : [{ ...own, text: name }]
  })
}
