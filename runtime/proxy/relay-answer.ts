import type { WireBody } from '../wire/dialect.ts'
import { answerHeaders, dollars } from './answer-headers.ts'
import type { Call } from './call.ts'
import { answerRefusal } from './errors.ts'
import { refuse } from './refusal.ts'
import { framedWhole } from './relay/framed.ts'
import type { StreamedAnswer, WholeAnswer } from './relay/answer.ts'

/** Gives the client what it has not had yet: a whole answer in one write, the end of a stream. */
export function relayAnswer(call: Call, answer: WholeAnswer | StreamedAnswer, asked: WireBody): void {
  if (answer.kind === 'streamed') return endStream(call)
  if (asked.stream) return relayAsStream(call, answer, asked)
  const headers = answerHeaders(call, answer.headers)
  if (call.trace.cost !== undefined) headers.push('x-gwc-cost', dollars(call.trace.cost))
  headers.push('content-length', String(answer.body.length))
  call.trace.responseBytes = answer.body.length
  call.inbound.writeHead(200, headers)
  call.inbound.end(answer.body)
}

/** A provider that ignores `stream` answers whole; a client that waits for events would read nothing in that and call it complete. */
function relayAsStream(call: Call, answer: WholeAnswer, asked: WireBody): void {
  const events = call.dialect.render(answer.body, asked)
  if (events === undefined)
    return answerRefusal(
      call,
      refuse(502, 'upstream_error', 'No provider could answer: the provider answered 200 without an answer.'),
    )
  const { stream } = call.client
  if (stream?.isOpen === true) {
    stream.write(events)
    return endStream(call)
  }
  const framed = framedWhole(call.dialect, events)
  const headers = answerHeaders(call, { ...answer.headers, 'content-type': framed.contentType })
  if (call.trace.cost !== undefined) headers.push('x-gwc-cost', dollars(call.trace.cost))
  call.trace.responseBytes = framed.bytes.length
  call.inbound.writeHead(200, headers)
  call.inbound.end(framed.bytes)
}

function endStream({ client, takesTrailers, trace }: Call): void {
  const cost = takesTrailers && trace.cost !== undefined ? { 'x-gwc-cost': dollars(trace.cost) } : undefined
  client.stream?.end(cost)
}
