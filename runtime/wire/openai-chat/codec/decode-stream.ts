import { Alike } from '../../canonical/alike.ts'
import type { CanonicalEvent, Decoder, Stop } from '../../canonical/events.ts'
import { numberOf, objectsOf, textOf } from '../../canonical/read-json.ts'
import { eventData } from '../../event-stream.ts'
import { isObject, parseObject } from '../../json.ts'
import type { Json } from '../../json.ts'
import type { Usage } from '../../usage.ts'
import { readUsage } from '../usage.ts'

/** Reads a chat completion stream. Only the first choice is carried: no other dialect has several. */
export function decodeChatStream(): Decoder {
  const stream = new ChatStream()
  return { read: (event) => stream.read(event) }
}

/** Where a server may say words; one that has another name for thoughts is parsed each time. */
const wordFields = { text: 'content', reasoning: 'reasoning_content', refusal: 'refusal' } as const

type Words = 'text' | 'reasoning' | 'refusal'

class ChatStream {
  #started = false
  #parts = 0
  #words: { readonly kind: Words; readonly index: number } | undefined
  readonly #calls = new Map<number, number>()
  #stop: Stop | undefined
  #usage: Usage | undefined
  #events: CanonicalEvent[] = []
  readonly #alike = new Alike()
  #alikeKind: Words = 'text'

  read(event: Buffer): readonly CanonicalEvent[] {
    this.#events = []
    const text = this.#alike.textIn(event)
    if (text === undefined) this.#readEvent(event)
    else this.#say(this.#alikeKind, text)
    return this.#events
  }

  #readEvent(event: Buffer): void {
    const data = eventData(event)
    if (data === undefined) return
    if (data === '[DONE]') return this.#finish()
    this.#readChunk(parseObject(data))
    const [only, second] = this.#events
    if (only?.kind !== 'delta' || second !== undefined || this.#words === undefined) return
    if (this.#stop !== undefined || this.#usage !== undefined) return
    this.#alikeKind = this.#words.kind
    this.#alike.learn(event, wordFields[this.#alikeKind], only.text)
  }

  #readChunk(chunk: Json | undefined): void {
    if (chunk === undefined) return
    if (isObject(chunk['error'])) return this.#fail(chunk['error'])
    if (!this.#started) this.#start(chunk)
    this.#usage = readUsage(chunk['usage']) ?? this.#usage
    const [choice] = objectsOf(chunk['choices'])
    if (choice === undefined || (numberOf(choice['index']) ?? 0) !== 0) return
    if (isObject(choice['delta'])) this.#readDelta(choice['delta'])
    const finish = textOf(choice['finish_reason'])
    if (finish !== undefined) this.#stop = stops[finish] ?? { reason: 'end' }
  }

  #start(chunk: Json): void {
    this.#started = true
    this.#events.push({
      kind: 'start',
      id: textOf(chunk['id']) ?? '',
      model: textOf(chunk['model']) ?? '',
      created: numberOf(chunk['created']) ?? 0,
      usage: undefined,
    })
  }

  #readDelta(delta: Json): void {
    this.#say('reasoning', delta['reasoning_content'] ?? delta['reasoning'])
    this.#say('text', delta['content'])
    this.#say('refusal', delta['refusal'])
    for (const call of objectsOf(delta['tool_calls'])) this.#readCall(call)
  }

  #say(kind: Words, text: unknown): void {
    if (typeof text !== 'string' || text === '') return
    if (this.#words?.kind !== kind) {
      this.#closeWords()
      this.#words = { kind, index: this.#open({ kind }) }
    }
    this.#events.push({ kind: 'delta', index: this.#words.index, text })
  }

  #readCall(call: Json): void {
    const number = numberOf(call['index']) ?? this.#calls.size
    const custom = isObject(call['custom'])
    const body = call[custom ? 'custom' : 'function']
    const said: Json = isObject(body) ? body : {}
    const index = this.#calls.get(number) ?? this.#openCall(number, call, said, custom)
    const text = textOf(said[custom ? 'input' : 'arguments'])
    if (text !== undefined && text !== '') this.#events.push({ kind: 'delta', index, text })
  }

  #openCall(number: number, call: Json, said: Json, custom: boolean): number {
    this.#closeWords()
    const id = textOf(call['id']) ?? `call_${number}`
    const index = this.#open({
      kind: 'tool-call',
      id,
      name: textOf(said['name']) ?? '',
      namespace: undefined,
      custom,
    })
    this.#calls.set(number, index)
    return index
  }

  #open(part: Extract<CanonicalEvent, { kind: 'open' }>['part']): number {
    const index = this.#parts++
    this.#events.push({ kind: 'open', index, part })
    return index
  }

  #closeWords(): void {
    if (this.#words !== undefined) this.#events.push({ kind: 'close', index: this.#words.index })
    this.#words = undefined
  }

  /** Usage comes after the reason to stop, so both wait for the last event. Without a reason the answer is not complete. */
  #finish(): void {
    this.#closeWords()
    for (const index of this.#calls.values()) this.#events.push({ kind: 'close', index })
    if (this.#stop !== undefined) this.#events.push({ kind: 'finish', stop: this.#stop, usage: this.#usage })
  }

  #fail(error: Json): void {
    const message = textOf(error['message']) ?? 'The provider broke the stream off.'
    this.#events.push({ kind: 'error', error: { status: 502, code: codeOf(error), message } })
  }
}

function codeOf(error: Json): string {
  return textOf(error['code']) ?? textOf(error['type']) ?? 'upstream_error'
}

const stops: Readonly<Record<string, Stop>> = {
  stop: { reason: 'end' },
  length: { reason: 'length' },
  tool_calls: { reason: 'tools' },
  function_call: { reason: 'tools' },
  content_filter: { reason: 'filtered' },
}
