import type { CachedAnswer } from '../cache/cached-answer.ts'
import { renderStream } from '../wire/openai-chat/render-stream.ts'
import type { ChatBody } from '../wire/openai-chat/body.ts'
import { answerHeaders } from './answer-headers.ts'
import type { Call } from './call.ts'

/** Answers from the cache, whole or as the stream that was asked for. It costs nothing, and says so. */
export function replay(call: Call, hit: CachedAnswer, { stream, includeUsage }: ChatBody): void {
  const { trace, inbound } = call
  trace.cache = 'hit'
  trace.model = hit.model
  trace.provider = hit.provider
  trace.status = 200
  trace.cost = 0
  const events = stream ? renderStream(hit.body, includeUsage) : undefined
  const body = events ?? hit.body
  const type = events === undefined ? 'application/json' : 'text/event-stream; charset=utf-8'
  const headers = answerHeaders(call, { 'content-type': type })
  headers.push('x-gwc-cost', '0')
  if (events === undefined) headers.push('content-length', String(body.length))
  inbound.writeHead(200, headers)
  inbound.end(body)
}
