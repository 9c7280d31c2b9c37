import type { IncomingHttpHeaders } from 'node:http'
import type { CountingDialect, WireBody } from '../wire/dialect.ts'
import { answerHeaders } from './answer-headers.ts'
import type { Sending } from './attempt.ts'
import type { Call } from './call.ts'
import { askProvider, counterFor } from './count-tokens.ts'
import { decideCall } from './decide-call.ts'
import { answerRefusal } from './errors.ts'
import { refuse } from './refusal.ts'
import type { Refusal } from './refusal.ts'

/**
 * Counts the tokens of a request that is not sent: decided as that would be, asked of the provider that would get it, and counted
 * here where that cannot say. It costs nothing, takes no place of an answer, and no failure of it speaks against a model.
 */
export async function handleCount(call: Call, sending: Sending, dialect: CountingDialect): Promise<void> {
  call.trace.operation = 'count_tokens'
  call.trace.cost = 0
  const decided = await decideCall(call, sending)
  if (decided === undefined) return
  const { body, decision } = decided

  const counter = counterFor(call, decision, body)
  if (counter === 'unknown-model') return answerRefusal(call, unknownModel(body.model))
  const counted =
    counter === undefined ? undefined : await askProvider(call, sending, decision.attempt, counter, body)
  if (counted === undefined)
    return answerCount(call, dialect.countBody(estimateOf(body)), json, ['x-gwc-estimated', 'true'])
  if (counted.kind === 'whole') return answerCount(call, counted.body, counted.headers)
  answerRefusal(call, counted)
}

const json: IncomingHttpHeaders = { 'content-type': 'application/json' }

function unknownModel(model: string | undefined): Refusal {
  return refuse(
    404,
    'model_not_found',
    model === undefined
      ? 'The request names no model; GET /v1/models lists them.'
      : `The model \`${model}\` is not served here; GET /v1/models lists those that are.`,
    { param: 'model' },
  )
}

/** System prompt, messages and tools by the estimate that the policy sees. */
function estimateOf(body: WireBody): number {
  return body.conversation().inputTokens
}

function answerCount(
  call: Call,
  body: Buffer,
  provider: IncomingHttpHeaders,
  more: readonly string[] = [],
): void {
  call.trace.status = 200
  const headers = answerHeaders(call, provider)
  headers.push('x-gwc-cost', '0', 'content-length', String(body.length), ...more)
  call.inbound.writeHead(200, headers)
  call.inbound.end(body)
}
