import type { EncodeTarget } from '../../canonical/codec.ts'
import type { CanonicalEvent, Encoder, OpenPart, Stop } from '../../canonical/events.ts'
import { idForClient, idRules } from '../../canonical/ids.ts'
import type { Json } from '../../json.ts'
import type { Usage } from '../../usage.ts'
import { chatWords, printUsage } from '../../openai-usage.ts'
import { errorEvent } from '../errors.ts'

/** Writes a chat completion stream, with the usage chunk where the client asked for it. */
export function encodeChatStream(asked: EncodeTarget): Encoder {
  const stream = new ChatWriter(asked.includeUsage)
  return { write: (event) => stream.write(event) }
}

class ChatWriter {
  readonly #includeUsage: boolean
  #head: Json = {}
  /** What stands around the delta of each chunk, which is all that changes. */
  #before = ''
  #after = ''
  readonly #parts = new Map<number, { readonly part: OpenPart; readonly call: number }>()
  #calls = 0

  constructor(includeUsage: boolean) {
    this.#includeUsage = includeUsage
  }

  write(event: CanonicalEvent): string {
    switch (event.kind) {
      case 'start':
        return this.#start(event)
      case 'open':
        return this.#open(event.index, event.part)
      case 'delta':
        return this.#delta(event.index, event.text)
      case 'finish':
        return this.#finish(event.stop, event.usage)
      case 'error':
        return errorEvent(event.error).toString()
      case 'seal':
      case 'close':
        return ''
    }
  }

  #start({ id, model, created }: Extract<CanonicalEvent, { kind: 'start' }>): string {
    this.#head = { id, object: 'chat.completion.chunk', created, model }
    const around = event(this.#choice(HOLE))
    this.#before = around.slice(0, around.lastIndexOf(HOLE_JSON))
    this.#after = around.slice(around.lastIndexOf(HOLE_JSON) + HOLE_JSON.length)
    return this.#chunk({ role: 'assistant', content: '' })
  }

  #open(index: number, part: OpenPart): string {
    const call = part.kind === 'tool-call' ? this.#calls++ : 0
    this.#parts.set(index, { part, call })
    if (part.kind !== 'tool-call') return ''
    const id = idForClient(part, idRules['openai-chat'])
    const { name } = part
    const opened = part.custom
      ? { index: call, id, type: 'custom', custom: { name, input: '' } }
      : { index: call, id, type: 'function', function: { name, arguments: '' } }
    return this.#chunk({ tool_calls: [opened] })
  }

  #delta(index: number, text: string): string {
    const open = this.#parts.get(index)
    if (open === undefined) return ''
    const { part, call } = open
    switch (part.kind) {
      case 'text':
        return this.#words('content', text)
      case 'reasoning':
        return this.#words('reasoning_content', text)
      case 'refusal':
        return this.#chunk({ refusal: text })
      case 'tool-call': {
        const more = part.custom ? { custom: { input: text } } : { function: { arguments: text } }
        return this.#chunk({ tool_calls: [{ index: call, ...more }] })
      }
    }
  }

  #finish(stop: Stop, usage: Usage | undefined): string {
    const last = this.#chunk({}, finishReasons[stop.reason])
    const counted = this.#includeUsage
      ? event({ ...this.#head, choices: [], usage: printUsage(usage, chatWords) })
      : ''
    return `${last}${counted}data: [DONE]\n\n`
  }

  /** Most of a stream: put together, for printing the same around each word costs more than the word. */
  #words(field: 'content' | 'reasoning_content', text: string): string {
    return `${this.#before}{"${field}":${JSON.stringify(text)}}${this.#after}`
  }

  #chunk(delta: Json, finish: string | null = null): string {
    return event(this.#choice(delta, finish))
  }

  #choice(delta: Json, finish: string | null = null): Json {
    const choice = { index: 0, delta, logprobs: null, finish_reason: finish }
    const usage = this.#includeUsage ? { usage: null } : {}
    return { ...this.#head, choices: [choice], ...usage }
  }
}

/** Stands for a delta where its surroundings are printed. */
const HOLE: Json = { hole: '' }
const HOLE_JSON = JSON.stringify(HOLE)

function event(value: Json): string {
  return `data: ${JSON.stringify(value)}\n\n`
}

const finishReasons: Readonly<Record<Stop['reason'], string>> = {
  end: 'stop',
  'stop-sequence': 'stop',
  paused: 'stop',
  length: 'length',
  context: 'length',
  tools: 'tool_calls',
  refused: 'content_filter',
  filtered: 'content_filter',
}
