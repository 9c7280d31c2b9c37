import type { EncodeTarget } from '../../canonical/codec.ts'
import { declined } from '../../canonical/events.ts'
import type { CanonicalEvent, Encoder, OpenPart, Stop } from '../../canonical/events.ts'
import { idForClient, idRules } from '../../canonical/ids.ts'
import type { Json } from '../../json.ts'
import type { Usage } from '../../usage.ts'
import { errorEvent } from '../errors.ts'
import { printUsage } from './print-usage.ts'

/**
 * Writes a messages stream. Thoughts of other providers are left out: sent back to Anthropic, they would be refused. Blocks come
 * one after the other, as Anthropic sends them and its SDKs expect: what belongs to another part waits until the open one ends.
 */
export function encodeMessagesStream({ from }: EncodeTarget): Encoder {
  const stream = new MessagesWriter(from === 'anthropic-messages')
  return { write: (event) => stream.write(event) }
}

type PartEvent = Extract<CanonicalEvent, { kind: 'open' | 'delta' | 'seal' | 'close' }>

interface Block {
  /** Its number in this stream. */
  readonly number: number
  readonly part: OpenPart
}

class MessagesWriter {
  readonly #keepsThoughts: boolean
  readonly #blocks = new Map<number, Block>()
  /** The part whose block is open, and what waits for its end. */
  #current: number | undefined
  #waiting: PartEvent[] = []
  #isRefused = false

  constructor(keepsThoughts: boolean) {
    this.#keepsThoughts = keepsThoughts
  }

  write(event: CanonicalEvent): string {
    switch (event.kind) {
      case 'start':
        return start(event)
      case 'open':
      case 'delta':
      case 'seal':
      case 'close':
        return this.#inTurn(event)
      case 'finish':
        return finish(this.#isRefused ? declined(event.stop) : event.stop, event.usage)
      case 'error':
        return errorEvent(event.error).toString()
    }
  }

  #inTurn(event: PartEvent): string {
    if (this.#current !== undefined && this.#current !== event.index) {
      this.#waiting.push(event)
      return ''
    }
    this.#current = event.kind === 'close' ? undefined : event.index
    const said = this.#say(event)
    return event.kind === 'close' ? said + this.#release() : said
  }

  #release(): string {
    const waiting = this.#waiting
    this.#waiting = []
    return waiting.map((event) => this.#inTurn(event)).join('')
  }

  #say(event: PartEvent): string {
    switch (event.kind) {
      case 'open':
        return this.#open(event.index, event.part)
      case 'delta':
        return this.#delta(event.index, event.text)
      case 'seal':
        return this.#seal(event.index, event.seal)
      case 'close':
        return this.#close(event.index)
    }
  }

  #open(index: number, part: OpenPart): string {
    if (part.kind === 'reasoning' && !this.#keepsThoughts) return ''
    this.#isRefused ||= part.kind === 'refusal'
    const number = this.#blocks.size
    this.#blocks.set(index, { number, part })
    // What is redacted comes whole, with its seal.
    return part.kind === 'reasoning' && part.redacted === true
      ? ''
      : said('content_block_start', { index: number, content_block: opened(part) })
  }

  #delta(index: number, text: string): string {
    const block = this.#blocks.get(index)
    return block === undefined ? '' : deltaOf(block, text)
  }

  #seal(index: number, seal: string): string {
    const block = this.#blocks.get(index)
    if (block?.part.kind !== 'reasoning') return ''
    const { number } = block
    return block.part.redacted === true
      ? said('content_block_start', {
          index: number,
          content_block: { type: 'redacted_thinking', data: seal },
        })
      : said('content_block_delta', { index: number, delta: { type: 'signature_delta', signature: seal } })
  }

  #close(index: number): string {
    const block = this.#blocks.get(index)
    return block === undefined ? '' : said('content_block_stop', { index: block.number })
  }
}

/** A tool's input follows in pieces, so that the block opens with an empty one. */
function opened(part: OpenPart): Json {
  switch (part.kind) {
    case 'text':
    case 'refusal':
      return { type: 'text', text: '' }
    case 'reasoning':
      return { type: 'thinking', thinking: '', signature: '' }
    case 'tool-call':
      return {
        type: 'tool_use',
        id: idForClient(part, idRules['anthropic-messages']),
        name: part.name,
        input: {},
      }
  }
}

/** Most of a stream: put together, for printing an object costs more than the words in it. */
function deltaOf({ number, part }: Block, text: string): string {
  const [type, field] = deltaWords[part.kind]
  return `event: content_block_delta\ndata: {"type":"content_block_delta","index":${number},"delta":{"type":"${type}","${field}":${JSON.stringify(text)}}}\n\n`
}

const deltaWords = {
  text: ['text_delta', 'text'],
  refusal: ['text_delta', 'text'],
  reasoning: ['thinking_delta', 'thinking'],
  'tool-call': ['input_json_delta', 'partial_json'],
} as const satisfies Record<OpenPart['kind'], readonly [string, string]>

function start({ id, model, usage }: Extract<CanonicalEvent, { kind: 'start' }>): string {
  const message = {
    id,
    type: 'message',
    role: 'assistant',
    model,
    content: [],
    stop_reason: null,
    stop_sequence: null,
    usage: printUsage(usage),
  }
  return said('message_start', { message })
}

function finish(stop: Stop, usage: Usage | undefined): string {
  const delta = {
    stop_reason: stopReasons[stop.reason],
    stop_sequence: stop.reason === 'stop-sequence' ? (stop.sequence ?? null) : null,
  }
  return said('message_delta', { delta, usage: printUsage(usage) }) + said('message_stop', {})
}

const stopReasons: Readonly<Record<Stop['reason'], string>> = {
  end: 'end_turn',
  length: 'max_tokens',
  tools: 'tool_use',
  refused: 'refusal',
  filtered: 'refusal',
  paused: 'pause_turn',
  context: 'model_context_window_exceeded',
  'stop-sequence': 'stop_sequence',
}

function said(type: string, rest: Json): string {
  return `event: ${type}\ndata: ${JSON.stringify({ type, ...rest })}\n\n`
}
