/** How long a stream's client may be left without bytes, and how long it may leave bytes unread. */
export interface Pace {
  /** Before the first byte: the keep-alive then commits the 200, so that an error after it is an event. */
  readonly firstSilenceMs: number
  /** Between bytes. */
  readonly silenceMs: number
  /** A client that reads nothing for so long is taken for gone. */
  readonly unreadMs: number
}

/** Below every limit that was measured of clients and load balancers (wire.md, *Idle and keep-alive*); 300 s is the shortest of clients. */
export const usualPace: Pace = { firstSilenceMs: 100_000, silenceMs: 30_000, unreadMs: 60_000 }
