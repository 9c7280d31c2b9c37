import { rest } from '../../canonical/extra.ts'
import type { MediaPart, Part, Tool, Turn } from '../../canonical/form.ts'
import { sourceOfUrl } from '../../canonical/media.ts'
import { objectsOf, textOf } from '../../canonical/read-json.ts'
import { readCallId } from '../../canonical/sealed-id.ts'
import type { Json } from '../../json.ts'
import { parseTools } from './parse-tools.ts'

/** What the input of a request says. */
export interface Input {
  readonly turns: readonly Turn[]
  /** Tools that stand among the items. */
  readonly tools: readonly Tool[]
}

/** Reads input: one text, or a list of items. Items of one side that follow each other are one turn. */
export function parseItems(input: unknown): Input {
  if (typeof input === 'string') return { turns: [turnOf('user', [text(input)])], tools: [] }
  const turns: Turn[] = []
  const tools: Tool[] = []
  for (const item of objectsOf(input)) {
    if (item['type'] === 'additional_tools') tools.push(...parseTools(objectsOf(item['tools'])))
    else add(turns, itemTurn(item))
  }
  return { turns, tools }
}

function add(turns: Turn[], turn: Turn): void {
  const last = turns.at(-1)
  const joins = last !== undefined && last.role === turn.role && isJoint(last) && isJoint(turn)
  if (joins) turns[turns.length - 1] = { ...last, parts: [...last.parts, ...turn.parts] }
  else turns.push(turn)
}

/** What the model did in one go, and what its tools answered, come in several items. */
function isJoint({ role, parts }: Turn): boolean {
  return role === 'assistant' || parts.every(({ kind }) => kind === 'tool-result')
}

function turnOf(role: Turn['role'], parts: readonly Part[]): Turn {
  return { role, parts, extra: {} }
}

function text(words: string): Part {
  return { kind: 'text', text: words, extra: {} }
}

function itemTurn(item: Json): Turn {
  switch (item['type'] ?? 'message') {
    case 'message':
      return messageTurn(item)
    case 'function_call':
      return turnOf('assistant', [callOf(item, 'arguments')])
    case 'custom_tool_call':
      return turnOf('assistant', [callOf(item, 'input')])
    case 'function_call_output':
      return turnOf('user', [resultOf(item, false)])
    case 'custom_tool_call_output':
      return turnOf('user', [resultOf(item, true)])
    case 'reasoning':
      return turnOf('assistant', [thoughtOf(item)])
    default:
      return turnOf(item['role'] === 'assistant' ? 'assistant' : 'user', [
        { kind: 'opaque', place: 'turn', value: item },
      ])
  }
}

function messageTurn(item: Json): Turn {
  const role = item['role']
  const parts = contentParts(item['content'])
  const extra = rest(item, ['type', 'role', 'content'])
  return role === 'assistant' || role === 'system' || role === 'developer'
    ? { role, parts, extra }
    : { role: 'user', parts, extra }
}

function callOf(item: Json, field: 'arguments' | 'input'): Part {
  return {
    kind: 'tool-call',
    ...readCallId(textOf(item['call_id']) ?? ''),
    name: textOf(item['name']) ?? '',
    namespace: textOf(item['namespace']),
    input: textOf(item[field]) ?? '',
    custom: field === 'input',
    extra: rest(item, ['type', 'call_id', 'name', 'namespace', field]),
  }
}

function resultOf(item: Json, custom: boolean): Part {
  return {
    kind: 'tool-result',
    id: readCallId(textOf(item['call_id']) ?? '').id,
    parts: contentParts(item['output']),
    isError: false,
    custom,
    extra: rest(item, ['type', 'call_id', 'output']),
  }
}

function thoughtOf(item: Json): Part {
  const summary = objectsOf(item['summary']).map((part) => textOf(part['text']) ?? '')
  return {
    kind: 'reasoning',
    text: summary.join('\n\n'),
    seal: textOf(item['encrypted_content']),
    redacted: false,
    extra: rest(item, ['type', 'encrypted_content']),
  }
}

function contentParts(content: unknown): readonly Part[] {
  if (typeof content === 'string') return content === '' ? [] : [text(content)]
  return objectsOf(content).map((part) => partOf(part) ?? { kind: 'opaque', place: 'part', value: part })
}

function partOf(part: Json): Part | undefined {
  switch (part['type']) {
    case 'input_text':
    case 'output_text':
    case 'text':
      return spoken('text', part, part['text'])
    case 'refusal':
      return spoken('refusal', part, part['refusal'])
    case 'input_image':
      return media('image', 'image_url', part)
    case 'input_file':
      return media('document', 'file_data', part) ?? media('document', 'file_url', part)
    default:
      return undefined
  }
}

function spoken(kind: 'text' | 'refusal', part: Json, words: unknown): Part | undefined {
  return typeof words === 'string' ? { kind, text: words, extra: rest(part, ['type', kind]) } : undefined
}

function media(kind: MediaPart['kind'], field: string, part: Json): Part | undefined {
  const url = textOf(part[field])
  if (url === undefined) return undefined
  return { kind, source: sourceOfUrl(url), extra: rest(part, ['type', field]) }
}
