import { choicesMax } from '../../../core/facts.ts'
import type { Conversation } from '../../contracts.ts'
import type { BodyFault } from '../../proxy/body/fault.ts'
import type { FieldRanges } from '../../proxy/body/fields.ts'
import { scanBody } from '../../proxy/body/scan.ts'
import type { UrlWords, WireBody } from '../dialect.ts'
import { FieldReader, textsOf } from '../field-reader.ts'
import { readConversation } from './conversation.ts'
import { chatFields, slots } from './fields.ts'
import type { ChatField } from './fields.ts'

/** Scans a chat completion request and reads its small fields; a field of a wrong type is a fault. `null` counts as absent. */
export function readChatBody(bytes: Buffer, _said?: UrlWords, scanned?: FieldRanges): WireBody | BodyFault {
  const ranges = scanned ?? scanBody(bytes, chatFields)
  if ('kind' in ranges) return ranges
  const read = new FieldReader<ChatField>(bytes, ranges, slots)
  const body = chatBody(bytes, ranges, read)
  return read.fault ?? body
}

function chatBody(bytes: Buffer, ranges: FieldRanges, read: FieldReader<ChatField>): WireBody {
  const format = read.record('response_format')
  let conversation: Conversation | undefined
  read.isList('messages')
  return {
    bytes,
    ranges,
    model: read.modelName('model'),
    stream: read.flag('stream'),
    temperature: read.number('temperature'),
    maxOutput: read.count('max_completion_tokens') ?? read.count('max_tokens'),
    jsonSchema: format?.['type'] === 'json_schema',
    reasoning: read.asks('reasoning_effort', '"none"') || read.asks('reasoning', 'false'),
    tools: read.isList('tools') || read.isList('functions'),
    n: read.count('n', choicesMax) ?? 1,
    includeUsage: read.record('stream_options')?.['include_usage'] === true,
    metadata: textsOf(read.record('metadata')),
    session: read.string('prompt_cache_key'),
    conversation: () => (conversation ??= readConversation(bytes, ranges)),
  }
}
