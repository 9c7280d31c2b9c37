import { choicesMax } from '../../../core/facts.ts'
import type { Conversation, ScannedBody } from '../../contracts.ts'
import { bodyFault } from '../../proxy/body/fault.ts'
import type { BodyFault } from '../../proxy/body/fault.ts'
import type { FieldRanges } from '../../proxy/body/fields.ts'
import { scanBody } from '../../proxy/body/scan.ts'
import { readConversation } from './conversation.ts'
import { chatFields, slots } from './fields.ts'
import type { ChatField } from './fields.ts'

/** A scanned chat completion request, with the byte ranges that edits need. */
export interface ChatBody extends ScannedBody {
  readonly ranges: FieldRanges
}

/** Model names as clients may write them: nothing that could be folded, cut or confused on the way. */
const MODEL_NAME = /^[A-Za-z0-9._:/@-]{1,128}$/

/** Scans a chat completion request and reads its small fields; a field of a wrong type is a fault. `null` counts as absent. */
export function readChatBody(bytes: Buffer): ChatBody | BodyFault {
  const ranges = scanBody(bytes, chatFields)
  if ('kind' in ranges) return ranges
  const read = new FieldReader(bytes, ranges)
  const body = chatBody(bytes, ranges, read)
  return read.fault ?? body
}

function chatBody(bytes: Buffer, ranges: FieldRanges, read: FieldReader): ChatBody {
  const format = read.record('response_format')
  let conversation: Conversation | undefined
  read.isList('messages')
  return {
    bytes,
    ranges,
    model: read.modelName(),
    stream: read.flag('stream'),
    temperature: read.number('temperature'),
    maxOutput: read.count('max_completion_tokens') ?? read.count('max_tokens'),
    jsonSchema: format?.['type'] === 'json_schema',
    reasoning: read.asks('reasoning_effort', '"none"') || read.asks('reasoning', 'false'),
    tools: read.isList('tools') || read.isList('functions'),
    n: read.choices() ?? 1,
    includeUsage: read.record('stream_options')?.['include_usage'] === true,
    metadata: textsOf(read.record('metadata')),
    conversation: () => (conversation ??= readConversation(bytes, ranges)),
  }
}

/** Reads top-level values by their byte ranges; the first value of a wrong type is kept as `fault`. */
class FieldReader {
  readonly #bytes: Buffer
  readonly #ranges: FieldRanges
  fault: BodyFault | undefined

  constructor(bytes: Buffer, ranges: FieldRanges) {
    this.#bytes = bytes
    this.#ranges = ranges
  }

  flag(field: ChatField): boolean {
    const text = this.#text(field)
    if (text === undefined || text === 'false') return false
    if (text !== 'true') this.#fail(field, 'must be true or false')
    return true
  }

  number(field: ChatField): number | undefined {
    const text = this.#text(field)
    if (text === undefined) return undefined
    const value = text.startsWith('"') ? Number.NaN : Number(text)
    if (!Number.isFinite(value) || value < 0)
      this.#fail(field, 'must be a finite number that is not negative')
    return value
  }

  count(field: ChatField): number | undefined {
    const value = this.number(field)
    if (value !== undefined && !(Number.isSafeInteger(value) && value > 0))
      this.#fail(field, 'must be a whole number above 0')
    return value
  }

  choices(): number | undefined {
    const value = this.count('n')
    if (value !== undefined && value > choicesMax)
      this.#fail('n', `must be a whole number from 1 to ${choicesMax}`)
    return value
  }

  modelName(): string | undefined {
    const text = this.#text('model')
    if (text === undefined) return undefined
    const name = modelText(text)
    if (name !== undefined && MODEL_NAME.test(name)) return name
    this.#fail('model', 'must be 1 to 128 of the characters A-Z a-z 0-9 . _ : / @ -')
    return undefined
  }

  record(field: ChatField): Readonly<Record<string, unknown>> | undefined {
    const text = this.#text(field)
    if (text === undefined) return undefined
    if (text.startsWith('{')) return JSON.parse(text) as Record<string, unknown>
    this.#fail(field, 'must be an object')
    return undefined
  }

  /** Whether the field is there and not empty; a value that is no list is a fault. */
  isList(field: ChatField): boolean {
    const start = this.#ranges[slots[field] * 2]!
    if (start === -1 || this.#isNull(start)) return false
    if (this.#bytes[start] !== 0x5b) this.#fail(field, 'must be a list')
    return !/^\[\s*\]/.test(this.#bytes.toString('latin1', start, start + 16))
  }

  /** Whether the field is there with a value other than `off`. */
  asks(field: ChatField, off: string): boolean {
    const text = this.#text(field)
    return text !== undefined && text !== off
  }

  #text(field: ChatField): string | undefined {
    const slot = slots[field] * 2
    const start = this.#ranges[slot]!
    if (start === -1 || this.#isNull(start)) return undefined
    return this.#bytes.toString('utf8', start, this.#ranges[slot + 1])
  }

  #isNull(start: number): boolean {
    return this.#bytes[start] === 0x6e
  }

  #fail(field: ChatField, rule: string): void {
    this.fault ??= {
      ...bodyFault('invalid_value', `\`${field}\` ${rule}.`, this.#ranges[slots[field] * 2]),
      field,
    }
  }
}

/** The text of a JSON string; nearly every model's name is written without an escape. */
function modelText(json: string): string | undefined {
  if (!json.startsWith('"')) return undefined
  return json.includes('\\') ? (JSON.parse(json) as string) : json.slice(1, -1)
}

const none: Readonly<Record<string, string>> = Object.freeze({})

function textsOf(record: Readonly<Record<string, unknown>> | undefined): Readonly<Record<string, string>> {
  if (record === undefined) return none
  return Object.fromEntries(
    Object.entries(record).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  )
}
