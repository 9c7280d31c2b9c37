import type { Exchange } from '../upstream/exchange.ts'
import { failure } from '../upstream/failure.ts'

/** Copies under way at once, over all requests; the rest is skipped, for a copy must never slow an answer. */
const COPIES_MAX = 64

/** The copies of the process that are under way: how many there may be, and their end at a drain. */
export class Shadows {
  readonly #running = new Set<Exchange>()
  #whenIdle: (() => void) | undefined

  get isFull(): boolean {
    return this.#running.size >= COPIES_MAX
  }

  begin(copy: Exchange): void {
    this.#running.add(copy)
  }

  end(copy: Exchange): void {
    this.#running.delete(copy)
    if (this.#running.size === 0) this.#whenIdle?.()
  }

  /** Waits for what is under way, but not beyond `graceMs`; what is left then is cut. */
  async drain(graceMs: number): Promise<void> {
    if (this.#running.size > 0) {
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, graceMs)
        this.#whenIdle = () => {
          clearTimeout(timer)
          resolve()
        }
      })
    }
    for (const copy of this.#running) copy.abort(failure('aborted', 'the gateway stops'))
  }
}
