import { createEpochs } from '../../runtime/cache/calibration/epochs.ts'
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
  #last: Record<StreamName, Place | undefined> = { marks: undefined, entries: undefined }
  #epochs = createEpochs()
  #count = 0

  constructor(options: { entriesMax?: number; marksMax?: number; nowMs?: () => number } = {}) {
    const { entriesMax = 1_000, marksMax = 1_000, nowMs = () => 1 } = options
    this.#max = { marks: marksMax, entries: entriesMax }
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
      readEpochs: async () => {
        this.#check(link.isCut || isClosed)
        return this.#epochs.snapshot()
      },
      raiseEpochs: async (epochs) => {
        this.#check(link.isCut || isClosed)
        this.#epochs.merge(epochs)
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
    this.#last = { marks: undefined, entries: undefined }
    this.#epochs = createEpochs()
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
    this.#told[stream] = told.slice(-this.#max[stream])
    this.#last[stream] = place
    this.#wake()
    return place
  }

  #behind(places: Readonly<Record<StreamName, Place>>): Record<StreamName, readonly Told[]> {
    const of = (name: StreamName): readonly Told[] =>
      this.#told[name].filter(({ place }) => isBefore(places[name], place)).slice(0, BATCH_MAX)
    return { marks: of('marks'), entries: of('entries') }
  }

  #stateOf(stream: StreamName): StreamState {
    return { first: this.#told[stream][0]?.place, last: this.#last[stream] }
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

const emptyStreams = (): Record<StreamName, readonly Told[]> => ({ marks: [], entries: [] })
