import type { StageShadow } from '../contracts.ts'
import type { AttemptTrace } from '../trace.ts'
import { pickLane } from '../upstream/balance.ts'
import { whyIncapable } from '../upstream/capable.ts'
import { demandOf } from '../upstream/demand.ts'
import { Exchange } from '../upstream/exchange.ts'
import { failure } from '../upstream/failure.ts'
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
import { settleAttempt } from './settle-attempt.ts'

/** Copies under way at once, over all requests; the rest is skipped, for a copy must never slow an answer. */
const COPIES_MAX = 64

/** The copies of the process that are under way: how many there may be, and their end at a drain. */
export class Shadows {
  readonly #running = new Set<Exchange>()
  #whenIdle: (() => void) | undefined

  get isFull(): boolean {
    return this.#running.size >= COPIES_MAX
  }

  begin(copy: Exchange): void {
    this.#running.add(copy)
  }

  end(copy: Exchange): void {
    this.#running.delete(copy)
    if (this.#running.size === 0) this.#whenIdle?.()
  }

  /** Waits for what is under way, but not beyond `graceMs`; what is left then is cut. */
  async drain(graceMs: number): Promise<void> {
    if (this.#running.size > 0) {
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, graceMs)
        this.#whenIdle = () => {
          clearTimeout(timer)
          resolve()
        }
      })
    }
    for (const copy of this.#running) copy.abort(failure('aborted', 'the gateway stops'))
  }
}

/**
 * Sends a copy of an answered request to the model that shadows its stage, for the stage's share of requests. Nobody gets the
 * answer: it is read for what it says it used, and noted in the trace. The client's leaving does not end it, its own deadline does.
 */
export async function copyToShadow(
  call: Call,
  job: Job,
  sending: Sending,
  shadow: StageShadow,
  stage: number,
): Promise<void> {
  const target = call.targets.get(shadow.model)
  if (target === undefined || sending.random() * 10_000 >= shadow.share) return
  const seen = { kind: 'shadow', provider: target.provider.config.name, model: target.id, stage } as const
  const demand = demandOf(job.body)
  const now = performance.now()
  const lane =
    sending.shadows.isFull || whyIncapable(target, job.body, job.sayings) !== undefined
      ? undefined
      : pickLane(poolOf(target).lanes, demand, now, sending.random)
  if (lane === undefined) return void call.trace.copies.push({ ...seen, outcome: 'skipped' })
  const to = { target, account: lane.account.number }
  const leave = await holdAttempt(call, job, sending, `${call.id}.copy`, to)
  if (leave.kind !== 'held') return void call.trace.copies.push({ ...seen, outcome: 'skipped' })
  const flight = lane.begin(demand, now)
  const end = await read(call, job, sending, target, flight, leave)
  land(flight, end)
  const cost = settleAttempt(call, job, sending, leave, target, end, {
    latencyMs: performance.now() - now,
    providerRequestId: undefined,
  })
  const ms = Math.round(performance.now() - now)
  call.trace.copies.push({ ...seen, account: lane.account.number, ...spentOf(end, cost), ms })
}

/** Sends the copy and reads its answer to the end. */
function read(
  call: Call,
  job: Job,
  sending: Sending,
  target: Target,
  flight: Flight,
  { maxOutput, by: { pins } }: Held,
): Promise<AttemptEnd> {
  const { connectMs, firstTokenMs, idleMs, totalMs } = job.decision.attempt
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
      keepBytesMax: 0,
      head: (headers) => flight.lane.head(flight, headers, performance.now()),
      end: (end) => {
        sending.shadows.end(exchange)
        resolve(end)
      },
    })
    const { account } = flight.lane
    const exchange = new Exchange(
      requestTo({ target, account, maxOutput, pins }, call, job),
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
