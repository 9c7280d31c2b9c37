import type { IncomingHttpHeaders } from 'node:http'
import { Exchange } from '../upstream/exchange.ts'
import type { ExchangeLimits, ExchangeRequest } from '../upstream/exchange.ts'
import { beginAttempt } from '../telemetry/request-span.ts'
import type { FailoverPlan, Step } from '../upstream/failover.ts'
import { inWordsOf, readingOf, warningsOf } from './answer-translation.ts'
import type { Job, Sending } from './attempt.ts'
import type { Call } from './call.ts'
import { AnswerReader } from './relay/answer-reader.ts'
import type { Held } from './hold-attempt.ts'
import type { AttemptEnd } from './relay/reading.ts'
import { outcomeOf } from './relay/outcome-of.ts'
import type { AttemptTrace } from '../trace.ts'
import { homeOf, ownerOf } from './home-of.ts'
import { editWarnings, requestTo } from './request-to.ts'
import type { Place } from './request-to.ts'
import { isDivided, noteSeals } from './sealed-request.ts'
import { copyToShadow } from './shadow.ts'

/** A step that sends. */
export type Send = Extract<Step, { kind: 'send' }>

/** Sends the request to one target and reads its answer to the end; a stream has then been relayed to the client. */
export function send(
  call: Call,
  job: Job,
  sending: Sending,
  plan: FailoverPlan,
  step: Send,
  { maxOutput, by: { pins } }: Pick<Held, 'maxOutput' | 'by'>,
): Promise<AttemptEnd> {
  const flight = plan.depart(step)
  const place = { target: step.target, account: step.account, maxOutput, pins }
  noteTarget(call, step, job, place)
  const { dialect, translate } = readingOf(job, step.target)
  return new Promise((resolve) => {
    const reader = new AnswerReader({
      dialect,
      translate,
      client: call.client.stream,
      stripUsage: translate === undefined && job.body.stream && !job.body.includeUsage,
      failOnRefusal: plan.takes('refused'),
      keepBytesMax: job.keepBytesMax,
      head: (headers) => {
        call.providerRequestId = idOf(headers)
        step.lane.head(flight, headers, performance.now())
      },
      first: () => {
        step.lane.first(flight, performance.now())
        copyLater(call, job, sending, step.stage)
      },
      secret: step.account.secretBytes,
      seen: translate === undefined ? sealsSeen(call, sending, step) : undefined,
      end: (end) => {
        call.client.watch(undefined)
        noteAttempt(call, step, end, flight.startedMs)
        if (end.kind === 'whole') copyLater(call, job, sending, step.stage)
        resolve(translate === undefined ? end : inWordsOf(translate, end))
      },
    })
    const exchange = new Exchange(
      withSpan(requestTo(place, call, job), call),
      limitsOf(call, job),
      sending.deadlines,
      reader,
    )
    reader.attach(exchange)
    call.client.watch(exchange)
    exchange.start()
  })
}

/** Remembers who made what only its maker can read, where it may come back to another; else nothing is looked at. */
function sealsSeen(call: Call, { seals: known }: Sending, step: Send): ((bytes: Buffer) => void) | undefined {
  const { seals } = call.dialect
  if (seals === undefined || !isDivided(call.targets, call.dialect)) return undefined
  const home = homeOf(step, false)
  return (bytes) => noteSeals(seals, bytes, (name) => known.keep(ownerOf(call), name, home))
}

/** By which name providers find a request: OpenAI's header, Anthropic's. */
function idOf(headers: IncomingHttpHeaders): string | undefined {
  const id = headers['x-request-id'] ?? headers['request-id']
  return typeof id === 'string' ? id.slice(0, 200) : undefined
}

/** Copies the request to its stage's shadow, once its own answer is on its way. */
function copyLater(call: Call, job: Job, sending: Sending, stage: number): void {
  const { outcome } = job.decision
  const decided = outcome.kind === 'route' ? outcome.stages[stage] : undefined
  if (decided === undefined || decided.kind === 'deny' || decided.shadow === undefined) return
  const { shadow } = decided
  call.copy = new Promise((resolve) => {
    setImmediate(() => resolve(copyToShadow(call, job, sending, shadow, stage)))
  })
}

/** A whole answer has no first token to wait for: it comes when all of it is written, so only the total deadline bounds that. */
function limitsOf({ startedMs }: Call, { body, decision }: Job): ExchangeLimits {
  const { connectMs, firstTokenMs, idleMs, totalMs } = decision.attempt
  return {
    connectMs,
    firstTokenMs: body.stream ? firstTokenMs : totalMs,
    idleMs,
    endMs: startedMs + totalMs,
  }
}

/** Tells the provider which span its attempt is, where spans are made. */
function withSpan(request: ExchangeRequest, { span }: Call): ExchangeRequest {
  return span === undefined ? request : { ...request, headers: [...request.headers, ...beginAttempt(span)] }
}

/** INVARIANT: noted before anything is sent, for the headers of the answer name them. */
function noteTarget(call: Call, step: Send, job: Job, to: Place): void {
  const { trace } = call
  const saying = job.sayings.to(step.target)
  trace.warnings = saying.kind === 'native' ? editWarnings(to, call, job) : warningsOf(saying)
  trace.model = step.target.id
  trace.provider = step.target.provider.config.name
  trace.attempts.push(attemptTrace(step, 'sent'))
}

function noteAttempt({ trace }: Call, step: Send, end: AttemptEnd, startedMs: number): void {
  const ms = Math.round((performance.now() - startedMs) * 1000) / 1000
  const status = end.kind === 'failure' ? end.status : 200
  const seen = attemptTrace(step, outcomeOf(end))
  seen.ms = ms
  if (status !== 0) seen.status = status
  trace.attempts[trace.attempts.length - 1] = seen
}

function attemptTrace({ target, account, stage }: Send, outcome: AttemptTrace['outcome']): AttemptTrace {
  return {
    provider: target.provider.config.name,
    model: target.id,
    account: account.number,
    stage,
    outcome,
  }
}
