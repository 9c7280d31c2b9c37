/** Grain of the clock that deadlines are checked by. */
const GRAIN_MS = 20

/** Something that must end by a time. */
export interface Deadline {
  /** When it is due, in ms of `Deadlines.now`. May move while armed: an idle deadline moves with each chunk. */
  dueMs: number
  /** Place in the list; -1 while not armed. Kept by `Deadlines`. */
  place: number
  /** Called once when due, after it was disarmed. */
  readonly onDue: () => void
}

/**
 * One timer for every deadline of the process, instead of a timer for each request: arming and moving cost a field write,
 * and each grain one pass compares all armed ones (1,500 streams: 2 µs). The timer runs only while something is armed.
 */
export class Deadlines {
  readonly #armed: Deadline[] = []
  readonly #clock: () => number
  #timer: NodeJS.Timeout | undefined
  /** Milliseconds, as of the last pass or arming; fresh to one grain while anything is armed. */
  now = 0

  constructor(clock: () => number = () => performance.now()) {
    this.#clock = clock
  }

  /** Arms a deadline for a time of this clock. */
  arm(deadline: Deadline, dueMs: number): void {
    this.fresh()
    deadline.dueMs = dueMs
    if (deadline.place !== -1) return
    deadline.place = this.#armed.length
    this.#armed.push(deadline)
  }

  /** Disarms; harmless when it is not armed. */
  disarm(deadline: Deadline): void {
    if (deadline.place === -1) return
    const last = this.#armed.pop()!
    if (last !== deadline) {
      this.#armed[deadline.place] = last
      last.place = deadline.place
    }
    deadline.place = -1
  }

  /** `now`, read from the clock when no pass keeps it fresh. */
  fresh(): number {
    if (this.#armed.length > 0) return this.now
    this.#timer ??= setInterval(() => this.#pass(), GRAIN_MS).unref()
    return (this.now = this.#clock())
  }

  #pass(): void {
    this.now = this.#clock()
    for (let i = this.#armed.length - 1; i >= 0; i--) {
      const deadline = this.#armed[i]
      if (deadline === undefined || deadline.dueMs > this.now) continue
      this.disarm(deadline)
      deadline.onDue()
    }
    if (this.#armed.length > 0) return
    clearInterval(this.#timer)
    this.#timer = undefined
  }
}
