import { costOf } from '../upstream/cost-of.ts'
import type { Call } from './call.ts'
import type { StreamedAnswer, WholeAnswer } from './relay/answer.ts'

/** Notes what an answer used and cost, by the prices pinned in the snapshot. No usage, no cost: unknown is not 0. */
export function settle(
  { trace, targets, startedMs, terms }: Call,
  answer: WholeAnswer | StreamedAnswer,
): void {
  trace.status = 200
  if (answer.kind === 'streamed') {
    trace.firstTokenMs = answer.firstTokenMs - startedMs
    if (answer.outcome !== 'complete')
      trace.error = answer.outcome === 'truncated' ? 'stream_truncated' : 'client_closed_request'
  }
  const { usage } = answer
  const model = trace.model === undefined ? undefined : targets.get(trace.model)?.model
  if (usage === undefined || model === undefined) return
  trace.usage = { ...usage }
  trace.cost = costOf(model, usage, trace.startedMs, terms)
}
