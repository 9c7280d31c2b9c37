import type { Conversation } from '../../contracts.ts'
import type { BodyFault } from '../../proxy/body/fault.ts'
import type { FieldRanges } from '../../proxy/body/fields.ts'
import { scanBody } from '../../proxy/body/scan.ts'
import type { UrlWords, WireBody } from '../dialect.ts'
import { FieldReader, textsOf } from '../field-reader.ts'
import { isObject, parseObject } from '../json.ts'
import type { Json } from '../json.ts'
import { readConversation } from './conversation.ts'
import { messagesFields } from './fields.ts'
import type { MessagesField } from './fields.ts'

/** Scans a messages request and reads its small fields; a field of a wrong type is a fault. `null` counts as absent. */
export function readMessagesBody(
  bytes: Buffer,
  _said?: UrlWords,
  scanned?: FieldRanges,
): WireBody | BodyFault {
  const ranges = scanned ?? scanBody(bytes, messagesFields.index)
  if ('kind' in ranges) return ranges
  const read = new FieldReader<MessagesField>(bytes, ranges, messagesFields.slots)
  const body = messagesBody(bytes, ranges, read)
  return read.fault ?? body
}

function messagesBody(bytes: Buffer, ranges: FieldRanges, read: FieldReader<MessagesField>): WireBody {
  const output = read.record('output_config')
  let conversation: Conversation | undefined
  read.isList('messages')
  return {
    bytes,
    ranges,
    model: read.modelName('model'),
    stream: read.flag('stream'),
    temperature: read.number('temperature'),
    maxOutput: read.size('max_tokens'),
    jsonSchema: isSchema(output?.['format']) || isSchema(read.record('output_format')),
    reasoning: asksToThink(read.record('thinking'), output),
    tools: read.isList('tools'),
    n: 1,
    // Each stream of this API tells its usage unasked.
    includeUsage: true,
    metadata: metadataOf(read.record('metadata')),
    conversation: () => (conversation ??= readConversation(bytes, ranges)),
  }
}

function isSchema(format: unknown): boolean {
  return isObject(format) && format['type'] === 'json_schema'
}

/** `thinking` says yes or no; where it says nothing, an effort is for a model that thinks by itself. */
function asksToThink(thinking: Json | undefined, output: Json | undefined): boolean {
  if (thinking !== undefined) return thinking['type'] !== 'disabled'
  return typeof output?.['effort'] === 'string'
}

/**
 * The metadata's texts, and those that a client packs into `user_id` as JSON: Claude Code's session, and what its user adds by
 * CLAUDE_CODE_EXTRA_METADATA.
 */
function metadataOf(metadata: Json | undefined): Readonly<Record<string, string>> {
  const texts = textsOf(metadata)
  const packed = texts['user_id']?.startsWith('{') === true ? parseObject(texts['user_id']) : undefined
  return packed === undefined ? texts : { ...textsOf(packed), ...texts }
}
