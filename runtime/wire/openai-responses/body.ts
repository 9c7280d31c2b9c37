import type { Conversation } from '../../contracts.ts'
import type { BodyFault } from '../../proxy/body/fault.ts'
import type { FieldRanges } from '../../proxy/body/fields.ts'
import { scanBody } from '../../proxy/body/scan.ts'
import type { UrlWords, WireBody } from '../dialect.ts'
import { FieldReader, textsOf } from '../field-reader.ts'
import { isObject } from '../json.ts'
import type { Json } from '../json.ts'
import { readConversation } from './conversation.ts'
import { responsesFields } from './fields.ts'
import type { ResponsesField } from './fields.ts'

/** Codex names the tools of newer models in an item of the input; as the value of a `type` it stands nowhere else in JSON. */
const TOOLS_IN_INPUT = '"additional_tools"'

/** Scans a Responses request and reads its small fields; a field of a wrong type is a fault. `null` counts as absent. */
export function readResponsesBody(
  bytes: Buffer,
  _said?: UrlWords,
  scanned?: FieldRanges,
): WireBody | BodyFault {
  const ranges = scanned ?? scanBody(bytes, responsesFields.index)
  if ('kind' in ranges) return ranges
  const read = new FieldReader(bytes, ranges, responsesFields.slots)
  const body = responsesBody(bytes, ranges, read)
  if (read.flag('background'))
    read.fail('background', 'must be false: an answer that is fetched later passes this gateway by')
  return read.fault ?? body
}

function responsesBody(bytes: Buffer, ranges: FieldRanges, read: FieldReader<ResponsesField>): WireBody {
  const format = read.record('text')?.['format']
  let conversation: Conversation | undefined
  return {
    bytes,
    ranges,
    model: read.modelName('model'),
    stream: read.flag('stream'),
    temperature: read.number('temperature'),
    maxOutput: read.count('max_output_tokens'),
    jsonSchema: isObject(format) && format['type'] === 'json_schema',
    reasoning: asksForReasoning(read.record('reasoning')),
    tools: read.isList('tools') || bytes.includes(TOOLS_IN_INPUT),
    n: 1,
    // It comes in the last event of every stream.
    includeUsage: true,
    metadata: textsOf(read.record('metadata')),
    session: read.string('prompt_cache_key'),
    continues: read.string('previous_response_id'),
    conversation: () => (conversation ??= readConversation(bytes, ranges)),
  }
}

/** `{"effort":"none"}` and options that say nothing ask for none. */
function asksForReasoning(reasoning: Json | undefined): boolean {
  if (reasoning === undefined || reasoning['effort'] === 'none') return false
  return Object.values(reasoning).some((value) => value !== null)
}
