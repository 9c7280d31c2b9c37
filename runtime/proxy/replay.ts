import type { CachedAnswer } from '../cache/cached-answer.ts'
import type { WireBody } from '../wire/dialect.ts'
import { answerHeaders } from './answer-headers.ts'
import type { Call } from './call.ts'
import { framedWhole } from './relay/framed.ts'

/** Answers from the cache, whole or as the stream that was asked for. It costs nothing, and says so. */
export function replay(call: Call, hit: CachedAnswer, asked: WireBody): void {
  const { trace, inbound, dialect } = call
  trace.cache = 'hit'
  trace.model = hit.model
  trace.provider = hit.provider
  trace.status = 200
  trace.cost = 0
  const events = asked.stream ? dialect.render(hit.body, asked) : undefined
  const { bytes: body, contentType } =
    events === undefined ? { bytes: hit.body, contentType: 'application/json' } : framedWhole(dialect, events)
  const headers = answerHeaders(call, { 'content-type': contentType })
  headers.push('x-gwc-cost', '0')
  if (events === undefined) headers.push('content-length', String(body.length))
  trace.responseBytes = body.length
  inbound.writeHead(200, headers)
  inbound.end(body)
}
