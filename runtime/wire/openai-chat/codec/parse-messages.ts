import { rest } from '../../canonical/extra.ts'
import type { Part, ToolCallPart, ToolResultPart, Turn } from '../../canonical/form.ts'
import { sourceOfUrl } from '../../canonical/media.ts'
import { objectsOf, textOf } from '../../canonical/read-json.ts'
import { readCallId } from '../../canonical/sealed-id.ts'
import { isObject } from '../../json.ts'
import type { Json } from '../../json.ts'

/** Reads the messages of a chat completion request; tool messages that follow each other are one turn. */
export function parseMessages(messages: readonly Json[]): readonly Turn[] {
  const turns: Turn[] = []
  let results: ToolResultPart[] | undefined
  for (const message of messages) {
    if (message['role'] !== 'tool') {
      results = undefined
      turns.push(turnOf(message))
    } else if (results === undefined) {
      results = [resultOf(message)]
      turns.push({ role: 'user', parts: results, extra: {} })
    } else results.push(resultOf(message))
  }
  return turns
}

function turnOf(message: Json): Turn {
  const role = message['role']
  if (role === 'assistant') return assistantTurn(message)
  const parts = contentParts(message['content'])
  const extra = rest(message, ['role', 'content'])
  if (role === 'system' || role === 'developer' || role === 'user') return { role, parts, extra }
  return { role: 'user', parts: [{ kind: 'opaque', place: 'turn', value: message }], extra: {} }
}

function assistantTurn(message: Json): Turn {
  const refusal = textOf(message['refusal'])
  const parts: Part[] = [...contentParts(message['content'])]
  if (refusal !== undefined) parts.push({ kind: 'refusal', text: refusal, extra: {} })
  parts.push(...objectsOf(message['tool_calls']).map(callOf))
  return {
    role: 'assistant',
    parts,
    extra: rest(message, ['role', 'content', 'refusal', 'tool_calls']),
  }
}

function callOf(call: Json): ToolCallPart {
  const custom = call['type'] === 'custom'
  const body = call[custom ? 'custom' : 'function']
  const { name, input } = isObject(body)
    ? { name: textOf(body['name']), input: textOf(body[custom ? 'input' : 'arguments']) }
    : { name: undefined, input: undefined }
  return {
    kind: 'tool-call',
    ...readCallId(textOf(call['id']) ?? ''),
    name: name ?? '',
    namespace: undefined,
    input: input ?? '',
    custom,
    extra: rest(call, ['id', 'type', 'function', 'custom']),
  }
}

function resultOf(message: Json): ToolResultPart {
  return {
    kind: 'tool-result',
    id: readCallId(textOf(message['tool_call_id']) ?? '').id,
    parts: contentParts(message['content']),
    isError: false,
    custom: false,
    extra: rest(message, ['role', 'content', 'tool_call_id']),
  }
}

/** The parts of a message's content, which may be one text. */
function contentParts(content: unknown): readonly Part[] {
  if (typeof content === 'string') return content === '' ? [] : [{ kind: 'text', text: content, extra: {} }]
  return objectsOf(content).map(partOf)
}

function partOf(part: Json): Part {
  return partOfType(part) ?? { kind: 'opaque', place: 'part', value: part }
}

function partOfType(part: Json): Part | undefined {
  switch (part['type']) {
    case 'text':
      return spoken('text', part, part['text'])
    case 'refusal':
      return spoken('refusal', part, part['refusal'])
    case 'image_url':
      return imageOf(part)
    case 'input_audio':
      return audioOf(part)
    case 'file':
      return fileOf(part)
    default:
      return undefined
  }
}

function spoken(kind: 'text' | 'refusal', part: Json, text: unknown): Part | undefined {
  return typeof text === 'string' ? { kind, text, extra: rest(part, ['type', kind]) } : undefined
}

function imageOf(part: Json): Part | undefined {
  const image = part['image_url']
  if (!isObject(image) || typeof image['url'] !== 'string') return undefined
  const extra = { ...rest(image, ['url']), ...rest(part, ['type', 'image_url']) }
  return { kind: 'image', source: sourceOfUrl(image['url']), extra }
}

function audioOf(part: Json): Part | undefined {
  const audio = part['input_audio']
  if (!isObject(audio) || typeof audio['data'] !== 'string') return undefined
  const mediaType = `audio/${textOf(audio['format']) ?? 'wav'}`
  const source = { kind: 'data', mediaType, base64: audio['data'] } as const
  return { kind: 'audio', source, extra: rest(part, ['type', 'input_audio']) }
}

function fileOf(part: Json): Part | undefined {
  const file = part['file']
  if (!isObject(file) || typeof file['file_data'] !== 'string') return undefined
  const extra = { ...rest(file, ['file_data']), ...rest(part, ['type', 'file']) }
  return { kind: 'document', source: sourceOfUrl(file['file_data']), extra }
}
