import { firstEventEnd } from '../../wire/event-stream.ts'
import type { Dialect, EventVerdict } from '../../wire/dialect.ts'

/**
 * Judges the first events of a stream, each once, until one decides: content commits the answer, an error event is a failure
 * that another target may still make good.
 */
export class StreamHold {
  readonly #judge: Dialect['judge']
  #held: Buffer = Buffer.alloc(0)
  #read = 0

  constructor(judge: Dialect['judge']) {
    this.#judge = judge
  }

  add(chunk: Buffer): EventVerdict {
    this.#held = this.#held.length === 0 ? chunk : Buffer.concat([this.#held, chunk])
    for (
      let end = firstEventEnd(this.#held, this.#read);
      end !== -1;
      end = firstEventEnd(this.#held, this.#read)
    ) {
      const verdict = this.#judge(this.#held.subarray(this.#read, end))
      this.#read = end
      if (verdict !== 'wait') return verdict
    }
    return 'wait'
  }

  /** All that was held. */
  bytes(): Buffer {
    return this.#held
  }
}
