import { Collected } from './collected.ts'

/** The events of a stream as far as the cache may want them: all, or none when they are too many. */
export class KeptEvents {
  readonly #events: Collected | undefined
  #isTooMuch = false

  constructor(bytesMax: number) {
    this.#events = bytesMax === 0 ? undefined : new Collected(bytesMax)
  }

  add(events: Buffer): void {
    if (this.#events === undefined || this.#isTooMuch) return
    this.#isTooMuch = !this.#events.add(events)
  }

  bytes(): Buffer | undefined {
    return this.#isTooMuch ? undefined : this.#events?.bytes()
  }
}
