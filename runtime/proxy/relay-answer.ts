import { answerHeaders, dollars } from './answer-headers.ts'
import type { Call } from './call.ts'
import type { StreamedAnswer, WholeAnswer } from './relay/answer.ts'

/** Gives the client what it has not had yet: a whole answer in one write, the end of a stream. */
export function relayAnswer(call: Call, answer: WholeAnswer | StreamedAnswer): void {
  if (answer.kind === 'streamed') return endStream(call)
  const headers = answerHeaders(call, answer.headers)
  if (call.trace.cost !== undefined) headers.push('x-gwc-cost', dollars(call.trace.cost))
  headers.push('content-length', String(answer.body.length))
  call.res.writeHead(200, headers)
  call.res.end(answer.body)
}

function endStream({ stream, takesTrailers, trace }: Call): void {
  const cost = takesTrailers && trace.cost !== undefined ? { 'x-gwc-cost': dollars(trace.cost) } : undefined
  stream?.end(cost)
}
