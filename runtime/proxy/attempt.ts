import type { IncomingHttpHeaders } from 'node:http'
import type { Decision } from '../contracts.ts'
import type { AnswerHome, AnswerHomes } from '../upstream/answer-homes.ts'
import type { Deadlines } from '../upstream/deadlines.ts'
import { FailoverPlan } from '../upstream/failover.ts'
import type { Step } from '../upstream/failover.ts'
import type { PromptSession } from '../upstream/prompt-session.ts'
import type { Sessions } from '../upstream/sessions.ts'
import type { RetryBudget } from '../upstream/retry-budget.ts'
import type { Underway } from '../underway.ts'
import type { Slots } from '../upstream/slots.ts'
import type { AccountState } from '../upstream/target.ts'
import type { Sayings } from '../upstream/saying.ts'
import type { WireBody } from '../wire/dialect.ts'
import { answerHeaders } from './answer-headers.ts'
import type { Call } from './call.ts'
import { homeOf, ownerOf } from './home-of.ts'
import { markTtl, ttlSent } from './prompt-cache.ts'
import { refuse } from './refusal.ts'
import type { Refusal } from './refusal.ts'
import { refuseFailure } from './refuse-failure.ts'
import type { ProviderRefusal } from './refuse-failure.ts'
import type { StreamedAnswer, WholeAnswer } from './relay/answer.ts'
import { ClientStream } from './relay/client-stream.ts'
import type { Pace } from './relay/pace.ts'
import type { SealedRequest } from './sealed-request.ts'
import { send } from './send.ts'
import type { Send } from './send.ts'
import type { Shadows } from './shadow.ts'
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
  readonly shadows: Shadows
  readonly pace: Pace
}

/** What is sent for one decided request. */
export interface Job {
  readonly body: WireBody
  readonly decision: Decision
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
export async function attempt(
  call: Call,
  job: Job,
  sending: Sending,
): Promise<WholeAnswer | StreamedAnswer | Refusal | ProviderRefusal> {
  sending.budget.earn()
  call.client.drains = job.decision.attempt.abort === 'drain'
  if (job.body.stream) call.client.stream = streamTo(call, sending)
  const end = await tryStages(call, job, sending)
  call.client.stream?.rest()
  return end
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
  let step = plan.first()
  while (step.kind === 'send') {
    if (step.delayMs > 0) await call.client.wait(step.delayMs)
    if (call.client.hasLeft) break
    const end = await send(call, job, sending, plan, step)
    if (end.kind !== 'failure') {
      plan.answered(end)
      job.session?.answered(step.stage, step.target.id, ttlSent(step.target, job))
      noteHome(call, job, sending, step, end)
      return end
    }
    step = plan.after(end)
  }
  return refuseStep(step, call, job.body.model)
}

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

function refuseStep(step: Step, call: Call, model: string | undefined): Refusal | ProviderRefusal {
  const rule = call.trace.decision?.rule ?? 'the policy'
  switch (step.kind) {
    case 'send':
      return refuse(499, 'client_closed_request', 'The client closed the connection.')
    case 'deny':
      return refuse(step.status, 'policy_denied', `${step.message} (${rule})`, { final: true })
    case 'unknown-model':
      return refuse(
        404,
        'model_not_found',
        model === undefined
          ? `The request names no model, and ${rule} uses the one asked for; GET /v1/models lists them.`
          : `The model \`${model}\` is not served here; GET /v1/models lists those that are.`,
        { param: 'model' },
      )
    case 'incapable':
      return refuse(
        400,
        'no_capable_model',
        `No model of ${rule} can take this request: ${step.reasons.join('; ')}.`,
        { final: true },
      )
    case 'end':
      return refuseFailure(
        step.failure,
        [...call.targets.values()].flatMap((target) => target.provider.accounts.flatMap(secretOf)),
      )
  }
}

function secretOf({ secret }: AccountState): readonly string[] {
  return secret === undefined ? [] : [secret]
}
