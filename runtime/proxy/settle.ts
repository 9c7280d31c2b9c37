import type { Call } from './call.ts'
import type { StreamedAnswer, WholeAnswer } from './relay/answer.ts'

/** Notes how the request was answered, and what the answer used. */
export function settle({ trace, startedMs }: Call, answer: WholeAnswer | StreamedAnswer): void {
  trace.status = 200
  trace.usage = answer.usage
  if (answer.kind === 'whole') return
  trace.firstTokenMs = answer.firstTokenMs - startedMs
  if (answer.outcome !== 'complete')
    trace.error = answer.outcome === 'truncated' ? 'stream_truncated' : 'client_closed_request'
}
