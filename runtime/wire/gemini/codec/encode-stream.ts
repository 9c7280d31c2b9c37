import { inputObject } from '../../canonical/call-input.ts'
import type { EncodeTarget } from '../../canonical/codec.ts'
import { declined } from '../../canonical/events.ts'
import type { CanonicalEvent, Encoder, OpenPart, Stop } from '../../canonical/events.ts'
import { idRules, mapId } from '../../canonical/ids.ts'
import type { Json } from '../../json.ts'
import type { Usage } from '../../usage.ts'
import { errorEvent } from '../errors.ts'
import { FOREIGN_SIGNATURE } from './foreign-signature.ts'
import { printUsage } from './print-usage.ts'
import { finishReasons } from './stops.ts'

/**
 * Writes a streamGenerateContent stream. A call is written when it is whole, and the reason to stop and the usage always come
 * last: Google's clients wait for them. Thoughts of other providers are left out: they would come back as Gemini's own.
 */
export function encodeGeminiStream({ from }: EncodeTarget): Encoder {
  const stream = new GeminiWriter(from === 'gemini-generate')
  return { write: (event) => stream.write(event) }
}

/** A part under way. */
interface Open {
  readonly part: OpenPart
  text: string
}

class GeminiWriter {
  readonly #isOwn: boolean
  readonly #parts = new Map<number, Open>()
  #head: Json = {}
  #calls = 0
  #isRefused = false

  constructor(isOwn: boolean) {
    this.#isOwn = isOwn
  }

  write(event: CanonicalEvent): string {
    switch (event.kind) {
      case 'start':
        this.#head = { modelVersion: event.model, responseId: event.id }
        return ''
      case 'open':
        this.#isRefused ||= event.part.kind === 'refusal'
        this.#parts.set(event.index, { part: event.part, text: '' })
        return ''
      case 'delta':
        return this.#delta(event.index, event.text)
      case 'seal':
        return this.#seal(event.index, event.seal)
      case 'close':
        return this.#close(event.index)
      case 'finish':
        return this.#finish(this.#isRefused ? declined(event.stop) : event.stop, event.usage)
      case 'error':
        return errorEvent(event.error).toString()
    }
  }

  #delta(index: number, text: string): string {
    const open = this.#parts.get(index)
    switch (open?.part.kind) {
      case 'text':
      case 'refusal':
        return this.#say({ text })
      case 'reasoning':
        return this.#isOwn ? this.#say({ text, thought: true }) : ''
      case 'tool-call':
        open.text += text
        return ''
      case undefined:
        return ''
    }
  }

  #seal(index: number, thoughtSignature: string): string {
    const kind = this.#parts.get(index)?.part.kind
    if (!this.#isOwn || kind === undefined) return ''
    return this.#say({ text: '', ...(kind === 'reasoning' ? { thought: true } : {}), thoughtSignature })
  }

  #close(index: number): string {
    const open = this.#parts.get(index)
    this.#parts.delete(index)
    if (open?.part.kind !== 'tool-call') return ''
    const { id, name, seal } = open.part
    const functionCall = { id: mapId(id, idRules['gemini-generate']), name, args: inputObject(open.text) }
    return this.#say({ functionCall, ...this.#signature(seal) })
  }

  /** The first call of an answer is signed, so that it may go on to Gemini, which asks for that. */
  #signature(seal: string | undefined): Json {
    const isFirst = this.#calls++ === 0
    if (seal !== undefined) return { thoughtSignature: seal }
    return isFirst && !this.#isOwn ? { thoughtSignature: FOREIGN_SIGNATURE } : {}
  }

  #finish(stop: Stop, usage: Usage | undefined): string {
    const content = { parts: [{ text: '' }], role: 'model' }
    const candidate = { content, finishReason: finishReasons[stop.reason], index: 0 }
    return event({ candidates: [candidate], usageMetadata: printUsage(usage), ...this.#head })
  }

  #say(part: Json): string {
    return event({ candidates: [{ content: { parts: [part], role: 'model' }, index: 0 }], ...this.#head })
  }
}

function event(value: Json): string {
  return `data: ${JSON.stringify(value)}\n\n`
}
