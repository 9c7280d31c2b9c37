import type { Conversation } from '../contracts.ts'
import type { WireBody } from './dialect.ts'
import type { FieldReader } from './field-reader.ts'
import type { BodyFault } from '../proxy/body/fault.ts'

/** What gwc reads of a request for embeddings: the model, and what it is asked about where a rule wants to know, for nothing else hangs on its form. */
export function embeddingBody<Field extends string>(
  { bytes, ranges }: Pick<WireBody, 'bytes' | 'ranges'>,
  read: FieldReader<Field>,
  model: string | undefined,
  contents: () => Conversation,
): WireBody | BodyFault {
  let conversation: Conversation | undefined
  const body: WireBody = {
    bytes,
    ranges,
    model,
    stream: false,
    temperature: undefined,
    maxOutput: undefined,
    jsonSchema: false,
    reasoning: false,
    tools: false,
    n: 1,
    includeUsage: false,
    metadata: {},
    conversation: () => (conversation ??= contents()),
  }
  return read.fault ?? body
}
