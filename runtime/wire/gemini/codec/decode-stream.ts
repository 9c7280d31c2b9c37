import { hash } from 'node:crypto'
import type { CanonicalEvent, Decoder, OpenPart, Stop } from '../../canonical/events.ts'
import { objectsOf, textOf } from '../../canonical/read-json.ts'
import { eventData } from '../../event-stream.ts'
import { isObject, parseObject } from '../../json.ts'
import type { Json } from '../../json.ts'
import type { Usage } from '../../usage.ts'
import { readUsage } from '../usage.ts'
import { faults, stops } from './stops.ts'

/** Reads a streamGenerateContent stream: parts come whole, usage grows from event to event, and there is no last event but the one with a reason to stop. Only the first candidate is carried. */
export function decodeGeminiStream(): Decoder {
  const stream = new GeminiStream()
  return { read: (event) => stream.read(parseObject(eventData(event) ?? '')) }
}

type Words = 'text' | 'reasoning'

class GeminiStream {
  #id: string | undefined
  #parts = 0
  #calls = 0
  #words: { readonly kind: Words; readonly index: number } | undefined
  #usage: Usage | undefined
  #ended = false
  #events: CanonicalEvent[] = []

  read(chunk: Json | undefined): readonly CanonicalEvent[] {
    this.#events = []
    if (chunk !== undefined && !this.#ended) this.#readChunk(chunk)
    return this.#events
  }

  #readChunk(chunk: Json): void {
    if (isObject(chunk['error'])) return this.#fail(errorOf(chunk['error']))
    const { promptFeedback } = chunk
    const [candidate] = objectsOf(chunk['candidates'])
    this.#usage = readUsage(chunk['usageMetadata']) ?? this.#usage
    const isBlocked = isObject(promptFeedback) && textOf(promptFeedback['blockReason']) !== undefined
    if (candidate === undefined && !isBlocked) return
    if (this.#id === undefined) this.#start(chunk)
    if (candidate !== undefined) this.#readCandidate(candidate)
    else this.#finish({ reason: 'filtered' })
  }

  #start(chunk: Json): void {
    this.#id = textOf(chunk['responseId']) ?? ''
    this.#events.push({
      kind: 'start',
      id: this.#id,
      model: textOf(chunk['modelVersion']) ?? '',
      created: secondsOf(chunk['createTime']),
      usage: this.#usage,
    })
  }

  #readCandidate(candidate: Json): void {
    const { content, finishMessage } = candidate
    for (const part of isObject(content) ? objectsOf(content['parts']) : []) this.#readPart(part)
    const why = textOf(candidate['finishReason'])
    if (why === undefined) return
    if (faults.has(why)) return this.#fail(faultOf(why, textOf(finishMessage)))
    const reason = stops[why] ?? 'end'
    this.#finish({ reason: reason === 'end' && this.#calls > 0 ? 'tools' : reason })
  }

  #readPart(part: Json): void {
    const { text, functionCall, thoughtSignature } = part
    if (isObject(functionCall)) return this.#call(functionCall, textOf(thoughtSignature))
    if (typeof text !== 'string') return
    const kind = part['thought'] === true ? 'reasoning' : 'text'
    // Nothing said but a signature seals the words before it.
    if (text === '' && this.#words?.kind !== kind) return
    const index = this.#openWords(kind)
    if (text !== '') this.#events.push({ kind: 'delta', index, text })
    if (typeof thoughtSignature === 'string')
      this.#events.push({ kind: 'seal', index, seal: thoughtSignature })
  }

  #openWords(kind: Words): number {
    if (this.#words?.kind === kind) return this.#words.index
    this.#closeWords()
    const index = this.#open({ kind })
    this.#words = { kind, index }
    return index
  }

  #closeWords(): void {
    if (this.#words !== undefined) this.#events.push({ kind: 'close', index: this.#words.index })
    this.#words = undefined
  }

  #call(call: Json, seal: string | undefined): void {
    this.#closeWords()
    const input = JSON.stringify(call['args'] ?? {})
    const name = textOf(call['name']) ?? ''
    const id = textOf(call['id']) ?? this.#idFor(name, input)
    const index = this.#open({
      kind: 'tool-call',
      id,
      name,
      namespace: undefined,
      custom: false,
      ...(seal === undefined ? {} : { seal }),
    })
    this.#calls++
    this.#events.push({ kind: 'delta', index, text: input }, { kind: 'close', index })
  }

  /** Gemini need not name its calls: the name is made of what is known, and so the same each time. */
  #idFor(name: string, input: string): string {
    const what = JSON.stringify([this.#id, this.#calls, name, input])
    return `call_${hash('sha256', what, 'hex').slice(0, 24)}`
  }

  #open(part: OpenPart): number {
    const index = this.#parts++
    this.#events.push({ kind: 'open', index, part })
    return index
  }

  #finish(stop: Stop): void {
    this.#closeWords()
    this.#ended = true
    this.#events.push({ kind: 'finish', stop, usage: this.#usage })
  }

  #fail(error: Extract<CanonicalEvent, { kind: 'error' }>['error']): void {
    this.#ended = true
    this.#events.push({ kind: 'error', error })
  }
}

function faultOf(
  why: string,
  message: string | undefined,
): Extract<CanonicalEvent, { kind: 'error' }>['error'] {
  return {
    status: 502,
    code: why.toLowerCase(),
    message: message ?? `The model ended its answer with ${why}; ask again.`,
  }
}

/** An error's word is its reason, where Google gives one, else its status. */
function errorOf(error: Json): Extract<CanonicalEvent, { kind: 'error' }>['error'] {
  const reason = objectsOf(error['details'])
    .map((detail) => textOf(detail['reason']))
    .find((each) => each !== undefined)
  return {
    status: 502,
    code: (reason ?? textOf(error['status']) ?? 'upstream_error').toLowerCase(),
    message: textOf(error['message']) ?? 'The provider broke the stream off.',
  }
}

/** A timestamp of RFC 3339 in seconds; now, where there is none. */
function secondsOf(time: unknown): number {
  const ms = typeof time === 'string' ? Date.parse(time) : Number.NaN
  return Math.floor((Number.isNaN(ms) ? Date.now() : ms) / 1000)
}
