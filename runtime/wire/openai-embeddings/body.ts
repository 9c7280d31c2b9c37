import type { Conversation } from '../../contracts.ts'
import type { BodyFault } from '../../proxy/body/fault.ts'
import type { FieldRanges } from '../../proxy/body/fields.ts'
import { scanBody } from '../../proxy/body/scan.ts'
import type { UrlWords, WireBody } from '../dialect.ts'
import { FieldReader } from '../field-reader.ts'
import { wireFields } from '../fields.ts'
import { promptConversation, promptListOf } from '../prompt-list.ts'

/** The top-level fields that gwc reads of an embeddings request. */
export const embeddingFields = wireFields(['model', 'input'])

/** Scans an embeddings request. Its input is read only where a rule asks about it: nothing else hangs on its form. */
export function readEmbeddingsBody(
  bytes: Buffer,
  _said?: UrlWords,
  scanned?: FieldRanges,
): WireBody | BodyFault {
  const ranges = scanned ?? scanBody(bytes, embeddingFields.index)
  if ('kind' in ranges) return ranges
  const read = new FieldReader(bytes, ranges, embeddingFields.slots)
  let conversation: Conversation | undefined
  const body: WireBody = {
    bytes,
    ranges,
    model: read.modelName('model'),
    stream: false,
    temperature: undefined,
    maxOutput: undefined,
    jsonSchema: false,
    reasoning: false,
    tools: false,
    n: 1,
    includeUsage: false,
    metadata: {},
    conversation: () => (conversation ??= inputOf(bytes, read.value('input'))),
  }
  return read.fault ?? body
}

/** Of an input in a form that this version does not know nothing can be said. */
function inputOf(bytes: Buffer, input: unknown): Conversation {
  const inputs = promptListOf(input)
  if (inputs !== undefined) return promptConversation(bytes, inputs)
  const unknown = { count: 1, texts: [], tokens: bytes.length }
  return { ...promptConversation(bytes, unknown), inputBound: Number.MAX_SAFE_INTEGER }
}
