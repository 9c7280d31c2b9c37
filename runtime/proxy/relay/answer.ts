import type { IncomingHttpHeaders } from 'node:http'
import type { Usage } from '../../wire/usage.ts'

/** A provider's whole answer, none of which the client has seen. */
export interface WholeAnswer {
  readonly kind: 'whole'
  readonly headers: IncomingHttpHeaders
  readonly body: Buffer
  readonly usage: Usage | undefined
}

/** A stream that reached the client, to its end or to where it broke. */
export interface StreamedAnswer {
  readonly kind: 'streamed'
  readonly outcome: 'complete' | 'truncated' | 'cancelled'
  readonly usage: Usage | undefined
  readonly firstTokenMs: number
  /** Bytes that the provider sent of it: no fewer than the tokens that it showed. */
  readonly receivedBytes: number
  /** All events, when the stream was complete and they were asked for. */
  readonly events: Buffer | undefined
}
