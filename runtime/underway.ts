/** What is going on at the moment: counted by the proxy, read by whoever asks. */
export interface Underway {
  requests: number
  /** Streams to clients that have begun and not ended. */
  streams: number
}

/** Nothing under way. */
export function nothingUnderway(): Underway {
  return { requests: 0, streams: 0 }
}
