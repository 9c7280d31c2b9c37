import type { Dialect, EventVerdict } from '../../wire/dialect.ts'
import { nextEventEnd } from '../../wire/event-stream.ts'

/** An event stream may begin with it (HTML standard, 9.2.5); no client shows it to its parser. */
const BYTE_ORDER_MARK = Buffer.from('\ufeff')
const NOTHING = Buffer.alloc(0)

/**
 * Judges the first events of a stream, each once, until one decides: content commits the answer, an error event is a failure
 * that another target may still make good.
 */
export class StreamHold {
  readonly #judge: Dialect['judge']
  readonly #held: Buffer[] = []
  #bytes = 0
  /** What came with the event that decided, behind it. */
  rest: Buffer = NOTHING

  constructor(judge: Dialect['judge']) {
    this.#judge = judge
  }

  /** Takes whole events: they are held up to the one that decides, what comes behind it is `rest`. */
  add(events: Buffer): EventVerdict {
    let verdict: EventVerdict = 'wait'
    let at = this.#bytes === 0 ? markEnd(events) : 0
    while (verdict === 'wait' && at < events.length) {
      const end = nextEventEnd(events, at)
      verdict = this.#judge(events.subarray(at, end))
      at = end
    }
    this.#held.push(events.subarray(0, at))
    this.#bytes += at
    this.rest = events.subarray(at)
    return verdict
  }

  get size(): number {
    return this.#bytes
  }

  /** All that was held. */
  bytes(): Buffer {
    return this.#held.length === 1 ? this.#held[0]! : Buffer.concat(this.#held)
  }
}

function markEnd(events: Buffer): number {
  const size = BYTE_ORDER_MARK.length
  return events.subarray(0, size).equals(BYTE_ORDER_MARK) ? size : 0
}
