import { choicesMax } from '../../../core/facts.ts'
import type { Conversation } from '../../contracts.ts'
import type { BodyFault } from '../../proxy/body/fault.ts'
import type { FieldRanges } from '../../proxy/body/fields.ts'
import { scanBody } from '../../proxy/body/scan.ts'
import type { UrlWords, WireBody } from '../dialect.ts'
import { FieldReader, textsOf } from '../field-reader.ts'
import { promptConversation, promptListOf } from '../prompt-list.ts'
import type { PromptList } from '../prompt-list.ts'
import { completionFields } from './fields.ts'
import type { CompletionField } from './fields.ts'

/** Scans a legacy completion request and reads its fields; a field of a wrong type is a fault. `null` counts as absent. */
export function readCompletionBody(
  bytes: Buffer,
  _said?: UrlWords,
  scanned?: FieldRanges,
): WireBody | BodyFault {
  const ranges = scanned ?? scanBody(bytes, completionFields.index)
  if ('kind' in ranges) return ranges
  const read = new FieldReader(bytes, ranges, completionFields.slots)
  const prompts = promptListOf(read.value('prompt'))
  if (prompts === undefined)
    read.fail('prompt', 'must be a text, a list of texts, a list of tokens or a list of lists of tokens')
  const body = completionBody(bytes, ranges, read, prompts ?? { count: 1, texts: [], tokens: 0 })
  if (body.n > choicesMax)
    read.fail('prompt', `asks for ${body.n} answers with \`n\` and \`best_of\`; ${choicesMax} are the most`)
  return read.fault ?? body
}

function completionBody(
  bytes: Buffer,
  ranges: FieldRanges,
  read: FieldReader<CompletionField>,
  prompts: PromptList,
): WireBody {
  const answers = Math.max(read.count('n', choicesMax) ?? 1, read.count('best_of', choicesMax) ?? 1)
  let conversation: Conversation | undefined
  return {
    bytes,
    ranges,
    model: read.modelName('model'),
    stream: read.flag('stream'),
    temperature: read.number('temperature'),
    maxOutput: read.count('max_tokens'),
    jsonSchema: false,
    reasoning: false,
    tools: false,
    n: answers * Math.max(1, prompts.count),
    includeUsage: read.record('stream_options')?.['include_usage'] === true,
    metadata: textsOf(read.record('metadata')),
    conversation: () => (conversation ??= promptConversation(bytes, prompts)),
  }
}
