import type { CachePart } from '../money/store.ts'
import type { AttemptTrace } from '../trace.ts'
import { pickLane } from '../upstream/balance.ts'
import { whyIncapable } from '../upstream/capable.ts'
import { demandOf } from '../upstream/demand.ts'
import { Exchange } from '../upstream/exchange.ts'
import type { Flight } from '../upstream/lane.ts'
import { poolOf } from '../upstream/target.ts'
import type { Target } from '../upstream/target.ts'
import { readingOf } from './answer-translation.ts'
import type { Job, Sending } from './attempt.ts'
import type { Call } from './call.ts'
import { AnswerReader } from './relay/answer-reader.ts'
import type { AttemptEnd, StreamSink } from './relay/reading.ts'
import { outcomeOf } from './relay/outcome-of.ts'
import { holdAttempt } from './hold-attempt.ts'
import type { Held } from './hold-attempt.ts'
import { requestTo } from './request-to.ts'
import type { Voice } from './request-to.ts'
import { settleAttempt } from './settle-attempt.ts'

/** Something that is asked of a provider beside the answer to a request: its client gets none of it, its ledger has it. */
export interface Aside {
  /** What for, as the trace tells it. */
  readonly kind: NonNullable<AttemptTrace['kind']>
  /** Unique among the request's attempts. */
  readonly attemptId: string
  readonly target: Target
  /** Whose words are sent. */
  readonly voice: Voice
  /** By when it must have ended, from now. */
  readonly totalMs: number
  /** Of the chain, where it is a copy. */
  readonly stage?: number
  /** Bytes of a streamed answer to keep; absent: nothing reads it. */
  readonly keepBytesMax?: number
}

/**
 * Asks something aside, with a hold and a row in the ledger of its own: `undefined` where it was not sent, since too many are under
 * way, the target cannot take it, or a budget has no room. It ends by its own deadline.
 */
export async function ask(
  call: Call,
  job: Job,
  sending: Sending,
  aside: Aside,
): Promise<AttemptEnd | undefined> {
  const { target, attemptId } = aside
  const seen = seenOf(aside)
  const demand = demandOf(job.body)
  const now = performance.now()
  const lane =
    sending.shadows.isFull || whyIncapable(target, job.body, job.sayings) !== undefined
      ? undefined
      : pickLane(poolOf(target).lanes, demand, now, sending.random)
  if (lane === undefined) return skip(call, seen)
  const to = { target, account: lane.account.number, cachePart: parts[aside.kind] }
  const leave = await holdAttempt(call, job, sending, attemptId, to)
  if (leave.kind !== 'held') return skip(call, seen)
  const flight = lane.begin(demand, now)
  const end = await read(job, sending, aside, flight, leave)
  land(flight, end)
  const cost = settleAttempt(call, job, sending, leave, target, end, {
    latencyMs: performance.now() - now,
    providerRequestId: undefined,
  })
  const ms = Math.round(performance.now() - now)
  call.trace.copies.push({ ...seen, account: lane.account.number, ...spentOf(end, cost), ms })
  return end
}

/** How the ledger calls what the cache asks. */
const parts: Readonly<Record<Aside['kind'], CachePart['part'] | undefined>> = {
  shadow: undefined,
  judge: 'judge',
  embedder: 'embedding',
  fresh: 'shadow',
}

type Seen = Pick<AttemptTrace, 'kind' | 'provider' | 'model' | 'stage'>

function seenOf({ kind, target, stage }: Aside): Seen {
  return {
    kind,
    provider: target.provider.config.name,
    model: target.id,
    ...(stage === undefined ? {} : { stage }),
  }
}

function skip({ trace }: Call, seen: Seen): undefined {
  trace.copies.push({ ...seen, outcome: 'skipped' })
}

/** Sends it and reads the answer to the end. */
function read(
  job: Job,
  sending: Sending,
  { target, voice, totalMs, keepBytesMax = 0 }: Aside,
  flight: Flight,
  { maxOutput, by: { pins } }: Held,
): Promise<AttemptEnd> {
  const { connectMs, firstTokenMs, idleMs } = job.decision.attempt
  const firstMs = job.body.stream ? firstTokenMs : totalMs
  const limits = { connectMs, firstTokenMs: firstMs, idleMs, endMs: performance.now() + totalMs }
  return new Promise((resolve) => {
    const reader = new AnswerReader({
      dialect: readingOf(job, target).dialect,
      translate: undefined,
      stripUsage: false,
      client: job.body.stream ? nowhere() : undefined,
      secret: undefined,
      failOnRefusal: false,
      keepBytesMax,
      head: (headers) => flight.lane.head(flight, headers, performance.now()),
      end: (end) => {
        sending.shadows.end(exchange)
        resolve(end)
      },
    })
    const { account } = flight.lane
    const exchange = new Exchange(
      requestTo({ target, account, maxOutput, pins }, voice, job),
      limits,
      sending.deadlines,
      reader,
    )
    reader.attach(exchange)
    sending.shadows.begin(exchange)
    exchange.start()
  })
}

/** Where an answer goes that nobody gets. */
function nowhere(): StreamSink {
  return {
    isGone: false,
    source: undefined,
    head: Buffer.alloc(0),
    open: () => undefined,
    write: () => true,
    fail: () => undefined,
    break: () => undefined,
    ending: () => undefined,
  }
}

function land(flight: Flight, end: AttemptEnd): void {
  const now = performance.now()
  if (end.kind === 'failure') flight.lane.failed(flight, end, now)
  else if (end.kind === 'whole') flight.lane.answered(flight, now, end.usage, undefined)
  else if (end.outcome === 'complete') flight.lane.answered(flight, now, end.usage, end.firstTokenMs)
  else flight.lane.broke(flight, now, end.outcome === 'cancelled')
}

/** How it ended, what it used and cost: recorded apart from the request's own. */
function spentOf(
  end: AttemptEnd,
  cost: number | undefined,
): Pick<AttemptTrace, 'outcome' | 'status' | 'usage' | 'cost'> {
  const outcome = outcomeOf(end)
  if (end.kind === 'failure') return end.status === 0 ? { outcome } : { outcome, status: end.status }
  return {
    outcome,
    status: 200,
    ...(end.usage === undefined ? {} : { usage: { ...end.usage } }),
    ...(cost === undefined ? {} : { cost }),
  }
}
