import type { Conversation } from '../../contracts.ts'
import type { BodyFault } from '../../proxy/body/fault.ts'
import { scanBody } from '../../proxy/body/scan.ts'
import type { UrlWords, WireBody } from '../dialect.ts'
import { embeddingBody } from '../embedding-body.ts'
import { FieldReader } from '../field-reader.ts'
import { wireFields } from '../fields.ts'
import { promptConversation, promptListOf } from '../prompt-list.ts'

/** The top-level fields that gwc reads of an embeddings request. */
export const embeddingFields = wireFields(['model', 'input'])

/** Scans an embeddings request. */
export function readEmbeddingsBody(
  bytes: Buffer,
  _said?: UrlWords,
  ranges = scanBody(bytes, embeddingFields.index),
): WireBody | BodyFault {
  if ('kind' in ranges) return ranges
  const read = new FieldReader(bytes, ranges, embeddingFields.slots)
  const contents = (): Conversation => inputOf(bytes, read.value('input'))
  return embeddingBody({ bytes, ranges }, read, read.modelName('model'), contents)
}

/** Of an input in a form that this version does not know nothing can be said. */
function inputOf(bytes: Buffer, input: unknown): Conversation {
  const inputs = promptListOf(input)
  if (inputs !== undefined) return promptConversation(bytes, inputs)
  const unknown = { count: 1, texts: [], tokens: bytes.length }
  return { ...promptConversation(bytes, unknown), prompts: Infinity, inputBound: Number.MAX_SAFE_INTEGER }
}
