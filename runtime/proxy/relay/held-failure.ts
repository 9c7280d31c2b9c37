import { classifyStatus } from '../../upstream/classify-status.ts'
import { failure } from '../../upstream/failure.ts'
import type { Failure } from '../../upstream/failure.ts'
import type { EventVerdict } from '../../wire/dialect.ts'

/** Why a stream that has shown no content is no answer. */
export function heldFailure(verdict: Exclude<EventVerdict, 'wait' | 'commit'>): Failure {
  if (verdict === 'refused') return failure('refused', 'the model refused')
  if (verdict === 'malformed')
    return failure('5xx', 'the stream holds what is not an event of this dialect', { ambiguous: true })
  if (verdict === 'ended') return failure('5xx', 'the stream ended before any content', { ambiguous: true })
  return errorFailure(Buffer.from(JSON.stringify(verdict.error)))
}

/** An error in place of content has no status of its own: what it says stands in for it. */
function errorFailure(body: Buffer): Failure {
  const answer = { contentType: 'application/json', body }
  const { class: kind } = classifyStatus(400, {}, answer)
  if (kind !== 'request') return failure(kind, 'the stream began with an error', { answer, status: 400 })
  const text = body.toString('latin1')
  const [, found, status] = rows.find(([words]) => words.test(text)) ?? last
  return failure(found, 'the stream began with an error', { ambiguous: true, answer, status })
}

const rows: readonly (readonly [RegExp, Failure['class'], number])[] = [
  [/rate_limit|"429"|:429/, '429', 429],
  [/overload/i, 'overloaded', 503],
]

const last: (typeof rows)[number] = [/./, '5xx', 502]
