/** A clock that jumps from one event to the next: an hour of traffic takes a second. */
export class VirtualTime {
  readonly #events: { readonly atMs: number; readonly order: number; readonly run: () => void }[] = []
  #order = 0
  now = 0

  /** Runs something in so many milliseconds; what is due at the same time runs in the order in which it was asked for. */
  after(ms: number, run: () => void): void {
    const event = { atMs: this.now + Math.max(0, ms), order: this.#order++, run }
    let [low, high] = [0, this.#events.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if (isSooner(event, this.#events[middle]!)) low = middle + 1
      else high = middle
    }
    this.#events.splice(low, 0, event)
  }

  /** Runs until nothing is left to happen. */
  run(): void {
    for (let event = this.#events.pop(); event !== undefined; event = this.#events.pop()) {
      this.now = event.atMs
      event.run()
    }
  }
}

interface Due {
  readonly atMs: number
  readonly order: number
}

/** The soonest stands last. */
function isSooner(a: Due, b: Due): boolean {
  return a.atMs < b.atMs || (a.atMs === b.atMs && a.order < b.order)
}
