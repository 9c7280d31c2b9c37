import { rest } from '../../canonical/extra.ts'
import type { MediaPart, Part } from '../../canonical/form.ts'
import { objectsOf, textOf } from '../../canonical/read-json.ts'
import { readCallId } from '../../canonical/sealed-id.ts'
import { isObject } from '../../json.ts'
import type { Json } from '../../json.ts'

/** Reads content: one text, or a list of blocks. */
export function parseBlocks(content: unknown): readonly Part[] {
  if (typeof content === 'string') return content === '' ? [] : [{ kind: 'text', text: content, extra: {} }]
  return objectsOf(content).map((block) => blockOf(block) ?? { kind: 'opaque', place: 'part', value: block })
}

function blockOf(block: Json): Part | undefined {
  switch (block['type']) {
    case 'text':
      return textPart(block)
    case 'image':
      return mediaPart('image', block)
    case 'document':
      return mediaPart('document', block)
    case 'tool_use':
      return callPart(block)
    case 'tool_result':
      return resultPart(block)
    case 'thinking':
      return thinkingPart(block)
    case 'redacted_thinking':
      return redactedPart(block)
    default:
      return undefined
  }
}

function textPart(block: Json): Part | undefined {
  const text = textOf(block['text'])
  return text === undefined ? undefined : { kind: 'text', text, extra: rest(block, ['type', 'text']) }
}

function mediaPart(kind: 'image' | 'document', block: Json): Part | undefined {
  const source = isObject(block['source']) ? sourceOf(block['source']) : undefined
  return source === undefined ? undefined : { kind, source, extra: rest(block, ['type', 'source']) }
}

function sourceOf(source: Json): MediaPart['source'] | undefined {
  const { type, media_type: mediaType, data, url } = source
  if (type === 'base64' && typeof mediaType === 'string' && typeof data === 'string')
    return { kind: 'data', mediaType, base64: data }
  return type === 'url' && typeof url === 'string' ? { kind: 'url', url } : undefined
}

function callPart(block: Json): Part {
  return {
    kind: 'tool-call',
    ...readCallId(textOf(block['id']) ?? ''),
    name: textOf(block['name']) ?? '',
    namespace: undefined,
    input: JSON.stringify(block['input'] ?? {}),
    custom: false,
    extra: rest(block, ['type', 'id', 'name', 'input']),
  }
}

function resultPart(block: Json): Part {
  return {
    kind: 'tool-result',
    id: readCallId(textOf(block['tool_use_id']) ?? '').id,
    parts: parseBlocks(block['content']),
    isError: block['is_error'] === true,
    custom: false,
    extra: rest(block, ['type', 'tool_use_id', 'content', 'is_error']),
  }
}

function thinkingPart(block: Json): Part {
  return {
    kind: 'reasoning',
    text: textOf(block['thinking']) ?? '',
    seal: textOf(block['signature']),
    redacted: false,
    extra: rest(block, ['type', 'thinking', 'signature']),
  }
}

function redactedPart(block: Json): Part {
  return {
    kind: 'reasoning',
    text: '',
    seal: textOf(block['data']),
    redacted: true,
    extra: rest(block, ['type', 'data']),
  }
}
