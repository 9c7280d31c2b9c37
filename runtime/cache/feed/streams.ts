import type { EpochsSnapshot } from '../calibration/epochs.ts'

/** Where changes lie: purges, quarantines and what was measured, which a flood of entries must not push out; and what is kept and removed, in order. */
export const streamNames = ['marks', 'entries'] as const
export type StreamName = (typeof streamNames)[number]

/** A place in a stream: milliseconds of the store's clock, and a number among those of one millisecond. */
export type Place = `${number}-${number}`

export const beginning: Place = '0-0'

/** Changes of a stream that one read brings at most: fewer are all that there were. */
export const BATCH_MAX = 500

/** One change as it lies in a stream. */
export interface Told {
  readonly place: Place
  /** Which gateway told it. */
  readonly from: string
  readonly text: string
}

/** What a stream holds now; `undefined` for the places of an empty one. */
export interface StreamState {
  readonly first: Place | undefined
  readonly last: Place | undefined
}

/** What a feed asks of a store of streams. Each call may reject, and does when the store is down or slow. */
export interface Streams {
  /** Resolves to the place that it got. */
  readonly add: (stream: StreamName, from: string, text: string) => Promise<Place>
  /** What was told behind these places, in order; waits a moment where that is nothing. */
  readonly read: (
    places: Readonly<Record<StreamName, Place>>,
  ) => Promise<Readonly<Record<StreamName, readonly Told[]>>>
  readonly stateOf: (stream: StreamName) => Promise<StreamState>
  /** What was purged up to now, as the store has it. */
  readonly readEpochs: () => Promise<EpochsSnapshot>
  readonly raiseEpochs: (epochs: EpochsSnapshot) => Promise<void>
  readonly close: () => void
}

/** Whether one place lies before another. */
export function isBefore(one: Place, other: Place): boolean {
  const [ms, number] = partsOf(one)
  const [otherMs, otherNumber] = partsOf(other)
  return ms < otherMs || (ms === otherMs && number < otherNumber)
}

function partsOf(place: Place): readonly [number, number] {
  const [ms = '0', number = '0'] = place.split('-')
  return [Number(ms), Number(number)]
}
