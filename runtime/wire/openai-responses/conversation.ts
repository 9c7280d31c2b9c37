import type { Conversation } from '../../contracts.ts'
import type { FieldRanges } from '../../proxy/body/fields.ts'
import { conversationOf } from '../conversation.ts'
import { isObject } from '../json.ts'
import { responsesFields } from './fields.ts'
import type { ResponsesField } from './fields.ts'

const { slots } = responsesFields

/** Reads the input of a scanned request. It parses it: dear, so it waits until a rule asks. */
export function readConversation(bytes: Buffer, ranges: FieldRanges): Conversation {
  const instructions = valueOf(bytes, ranges, 'instructions')
  const input = valueOf(bytes, ranges, 'input')
  const found = new Findings()
  if (typeof instructions === 'string') found.addMessage(instructions)
  if (typeof input === 'string') found.addMessage(input)
  else if (Array.isArray(input)) for (const item of input) found.addItem(item)
  found.addTools(valueOf(bytes, ranges, 'tools'))
  if (references.some((field) => isThere(bytes, ranges, field))) found.isBounded = false
  return conversationOf(bytes, found)
}

/** What names input that is kept at the provider. */
const references = ['previous_response_id', 'conversation', 'prompt'] as const

/**
 * Items whose tokens are all in their bytes: text, calls and what came of them. Sealed reasoning is Fernet, whose 4/3 bytes
 * for each byte leave room for any token. What is not here (references, images, searches, what this version does not know)
 * may be longer than it looks.
 */
const plainItems: ReadonlySet<unknown> = new Set([
  undefined,
  'message',
  'reasoning',
  'function_call',
  'function_call_output',
  'custom_tool_call',
  'custom_tool_call_output',
  'local_shell_call',
  'local_shell_call_output',
  'shell_call',
  'shell_call_output',
  'apply_patch_call',
  'apply_patch_call_output',
  'tool_search_call',
  'tool_search_output',
  'additional_tools',
])

/** Tools that run at the client: the model reads what the client sends of them, and nothing else. */
const clientTools: ReadonlySet<unknown> = new Set([
  'function',
  'custom',
  'namespace',
  'local_shell',
  'shell',
  'apply_patch',
  'tool_search',
])

/** Parts that are text. */
const textParts: ReadonlySet<unknown> = new Set([
  'input_text',
  'output_text',
  'summary_text',
  'reasoning_text',
  'refusal',
  'text',
])

/** What a pass over the input gathers. */
class Findings {
  messages = 0
  readonly texts: string[] = []
  opening: number | undefined
  images = 0
  toolBytes = 0
  isBounded = true

  addMessage(text: string): void {
    this.messages++
    this.texts.push(text)
  }

  addItem(item: unknown): void {
    this.messages++
    if (!isObject(item) || !plainItems.has(item['type'])) this.isBounded = false
    if (!isObject(item)) return
    this.#addContent(item['content'] ?? item['output'])
    for (const name of ['arguments', 'input', 'action'] as const) this.toolBytes += sizeOf(item[name])
    this.addTools(item['tools'])
    if (item['role'] === 'user') this.opening ??= this.texts.length
  }

  addTools(tools: unknown): void {
    if (!Array.isArray(tools) || tools.length === 0) return
    this.toolBytes += sizeOf(tools)
    if (!tools.every(isClientTool)) this.isBounded = false
  }

  #addContent(content: unknown): void {
    if (typeof content === 'string') this.texts.push(content)
    else if (Array.isArray(content)) for (const part of content) this.#addPart(part)
    else if (content !== undefined && content !== null) this.isBounded = false
  }

  #addPart(part: unknown): void {
    const kind = isObject(part) ? part['type'] : undefined
    const text = isObject(part) ? (part['text'] ?? part['refusal']) : undefined
    if (typeof text === 'string') this.texts.push(text)
    if (kind === 'input_image' || kind === 'computer_screenshot') this.images++
    if (!textParts.has(kind)) this.isBounded = false
  }
}

function isClientTool(tool: unknown): boolean {
  return isObject(tool) && clientTools.has(tool['type'])
}

/** About the bytes of a value that was parsed. */
function sizeOf(value: unknown): number {
  if (value === undefined || value === null) return 0
  return typeof value === 'string' ? value.length : JSON.stringify(value).length
}

function valueOf(bytes: Buffer, ranges: FieldRanges, field: ResponsesField): unknown {
  if (!isThere(bytes, ranges, field)) return undefined
  const slot = slots[field] * 2
  return JSON.parse(bytes.toString('utf8', ranges[slot], ranges[slot + 1]))
}

/** Absent and `null` are the same. */
function isThere(bytes: Buffer, ranges: FieldRanges, field: ResponsesField): boolean {
  const start = ranges[slots[field] * 2]!
  return start !== -1 && bytes[start] !== 0x6e
}
