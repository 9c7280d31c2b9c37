import type { IncomingHttpHeaders } from 'node:http'
import type { Dialect } from '../../wire/dialect.ts'

/** A whole stream at once, in the form that its client asked for. */
export function framedWhole(
  { framing }: Dialect,
  events: Buffer,
): { readonly bytes: Buffer; readonly contentType: string } {
  if (framing === undefined) return { bytes: events, contentType: 'text/event-stream; charset=utf-8' }
  const { frame, end } = framing.framer()
  return { bytes: Buffer.concat([frame(events), end()]), contentType: framing.contentType }
}

/** The provider's headers, but that the stream leaves in a form of its own where the client asked for one. */
export function framedHeaders({ framing }: Dialect, provider: IncomingHttpHeaders): IncomingHttpHeaders {
  return framing === undefined ? provider : { ...provider, 'content-type': framing.contentType }
}
