import { Alike } from '../../canonical/alike.ts'
import type { CanonicalEvent, Decoder, OpenPart, Stop } from '../../canonical/events.ts'
import { numberOf, textOf } from '../../canonical/read-json.ts'
import { eventData } from '../../event-stream.ts'
import { isObject, parseObject } from '../../json.ts'
import type { Json } from '../../json.ts'
import { mergeUsage, readUsage } from '../usage.ts'

/** Reads a messages stream. Blocks that only Anthropic has are left out. */
export function decodeMessagesStream(): Decoder {
  const stream = new MessagesStream()
  return { read: (event) => stream.read(event) }
}

/** Where a delta says its words. */
const wordFields = ['text', 'thinking', 'partial_json'] as const

class MessagesStream {
  /** Canonical index of each block by its own. */
  readonly #parts = new Map<number, number>()
  /** Calls whose input has not begun: one without arguments has none in the stream, and is an empty object elsewhere. */
  readonly #silentCalls = new Set<number>()
  readonly #alike = new Alike()
  #alikeBlock: unknown
  #started: Json = {}
  #last: Json = {}
  #stop: Stop | undefined

  read(bytes: Buffer): readonly CanonicalEvent[] {
    const text = this.#alike.textIn(bytes)
    if (text !== undefined) return this.#say(this.#alikeBlock, text)
    const event = parseObject(eventData(bytes) ?? '')
    const events = this.#read(event)
    const [only] = events
    if (event !== undefined && only?.kind === 'delta' && events.length === 1)
      this.#learn(bytes, event, only.text)
    return events
  }

  #learn(bytes: Buffer, { index, delta }: Json, text: string): void {
    const field = isObject(delta) ? wordFields.find((each) => delta[each] === text) : undefined
    if (field === undefined) return
    this.#alikeBlock = index
    this.#alike.learn(bytes, field, text)
  }

  #read(event: Json | undefined): readonly CanonicalEvent[] {
    switch (event?.['type']) {
      case 'message_start':
        return this.#start(event['message'])
      case 'content_block_start':
        return this.#open(event)
      case 'content_block_delta':
        return this.#delta(event)
      case 'content_block_stop':
        return this.#part(event, (index) => this.#close(index))
      case 'message_delta':
        return this.#noteEnd(event)
      case 'message_stop':
        return this.#finish()
      case 'error':
        return [{ kind: 'error', error: errorOf(event['error']) }]
      default:
        return []
    }
  }

  #start(message: unknown): readonly CanonicalEvent[] {
    if (!isObject(message)) return []
    this.#started = isObject(message['usage']) ? message['usage'] : {}
    const [id, model] = [textOf(message['id']) ?? '', textOf(message['model']) ?? '']
    return [{ kind: 'start', id, model, created: nowSeconds(), usage: readUsage(this.#started) }]
  }

  #open(event: Json): readonly CanonicalEvent[] {
    const block = event['content_block']
    const part = isObject(block) ? partOf(block) : undefined
    const number = numberOf(event['index'])
    if (part === undefined || number === undefined || !isObject(block)) return []
    const index = this.#parts.size
    this.#parts.set(number, index)
    if (part.kind === 'tool-call') this.#silentCalls.add(index)
    return [{ kind: 'open', index, part }, ...begun(index, block)]
  }

  #delta(event: Json): readonly CanonicalEvent[] {
    const delta = event['delta']
    if (!isObject(delta)) return []
    const text = textOf(delta['text'] ?? delta['thinking'] ?? delta['partial_json'])
    const seal = textOf(delta['signature'])
    if (seal !== undefined) return this.#part(event, (index) => [{ kind: 'seal', index, seal }])
    return text === undefined ? [] : this.#say(event['index'], text)
  }

  #say(block: unknown, text: string): readonly CanonicalEvent[] {
    const index = this.#parts.get(numberOf(block) ?? -1)
    if (index === undefined || text === '') return []
    this.#silentCalls.delete(index)
    return [{ kind: 'delta', index, text }]
  }

  #close(index: number): readonly CanonicalEvent[] {
    const close = { kind: 'close', index } as const
    return this.#silentCalls.delete(index) ? [{ kind: 'delta', index, text: '{}' }, close] : [close]
  }

  #part(event: Json, then: (index: number) => readonly CanonicalEvent[]): readonly CanonicalEvent[] {
    const index = this.#parts.get(numberOf(event['index']) ?? -1)
    return index === undefined ? [] : then(index)
  }

  #noteEnd({ delta, usage }: Json): readonly CanonicalEvent[] {
    if (isObject(usage)) this.#last = usage
    if (isObject(delta)) this.#stop = stopOf(delta) ?? this.#stop
    return []
  }

  #finish(): readonly CanonicalEvent[] {
    if (this.#stop === undefined) return []
    return [{ kind: 'finish', stop: this.#stop, usage: readUsage(mergeUsage(this.#started, this.#last)) }]
  }
}

function partOf(block: Json): OpenPart | undefined {
  switch (block['type']) {
    case 'text':
      return { kind: 'text' }
    case 'thinking':
      return { kind: 'reasoning' }
    case 'redacted_thinking':
      return { kind: 'reasoning', redacted: true }
    case 'tool_use':
      return {
        kind: 'tool-call',
        id: textOf(block['id']) ?? '',
        name: textOf(block['name']) ?? '',
        namespace: undefined,
        custom: false,
      }
    default:
      return undefined
  }
}

/** What a block says as it opens: nearly always nothing. */
function begun(index: number, block: Json): readonly CanonicalEvent[] {
  const text = textOf(block['text'] ?? block['thinking'])
  const seal = textOf(block['data'] ?? block['signature'])
  return [
    ...(text === undefined || text === '' ? [] : [{ kind: 'delta', index, text } as const]),
    ...(seal === undefined || seal === '' ? [] : [{ kind: 'seal', index, seal } as const]),
  ]
}

const stops: Readonly<Record<string, Exclude<Stop['reason'], 'stop-sequence'>>> = {
  end_turn: 'end',
  max_tokens: 'length',
  tool_use: 'tools',
  refusal: 'refused',
  pause_turn: 'paused',
  model_context_window_exceeded: 'context',
}

function stopOf(delta: Json): Stop | undefined {
  const reason = textOf(delta['stop_reason'])
  if (reason === undefined) return undefined
  if (reason === 'stop_sequence') return { reason: 'stop-sequence', sequence: textOf(delta['stop_sequence']) }
  return { reason: stops[reason] ?? 'end' }
}

function errorOf(error: unknown): Extract<CanonicalEvent, { kind: 'error' }>['error'] {
  const { type, message }: Json = isObject(error) ? error : {}
  return {
    status: 502,
    code: textOf(type) ?? 'upstream_error',
    message: textOf(message) ?? 'The provider broke the stream off.',
  }
}

function nowSeconds(): number {
  return Math.floor(Date.now() / 1000)
}
