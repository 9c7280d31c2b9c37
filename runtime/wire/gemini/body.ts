import type { Conversation } from '../../contracts.ts'
import type { BodyFault } from '../../proxy/body/fault.ts'
import type { FieldRanges } from '../../proxy/body/fields.ts'
import { scanBody } from '../../proxy/body/scan.ts'
import type { UrlWords, WireBody } from '../dialect.ts'
import { FieldReader, textsOf } from '../field-reader.ts'
import { readConversation } from './conversation.ts'
import { checkSpellings, generateFields, spellingOf } from './fields.ts'
import type { GenerateField } from './fields.ts'
import { readGenerationConfig } from './generation-config.ts'
import { modelOf } from './model-name.ts'

/** Scans a generateContent request and reads its small fields. The model and whether to stream stand in its URL; without one, the body's own model counts. */
export function readGenerateBody(
  bytes: Buffer,
  said?: UrlWords,
  ranges = scanBody(bytes, generateFields.index),
): WireBody | BodyFault {
  if ('kind' in ranges) return ranges
  const read = new FieldReader<GenerateField>(bytes, ranges, generateFields.slots)
  checkSpellings(read, ranges)
  const body = generateBody(bytes, ranges, read, said)
  return read.fault ?? body
}

function generateBody(
  bytes: Buffer,
  ranges: FieldRanges,
  read: FieldReader<GenerateField>,
  said: UrlWords | undefined,
): WireBody {
  const configField = spellingOf(ranges, 'generationConfig')
  const config = readGenerationConfig(read.record(configField) ?? {}, (rule) => read.fail(configField, rule))
  let conversation: Conversation | undefined
  return {
    bytes,
    ranges,
    model: modelOf(read, said),
    stream: said?.stream ?? false,
    temperature: config.temperature,
    maxOutput: config.maxOutput,
    jsonSchema: config.jsonSchema,
    reasoning: config.reasoning,
    tools: read.isFilled('tools'),
    n: config.candidates,
    // Each event of this API tells its usage unasked.
    includeUsage: true,
    metadata: textsOf(read.record('labels')),
    conversation: () => (conversation ??= readConversation(bytes, ranges)),
  }
}
