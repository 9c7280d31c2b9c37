import { BATCH_MAX, isBefore, streamNames } from '../../runtime/cache/feed/streams.ts'
import type { Place, StreamName, Streams, StreamState, Told } from '../../runtime/cache/feed/streams.ts'

/** One gateway's connection. */
export interface StreamLink extends Streams {
  /** Cut: every call rejects. */
  isCut: boolean
}

interface Waiting {
  readonly wake: () => void
}

/** A store of streams in memory, which trims, goes down and loses all when it is told to. Reads wait until something is told. */
export class MemoryStreams {
  down = false
  readonly #max: Readonly<Record<StreamName, number>>
  readonly #nowMs: () => number
  readonly #waiting = new Set<Waiting>()
  #told = emptyStreams()
  #last: Record<StreamName, Place | undefined> = {
    entries: undefined,
    orders: undefined,
    measured: undefined,
  }
  #trimmed = new Set<StreamName>()
  #count = 0

  constructor(options: { entriesMax?: number; ordersMax?: number; nowMs?: () => number } = {}) {
    const { entriesMax = 1_000, ordersMax = 1_000, nowMs = () => 1 } = options
    this.#max = { entries: entriesMax, orders: ordersMax, measured: 1_000 }
    this.#nowMs = nowMs
  }

  connect(): StreamLink {
    let isClosed = false
    const link: StreamLink = {
      isCut: false,
      add: async (stream, from, text) => {
        this.#check(link.isCut || isClosed)
        return this.#add(stream, from, text)
      },
      read: async (places) => {
        this.#check(link.isCut || isClosed)
        const told = this.#behind(places)
        if (streamNames.some((name) => told[name].length > 0)) return told
        await this.#somethingTold()
        this.#check(link.isCut || isClosed)
        return this.#behind(places)
      },
      stateOf: async (stream) => {
        this.#check(link.isCut || isClosed)
        return this.#stateOf(stream)
      },
      close: () => {
        isClosed = true
        this.#wake()
      },
    }
    return link
  }

  /** Empties every stream, as a Redis without persistence that was started again. */
  lose(): void {
    this.#told = emptyStreams()
    this.#last = { entries: undefined, orders: undefined, measured: undefined }
    this.#trimmed.clear()
    this.#wake()
  }

  /** Waits until what is under way has been added. */
  async written(): Promise<void> {
    await new Promise((resolve) => setImmediate(resolve))
  }

  /** Waits until every gateway that is not cut has heard all. */
  async settled(): Promise<void> {
    for (let round = 0; round < 12; round++) {
      this.#wake()
      await new Promise((resolve) => setTimeout(resolve, 1))
    }
  }

  #check(isAway: boolean): void {
    if (this.down || isAway) throw new Error('the store is away')
  }

  #add(stream: StreamName, from: string, text: string): Place {
    const place: Place = `${this.#nowMs()}-${this.#count++}`
    const told = [...this.#told[stream], { place, from, text }]
    if (told.length > this.#max[stream]) this.#trimmed.add(stream)
    this.#told[stream] = told.slice(-this.#max[stream])
    this.#last[stream] = place
    this.#wake()
    return place
  }

  #behind(places: Readonly<Record<StreamName, Place>>): Record<StreamName, readonly Told[]> {
    const of = (name: StreamName): readonly Told[] =>
      this.#told[name].filter(({ place }) => isBefore(places[name], place)).slice(0, BATCH_MAX)
    return { entries: of('entries'), orders: of('orders'), measured: of('measured') }
  }

  #stateOf(stream: StreamName): StreamState {
    return {
      first: this.#told[stream][0]?.place,
      last: this.#last[stream],
      isTrimmed: this.#trimmed.has(stream),
    }
  }

  async #somethingTold(): Promise<void> {
    await new Promise<void>((resolve) => {
      const waiting = {
        wake: () => {
          this.#waiting.delete(waiting)
          resolve()
        },
      }
      this.#waiting.add(waiting)
    })
  }

  #wake(): void {
    for (const { wake } of this.#waiting) wake()
  }
}

const emptyStreams = (): Record<StreamName, readonly Told[]> => ({ entries: [], orders: [], measured: [] })
