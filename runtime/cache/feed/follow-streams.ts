import { randomUUID } from 'node:crypto'
import type { EpochsSnapshot } from '../calibration/epochs.ts'
import type { CacheChange } from '../semantic-cache.ts'
import type { ChangeFeed, FeedListener } from './change-feed.ts'
import { readChange, writeChange } from './change-form.ts'
import { BATCH_MAX, beginning, isBefore, streamNames } from './streams.ts'
import type { Place, StreamName, Streams, StreamState, Told } from './streams.ts'

export interface FollowOptions {
  /** Told of a failure, as the store's client words it. */
  readonly tell: (error: unknown) => void
  readonly now: () => number
  /** Between a failure and the next try. */
  readonly restMs: number
  /** Behind what was heard last for so long, changes may have been missed. */
  readonly staleMs: number
}

const streamOf: Readonly<Record<CacheChange['kind'], StreamName>> = {
  kept: 'entries',
  removed: 'entries',
  purged: 'marks',
  quarantined: 'marks',
  measured: 'marks',
}

/** Changes that wait for a store that is down: the oldest beyond these are given up. */
const WAITING_MAX = 1_000

/** Follows the streams from their beginning: what they hold is what the cache of a gateway that starts should hold. */
export function followStreams(streams: Streams, listener: FeedListener, options: FollowOptions): ChangeFeed {
  const follower = new Follower(streams, listener, options)
  const running = follower.run()
  return {
    publish: (change) => follower.publish(change),
    isCurrent: () => follower.isCurrent,
    close: async () => {
      follower.end()
      await running
    },
  }
}

class Follower {
  readonly #streams: Streams
  readonly #listener: FeedListener
  readonly #options: FollowOptions
  /** This process among all that tell. */
  readonly #self = randomUUID()
  #places: Readonly<Record<StreamName, Place>> = atBeginning
  /** Where this process told something last: the streams must reach as far. */
  #told: Record<StreamName, Place> = { ...atBeginning }
  /** Own changes are known already, but after a reset. */
  #isRetold = false
  /** Purges may have been missed. */
  #isAway = true
  #heardAtMs = -Infinity
  readonly #waiting: CacheChange[] = []
  #telling: Promise<void> | undefined
  readonly #ended = Promise.withResolvers<void>()
  #isEnded = false

  constructor(streams: Streams, listener: FeedListener, options: FollowOptions) {
    this.#streams = streams
    this.#listener = listener
    this.#options = options
  }

  get isCurrent(): boolean {
    return this.#options.now() - this.#heardAtMs <= this.#options.staleMs
  }

  end(): void {
    this.#isEnded = true
    this.#ended.resolve()
    this.#streams.close()
  }

  // ---------------------------------------------------------------------------------------------- telling

  async publish(change: CacheChange): Promise<boolean> {
    if (change.kind === 'kept') {
      const isTold = await this.#add(change)
      // What the others do not know of, they cannot remove.
      if (!isTold) this.#listener.onChange({ kind: 'removed', id: change.entry.id })
      return isTold
    }
    this.#waiting.push(change)
    if (this.#waiting.length > WAITING_MAX) this.#waiting.shift()
    await this.#tellWaiting()
    return !this.#waiting.includes(change)
  }

  /** In order, one at a time: the first that fails waits for the store to be back, and the others behind it. */
  #tellWaiting(): Promise<void> {
    if (this.#waiting.length > 0) this.#telling ??= this.#tellAll()
    return this.#telling ?? Promise.resolve()
  }

  async #tellAll(): Promise<void> {
    for (let [next] = this.#waiting; next !== undefined && (await this.#add(next)); [next] = this.#waiting)
      this.#waiting.shift()
    this.#telling = undefined
  }

  async #add(change: CacheChange): Promise<boolean> {
    try {
      if (change.kind === 'purged') await this.#streams.raiseEpochs(change.epochs)
      const stream = streamOf[change.kind]
      this.#told[stream] = await this.#streams.add(stream, this.#self, writeChange(change))
      return true
    } catch (error) {
      if (!this.#isEnded) this.#options.tell(error)
      return false
    }
  }

  // ---------------------------------------------------------------------------------------------- hearing

  async run(): Promise<void> {
    while (!this.#isEnded) {
      try {
        await this.#hear()
      } catch (error) {
        if (this.#isEnded) return
        this.#isAway = true
        this.#options.tell(error)
        await Promise.race([rest(this.#options.restMs), this.#ended.promise])
      }
    }
  }

  /** INVARIANT: the states are asked for after the read, so that nothing that it should have brought was trimmed before. */
  async #hear(): Promise<void> {
    if (this.#isAway) await this.#agreeOnPurges()
    const told = await this.#streams.read(this.#places)
    const own = { ...this.#told }
    const states = await Promise.all(streamNames.map((name) => this.#streams.stateOf(name)))
    if (this.#isEnded) return
    this.#isAway = false
    if (streamNames.some((name, n) => isGap(this.#places[name], own[name], states[n]!))) return this.#reset()
    this.#take('marks', told.marks)
    // A purge must be known before the entries that were kept behind it: those of this read come again.
    if (told.marks.length === BATCH_MAX) return
    this.#take('entries', told.entries)
    if (told.entries.length === BATCH_MAX) return
    this.#heardAtMs = this.#options.now()
    this.#isRetold = false
    void this.#tellWaiting()
  }

  /** Purges are no history but a state: the higher count of each scope stands, here and in the store. */
  async #agreeOnPurges(): Promise<void> {
    const theirs = await this.#streams.readEpochs()
    this.#listener.onChange({ kind: 'purged', epochs: theirs })
    const ours = this.#listener.epochs()
    if (isAhead(ours, theirs)) await this.#streams.raiseEpochs(ours)
  }

  #take(name: StreamName, told: readonly Told[]): void {
    for (const { from, text } of told) {
      const change = from === this.#self && !this.#isRetold ? undefined : readChange(text)
      // What was measured is counted once.
      if (change !== undefined && !(this.#isRetold && change.kind === 'measured'))
        this.#listener.onChange(change)
    }
    this.#places = { ...this.#places, [name]: told.at(-1)?.place ?? this.#places[name] }
  }

  #reset(): void {
    this.#listener.onReset()
    this.#places = atBeginning
    this.#told = { ...atBeginning }
    this.#isRetold = true
    this.#isAway = true
    this.#heardAtMs = -Infinity
  }
}

/** Whether something was told behind this place that is gone: the stream begins behind it, ends before it, or is another one. */
function isGap(place: Place, told: Place, { first, last }: StreamState): boolean {
  const reached = isBefore(place, told) ? told : place
  if (reached === beginning) return false
  if (first === undefined || last === undefined || isBefore(last, reached)) return true
  return place !== beginning && isBefore(place, first)
}

function isAhead(ours: EpochsSnapshot, theirs: EpochsSnapshot): boolean {
  if (ours.everywhere !== theirs.everywhere) return ours.everywhere > theirs.everywhere
  return Object.entries(ours.scopes).some(([scope, count]) => count > (theirs.scopes[scope] ?? 0))
}

const atBeginning = { marks: beginning, entries: beginning } as const

const rest = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))
