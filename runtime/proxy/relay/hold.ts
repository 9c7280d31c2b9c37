import type { Dialect, EventVerdict } from '../../wire/dialect.ts'
import { eventsOf } from '../../wire/event-stream.ts'

/** An event stream may begin with it (HTML standard, 9.2.5); no client shows it to its parser. */
const BYTE_ORDER_MARK = Buffer.from('\ufeff')

/**
 * Judges the first events of a stream, each once, until one decides: content commits the answer, an error event is a failure
 * that another target may still make good.
 */
export class StreamHold {
  readonly #judge: Dialect['judge']
  readonly #held: Buffer[] = []
  #bytes = 0

  constructor(judge: Dialect['judge']) {
    this.#judge = judge
  }

  /** Takes whole events. */
  add(events: Buffer): EventVerdict {
    const unread = this.#bytes === 0 ? withoutMark(events) : events
    this.#held.push(events)
    this.#bytes += events.length
    for (const event of eventsOf(unread)) {
      const verdict = this.#judge(event)
      if (verdict !== 'wait') return verdict
    }
    return 'wait'
  }

  get size(): number {
    return this.#bytes
  }

  /** All that was held. */
  bytes(): Buffer {
    return this.#held.length === 1 ? this.#held[0]! : Buffer.concat(this.#held)
  }
}

function withoutMark(events: Buffer): Buffer {
  const marked = events.subarray(0, BYTE_ORDER_MARK.length).equals(BYTE_ORDER_MARK)
  return marked ? events.subarray(BYTE_ORDER_MARK.length) : events
}
