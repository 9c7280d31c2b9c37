import type { IncomingHttpHeaders } from 'node:http'
import type { Decision } from '../contracts.ts'
import type { AnswerHome, AnswerHomes } from '../upstream/answer-homes.ts'
import type { Deadlines } from '../upstream/deadlines.ts'
import { FailoverPlan } from '../upstream/failover.ts'
import { failure } from '../upstream/failure.ts'
import type { Failure } from '../upstream/failure.ts'
import type { PromptSession } from '../upstream/prompt-session.ts'
import type { Sessions } from '../upstream/sessions.ts'
import type { RetryBudget } from '../upstream/retry-budget.ts'
import type { Charge } from '../money/charge.ts'
import type { TurnKeeper } from '../idempotency/turns.ts'
import type { Tokens } from '../identity/tokens.ts'
import type { ManagedKeys } from '../keys/managed-keys.ts'
import type { AttemptMoney, MeterWarning } from '../money/store.ts'
import type { Underway } from '../underway.ts'
import type { Slots } from '../upstream/slots.ts'
import type { Sayings } from '../upstream/saying.ts'
import type { Thoughts } from '../upstream/thoughts.ts'
import type { WireBody } from '../wire/dialect.ts'
import { answerHeaders } from './answer-headers.ts'
import type { Call } from './call.ts'
import { holdAttempt, metersOf } from './hold-attempt.ts'
import type { Destination, Held, NoLeave } from './hold-attempt.ts'
import { homeOf, ownerOf } from './home-of.ts'
import { markTtl, ttlSent } from './prompt-cache.ts'
import { refuse } from './refusal.ts'
import type { Refusal } from './refusal.ts'
import type { ProviderRefusal } from './refuse-failure.ts'
import { refuseStep } from './refuse-step.ts'
import type { StreamedAnswer, WholeAnswer } from './relay/answer.ts'
import type { AttemptEnd } from './relay/reading.ts'
import { ClientStream } from './relay/client-stream.ts'
import type { Pace } from './relay/pace.ts'
import type { SealedRequest } from './sealed-request.ts'
import { send } from './send.ts'
import { releaseAttempt, settleAttempt } from './settle-attempt.ts'
import type { Send } from './send.ts'
import type { Shadows } from './shadows.ts'
import { shapedBody } from './shape-output.ts'

/** What attempts share across requests. */
export interface Sending {
  readonly deadlines: Deadlines
  readonly budget: RetryBudget
  readonly random: () => number
  readonly underway: Underway
  /** Places for requests that only count tokens: they take none of an answer's. */
  readonly counts: Slots
  /** What is remembered of sessions, and the copies that go to shadow models. */
  readonly sessions: Sessions
  /** Where answers were made that a request may continue. */
  readonly homes: AnswerHomes
  /** Who made what only its maker can read. */
  readonly seals: AnswerHomes
  /** What models thought before they called tools. */
  readonly thoughts: Thoughts
  readonly shadows: Shadows
  readonly pace: Pace
  /** The keys that are managed while it runs; absent: those of gateway.json alone. */
  readonly managed: ManagedKeys | undefined
  /** The tokens of an issuer, where gateway.json names one. */
  readonly tokens: Tokens | undefined
  /** Requests that are to happen once. */
  readonly turns: TurnKeeper
  /** Where each attempt is held, settled and written down. */
  readonly money: AttemptMoney
  /** Told of thresholds that were passed. */
  readonly alert: (warning: MeterWarning) => void
  /** Told of what went wrong that no client is to hear of. */
  readonly warn: (message: string) => void
}

/** What is sent for one decided request. */
export interface Job {
  readonly body: WireBody
  readonly decision: Decision
  /** What it counts towards. */
  readonly charges: readonly Charge[]
  /** How it is said to each target. */
  readonly sayings: Sayings
  /** Its place in its session, where the choice may hang on it. */
  readonly session: PromptSession | undefined
  /** What it holds that only its maker can read, where that is known. */
  readonly sealed: SealedRequest | undefined
  /** Bytes of a stream to keep for the cache; 0 for none. */
  readonly keepBytesMax: number
}

/** Tries the stages of a decision, one target after the other, until one answers or the chain ends. */
export function attempt(
  call: Call,
  job: Job,
  sending: Sending,
): Promise<WholeAnswer | StreamedAnswer | Refusal | ProviderRefusal> {
  sending.budget.earn()
  call.client.drains = job.decision.attempt.abort === 'drain'
  if (!job.body.stream) return tryStages(call, job, sending)
  const stream = streamTo(call, sending)
  call.client.stream = stream
  return tryStages(call, job, sending).finally(() => stream.rest())
}

/** The head of a stream leaves with its first content; what it cost is known at its end, so that is a trailer, for those who take them. */
function streamTo(call: Call, { deadlines, pace, underway }: Sending): ClientStream {
  const { inbound, dialect } = call
  const headersOf = (provider: IncomingHttpHeaders): string[] => {
    underway.streams++
    const headers = answerHeaders(call, provider)
    if (call.takesTrailers) headers.push('trailer', 'x-gwc-cost')
    return headers
  }
  return new ClientStream({ inbound, dialect, deadlines, pace, headersOf })
}

async function tryStages(
  call: Call,
  job: Job,
  sending: Sending,
): Promise<WholeAnswer | StreamedAnswer | Refusal | ProviderRefusal> {
  const continued = continuedOf(call, job, sending)
  if (continued?.isTranslated === true) return refuseContinued(job.body.continues)
  const plan = planFor(call, job, sending, continued)
  /** What a provider failed with last, and what a budget had no room for. */
  let failed: Failure | undefined
  let denied: NoLeave | undefined
  let step = plan.first()
  while (step.kind === 'send') {
    if (step.delayMs > 0) await call.client.wait(step.delayMs)
    if (call.client.hasLeft) break
    const leave = await holdAttempt(call, job, sending, attemptId(call), placeOf(step))
    if (leave.kind === 'held') {
      const end = await sendHeld(call, job, sending, plan, step, leave)
      if (end.kind !== 'failure') return end
      failed = end
      step = plan.after(end)
    } else {
      call.trace.denials = [...call.trace.denials, leave.denial]
      denied = leave
      step = leave.kind === 'full' ? plan.after(overBudget) : { kind: 'end', failure: overBudget }
    }
  }
  if (step.kind !== 'end' || step.failure !== overBudget) return refuseStep(step, call, job.body.model)
  // A chain whose next attempt does not fit ends with what the last one failed with.
  if (failed !== undefined) return refuseStep({ kind: 'end', failure: failed }, call, job.body.model)
  call.trace.meters = denied!.full
  return denied!.refusal
}

const overBudget = failure('budget', 'a budget has no room for it')

const attemptId = ({ id, trace }: Call): string => `${id}.${trace.attempts.length + 1}`

const placeOf = ({ target, account }: Send): Destination => ({ target, account: account.number })

/** Sends what is held, and settles it by how it ended. */
async function sendHeld(
  call: Call,
  job: Job,
  sending: Sending,
  plan: FailoverPlan,
  step: Send,
  leave: Held,
): Promise<AttemptEnd> {
  call.trace.meters = metersOf(leave)
  if (leave.reply.kind === 'held') leave.reply.warnings.forEach(sending.alert)
  if (call.client.hasLeft) {
    releaseAttempt(sending, leave)
    return leftUnsent
  }
  call.providerRequestId = undefined
  const sentMs = performance.now()
  const end = await send(call, job, sending, plan, step, leave)
  const { providerRequestId } = call
  const seen = { latencyMs: performance.now() - sentMs, providerRequestId }
  const cost = settleAttempt(call, job, sending, leave, step.target, end, seen)
  if (end.kind !== 'failure') {
    call.trace.cost = cost
    plan.answered(end)
    job.session?.answered(step.stage, step.target.id, ttlSent(step.target, job))
    noteHome(call, job, sending, step, end)
  }
  return end
}

const leftUnsent = failure('aborted', 'the client closed the connection', { unsent: true })

/** Remembers which account made an answer, where its dialect has requests that continue one. */
function noteHome(
  call: Call,
  { sayings }: Job,
  { homes }: Sending,
  step: Send,
  end: WholeAnswer | StreamedAnswer,
): void {
  const { dialect, client } = call
  if (dialect.answerId === undefined) return
  const id = dialect.answerId(end.kind === 'whole' ? end.body : (client.stream?.head ?? NOTHING))
  const isTranslated = sayings.to(step.target).kind === 'translated'
  if (id !== undefined) homes.keep(ownerOf(call), id, homeOf(step, isTranslated))
}

const NOTHING = Buffer.alloc(0)

/** Who made the response that this request continues, where that is known. */
function continuedOf(call: Call, { body }: Job, { homes }: Sending): AnswerHome | undefined {
  return body.continues === undefined ? undefined : homes.find(ownerOf(call), body.continues)
}

/** OpenAI's own code for a response that is not there: clients begin anew on it. */
function refuseContinued(id: string | undefined): Refusal {
  const message = `The response \`${id ?? ''}\` was made by a provider of another API, which keeps none; send the whole input with \`store: false\` in place of \`previous_response_id\`.`
  return refuse(400, 'previous_response_not_found', message, { param: 'previous_response_id', final: true })
}

function planFor(
  call: Call,
  { body, decision, sayings, session, sealed }: Job,
  { budget, random }: Sending,
  continued: AnswerHome | undefined,
): FailoverPlan {
  const { outcome, attempt: limits } = decision
  return new FailoverPlan({
    stages: outcome.kind === 'route' ? outcome.stages : [],
    limits,
    targets: call.targets,
    sayings,
    body: shapedBody(body, decision.shape),
    session,
    marked: markTtl(decision.shape, session),
    home: continued ?? sealed?.needed,
    isAtHome: sealed?.isAtHome,
    budget,
    random,
    now: () => performance.now(),
    endMs: call.startedMs + limits.totalMs,
  })
}
