import type { CanonicalEvent, Decoder, OpenPart, Stop } from '../../canonical/events.ts'
import { numberOf, textOf } from '../../canonical/read-json.ts'
import { isObject } from '../../json.ts'
import type { Json } from '../../json.ts'
import { readUsage, responsesWords } from '../../openai-usage.ts'
import { readResponsesEvent } from '../event.ts'

/** Reads a Responses stream. Items that only OpenAI has are left out. */
export function decodeResponsesStream(): Decoder {
  const stream = new ResponsesStream()
  return {
    read: (bytes) => {
      const event = readResponsesEvent(bytes)
      return typeof event === 'string' ? [] : stream.read(event.type, event.value() ?? {})
    },
  }
}

/** A part under way: its canonical index, and how much of it has been said. */
interface Part {
  readonly index: number
  said: number
}

class ResponsesStream {
  readonly #open = new Map<string, Part>()
  #parts = 0
  #calls = 0
  #events: CanonicalEvent[] = []

  read(type: string, event: Json): readonly CanonicalEvent[] {
    this.#events = []
    this.#readEvent(type, event)
    return this.#events
  }

  #readEvent(type: string, event: Json): void {
    switch (type) {
      case 'response.created':
        return this.#start(event['response'])
      case 'response.output_item.added':
        return this.#beginItem(event)
      case 'response.content_part.added':
        return this.#beginContent(event)
      case 'response.output_text.delta':
        return this.#say(contentKey(event), { kind: 'text' }, event['delta'])
      case 'response.refusal.delta':
        return this.#say(contentKey(event), { kind: 'refusal' }, event['delta'])
      case 'response.reasoning_summary_text.delta':
      case 'response.reasoning_text.delta':
        return this.#say(itemKey(event), { kind: 'reasoning' }, event['delta'])
      case 'response.function_call_arguments.delta':
      case 'response.custom_tool_call_input.delta':
        return this.#say(itemKey(event), undefined, event['delta'])
      case 'response.content_part.done':
        return this.#close(contentKey(event))
      case 'response.output_item.done':
        return this.#endItem(event)
      case 'response.completed':
      case 'response.incomplete':
        return this.#finish(event['response'])
      case 'response.failed':
        return this.#fail(isObject(event['response']) ? event['response']['error'] : undefined)
      case 'error':
        return this.#fail(isObject(event['error']) ? event['error'] : event)
      default:
    }
  }

  #start(response: unknown): void {
    const { id, model, created_at: created }: Json = isObject(response) ? response : {}
    this.#events.push({
      kind: 'start',
      id: textOf(id) ?? '',
      model: textOf(model) ?? '',
      created: numberOf(created) ?? 0,
      usage: undefined,
    })
  }

  #beginItem(event: Json): void {
    const item = event['item']
    const part = isObject(item) ? partOf(item) : undefined
    if (part?.kind === 'tool-call') this.#calls++
    if (part !== undefined) this.#begin(itemKey(event), part)
  }

  #beginContent(event: Json): void {
    const part = event['part']
    const kind = isObject(part) && part['type'] === 'refusal' ? 'refusal' : 'text'
    this.#begin(contentKey(event), { kind })
  }

  #begin(key: string, part: OpenPart): Part {
    const open = { index: this.#parts++, said: 0 }
    this.#open.set(key, open)
    this.#events.push({ kind: 'open', index: open.index, part })
    return open
  }

  /** Some servers leave out the event that opens a part. */
  #say(key: string, unopened: OpenPart | undefined, delta: unknown): void {
    const text = textOf(delta)
    if (text === undefined || text === '') return
    const part = this.#open.get(key) ?? (unopened === undefined ? undefined : this.#begin(key, unopened))
    if (part === undefined) return
    part.said += text.length
    this.#events.push({ kind: 'delta', index: part.index, text })
  }

  /** An item at its end is told whole: what no delta has said is said now. */
  #endItem(event: Json): void {
    const item = event['item']
    const part = this.#open.get(itemKey(event))
    if (!isObject(item) || part === undefined) return
    const whole = textOf(item['arguments'] ?? item['input'])
    if (whole !== undefined && part.said < whole.length)
      this.#events.push({ kind: 'delta', index: part.index, text: whole.slice(part.said) })
    const seal = textOf(item['encrypted_content'])
    if (seal !== undefined) this.#events.push({ kind: 'seal', index: part.index, seal })
    this.#close(itemKey(event))
  }

  #close(key: string): void {
    const part = this.#open.get(key)
    if (part !== undefined) this.#events.push({ kind: 'close', index: part.index })
    this.#open.delete(key)
  }

  #finish(response: unknown): void {
    if (!isObject(response)) return
    const stop = stopOf(response, this.#calls)
    this.#events.push({ kind: 'finish', stop, usage: readUsage(response['usage'], responsesWords) })
  }

  #fail(error: unknown): void {
    const { code, message }: Json = isObject(error) ? error : {}
    this.#events.push({
      kind: 'error',
      error: {
        status: 502,
        code: textOf(code) ?? 'upstream_error',
        message: textOf(message) ?? 'The provider broke the stream off.',
      },
    })
  }
}

function partOf(item: Json): OpenPart | undefined {
  switch (item['type']) {
    case 'function_call':
      return callOf(item, false)
    case 'custom_tool_call':
      return callOf(item, true)
    case 'reasoning':
      return { kind: 'reasoning' }
    default:
      return undefined
  }
}

function callOf(item: Json, custom: boolean): OpenPart {
  return {
    kind: 'tool-call',
    id: textOf(item['call_id']) ?? textOf(item['id']) ?? '',
    name: textOf(item['name']) ?? '',
    namespace: textOf(item['namespace']),
    custom,
  }
}

function itemKey(event: Json): string {
  return String(event['output_index'])
}

function contentKey(event: Json): string {
  return `${String(event['output_index'])}.${String(event['content_index'])}`
}

function stopOf(response: Json, calls: number): Stop {
  const why = isObject(response['incomplete_details']) ? response['incomplete_details']['reason'] : undefined
  if (why === 'content_filter') return { reason: 'filtered' }
  if (response['status'] === 'incomplete') return { reason: 'length' }
  return { reason: calls > 0 ? 'tools' : 'end' }
}
