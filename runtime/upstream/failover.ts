import type { AttemptAction } from '../../schemas/generated/decision-table.ts'
import type { DecidedStage, ScannedBody } from '../contracts.ts'
import type { AnswerHome } from './answer-homes.ts'
import { backoffMs, RETRY_AFTER_MAX_MS } from './backoff.ts'
import { whyIncapable } from './capable.ts'
import { inOrderOf } from './choose.ts'
import type { ChoiceInput } from './choose.ts'
import type { PromptSession } from './prompt-session.ts'
import type { Failure } from './failure.ts'
import type { RetryBudget } from './retry-budget.ts'
import { lastResort, pickLane } from './balance.ts'
import { demandOf } from './demand.ts'
import type { Demand } from './demand.ts'
import { failure as failed } from './failure.ts'
import type { Flight, Lane } from './lane.ts'
import { poolOf } from './target.ts'
import type { Sayings } from './saying.ts'
import { markedTtl } from './marked-ttl.ts'
import type { CacheTtl } from '../wire/dialect.ts'
import type { Usage } from '../wire/usage.ts'
import type { AccountState, Target, Targets } from './target.ts'

/** What to do next for a request. */
export type Step =
  | {
      readonly kind: 'send'
      readonly stage: number
      readonly target: Target
      readonly account: AccountState
      /** The target at that account. */
      readonly lane: Lane
      readonly delayMs: number
    }
  | { readonly kind: 'deny'; readonly message: string; readonly status: number }
  /** `asked` names no model that is served. */
  | { readonly kind: 'unknown-model' }
  /** No model of the chain can take this request: one reason for each. */
  | { readonly kind: 'incapable'; readonly reasons: readonly string[] }
  /** The chain ends with the last failure. */
  | { readonly kind: 'end'; readonly failure: Failure }

/** What the plan of one request depends on. Clock and random are arguments, so that a seeded test drives it. */
export interface PlanInput {
  readonly stages: readonly DecidedStage[]
  readonly limits: AttemptAction
  readonly targets: Targets
  /** How the request is said to each target. */
  readonly sayings: Sayings
  readonly body: ScannedBody
  /** The session's place, where its picks stay or its prompt cache counts. */
  readonly session?: PromptSession | undefined
  /** How long the policy has prompts kept that mark nothing themselves. */
  readonly marked?: CacheTtl | undefined
  /** Where the answer was made that the request continues: no other account has it. */
  readonly home?: AnswerHome | undefined
  /** Whether this account reads what the request holds sealed: it is taken before others while it may be. */
  readonly isAtHome?: ((target: Target, account: AccountState) => boolean) | undefined
  readonly budget: RetryBudget
  /** Milliseconds of the deadline clock. */
  readonly now: () => number
  /** By when the whole request must have ended, on that clock. */
  readonly endMs: number
  readonly random: () => number
}

/** How an answer ended that had begun. */
export interface Answered {
  readonly kind: 'whole' | 'streamed'
  readonly outcome?: 'complete' | 'truncated' | 'cancelled'
  readonly usage: Usage | undefined
  /** On the deadline clock; absent where it came whole. */
  readonly firstTokenMs?: number
}

type Send = Extract<Step, { kind: 'send' }>

/**
 * Which target a request goes to next, by gateway.md (*Retry and failover*) and language.md (*Failover*): first the retries of
 * the stage, on its next-best member; then the first later stage that takes the failure's class. What may have been billed is
 * followed once at most; the request's own faults never.
 */
export class FailoverPlan {
  readonly #in: PlanInput
  readonly #demand: Demand
  #flight: Flight | undefined
  #members: readonly Target[] = []
  #problem: Step | undefined
  #last: Send | undefined
  #retries = 0
  #hasMembers = false
  #insists = false
  /** Accounts that refused this very request: they are not insisted on again. */
  #refusedBy: readonly Lane[] = none
  #followedAmbiguous = false

  constructor(input: PlanInput) {
    this.#in = input
    this.#demand = demandOf(input.body)
  }

  /** The first step. */
  first(): Step {
    return this.#enter(0) ?? this.#insist(() => this.#enter(0)) ?? this.#problem ?? this.#atOwnLimits()
  }

  /** The same once more with ejections and holds left aside, where nothing else is left to try: or a gateway could lock itself out. */
  #insist(enter: () => Step | undefined): Step | undefined {
    if (this.#insists || !this.#hasMembers) return undefined
    this.#insists = true
    return enter()
  }

  /** Whether a later stage takes `kind`: only then is an answer held back to look for it. */
  takes(kind: 'context' | 'refused'): boolean {
    const after = this.#last?.stage ?? 0
    return this.#in.stages.some((stage, index) => index > after && stage.on.includes(kind))
  }

  /** The step is sent now; it ends with `answered` or `after`. */
  depart({ lane }: Send): Flight {
    return (this.#flight = lane.begin(this.#demand, this.#in.now()))
  }

  /** Notes how the answer of the last target ended. */
  answered({ outcome = 'complete', usage, firstTokenMs }: Answered): void {
    const flight = this.#land()
    if (flight === undefined) return
    if (outcome === 'complete') flight.lane.answered(flight, this.#in.now(), usage, firstTokenMs)
    else flight.lane.broke(flight, this.#in.now(), outcome === 'cancelled')
  }

  /** The step after a failure of the last one. */
  after(failure: Failure): Step {
    const last = this.#last!
    const flight = this.#land()
    flight?.lane.failed(flight, failure, this.#in.now())
    if (failure.class === 'auth') this.#refusedBy = [...this.#refusedBy, last.lane]
    if (failure.class === 'request' || failure.class === 'aborted' || !this.#mayFollow(failure))
      return { kind: 'end', failure }
    const kind = failure.class === 'auth' ? 'unavailable' : failure.class
    const later = (): Step | undefined => this.#laterStage(last.stage, kind)
    return this.#retry(last, failure) ?? later() ?? this.#insist(later) ?? { kind: 'end', failure }
  }

  #land(): Flight | undefined {
    const flight = this.#flight
    this.#flight = undefined
    return flight
  }

  #mayFollow(failure: Failure): boolean {
    if (this.#in.now() >= this.#in.endMs) return false
    if (!failure.ambiguous) return true
    if (this.#in.limits.ambiguous === 'never' || this.#followedAmbiguous) return false
    this.#followedAmbiguous = true
    return true
  }

  /** Another try within the stage: another account after `auth`, else the next-best member while retries are left. */
  #retry(last: Send, failure: Failure): Step | undefined {
    const now = this.#in.now()
    if (failure.class === 'auth') return this.#send(last.stage, this.#members, now)
    if (!counts.has(failure.class) && failure.class !== '429') return undefined
    if (this.#retries >= this.#in.limits.retries || !this.#in.budget.spend()) return undefined
    const step = this.#elsewhere(last, failure, now) ?? this.#again(last, failure)
    if (step !== undefined) this.#retries++
    return step
  }

  /** The same model at another account where only the account is at its limit; else the next-best member, and that after it. */
  #elsewhere(last: Send, failure: Failure, now: number): Step | undefined {
    const at = this.#members.indexOf(last.target)
    const others = [...this.#members.slice(at + 1), ...this.#members.slice(0, at)]
    const targets = failure.class === '429' ? [last.target, ...others] : [...others, last.target]
    return this.#send(last.stage, targets, now, last.lane)
  }

  /** The same account once more, after a wait that the deadline has room for. */
  #again(last: Send, failure: Failure): Step | undefined {
    const delayMs = backoffMs(this.#in.limits, this.#retries, failure.retryAfterMs, this.#in.random)
    if (delayMs > RETRY_AFTER_MAX_MS || this.#in.now() + delayMs >= this.#in.endMs) return undefined
    return (this.#last = { ...last, delayMs })
  }

  #laterStage(stage: number, kind: DecidedStage['on'][number]): Step | undefined {
    const next = this.#in.stages.findIndex((each, index) => index > stage && each.on.includes(kind))
    return next === -1 ? undefined : this.#enter(next)
  }

  /** Enters a stage; one that cannot take the request counts as unavailable, and the reason is kept for the answer. */
  #enter(index: number): Step | undefined {
    const stage = this.#in.stages[index]!
    if (stage.kind === 'deny') return { kind: 'deny', message: stage.message, status: stage.status }
    this.#retries = 0
    this.#members = this.#capable(stage, index)
    this.#hasMembers ||= this.#members.length > 0
    return this.#send(index, this.#members, this.#in.now()) ?? this.#laterStage(index, 'unavailable')
  }

  /** The stage's models that can take the request: the one that the session holds first, then by the stage's pick. */
  #capable(stage: Exclude<DecidedStage, { kind: 'deny' }>, index: number): readonly Target[] {
    if (stage.kind === 'asked' && stage.model === undefined) {
      this.#problem ??= { kind: 'unknown-model' }
      return []
    }
    const held = this.#in.session?.held(index)
    const members = this.#ableOf(idsOf(stage, held))
    if (members.length < 2 || stage.kind === 'asked') return members
    const ordered = inOrderOf(stage.pick, members, this.#choice())
    const first = ordered.find(({ id }) => id === held)
    return first === undefined ? ordered : [first, ...ordered.filter((each) => each !== first)]
  }

  /** Those of the models that can take the request; where none can, the reasons are kept. */
  #ableOf(ids: readonly string[]): readonly Target[] {
    const { targets, body, sayings, home } = this.#in
    const able: Target[] = []
    const reasons: string[] = []
    for (const id of ids) {
      const target = targets.get(id)
      const why =
        target === undefined
          ? `${id} is not served here`
          : (whyElsewhere(target, home) ?? whyIncapable(target, body, sayings))
      if (target !== undefined && why === undefined) able.push(target)
      else if (why !== undefined) reasons.push(why)
    }
    if (able.length === 0) this.#addProblem(reasons)
    return able
  }

  #choice(): ChoiceInput {
    const { body, session, marked, now } = this.#in
    const marksCache = (): CacheTtl | undefined => markedTtl([body.bytes]) ?? marked
    return { demand: this.#demand, marksCache, session, nowMs: now(), wallMs: Date.now() }
  }

  #addProblem(reasons: readonly string[]): void {
    if (this.#problem?.kind === 'unknown-model') return
    const before = this.#problem?.kind === 'incapable' ? this.#problem.reasons : []
    this.#problem = { kind: 'incapable', reasons: [...before, ...reasons] }
  }

  /** The first of these targets that has an account to go to, other than `except`. */
  #send(stage: number, targets: readonly Target[], now: number, except?: Lane): Send | undefined {
    for (const target of targets) {
      const lanes = this.#lanesOf(target)
      const open =
        except === undefined || !lanes.includes(except) ? lanes : lanes.filter((each) => each !== except)
      const lane = this.#laneAtHome(target, open, now) ?? pickLane(open, this.#demand, now, this.#in.random)
      if (lane !== undefined) return this.#sendTo(stage, target, lane, 0)
    }
    return this.#insists ? this.#sendAnyway(stage, targets, now, except) : undefined
  }

  #laneAtHome(target: Target, lanes: readonly Lane[], now: number): Lane | undefined {
    const { isAtHome, random } = this.#in
    if (isAtHome === undefined) return undefined
    return pickLane(
      lanes.filter(({ account }) => isAtHome(target, account)),
      this.#demand,
      now,
      random,
    )
  }

  #lanesOf(target: Target): readonly Lane[] {
    const { lanes } = poolOf(target)
    const { home } = this.#in
    return home === undefined ? lanes : lanes.filter(({ account }) => account.number === home.account)
  }

  #sendTo(stage: number, target: Target, lane: Lane, delayMs: number): Send {
    return (this.#last = { kind: 'send', stage, target, account: lane.account, lane, delayMs })
  }

  /** To the account that is soonest allowed again; the limits of gateway.json alone are kept. */
  #sendAnyway(stage: number, targets: readonly Target[], now: number, except?: Lane): Send | undefined {
    for (const target of targets) {
      const lanes = this.#lanesOf(target).filter(
        (lane) => lane !== except && !this.#refusedBy.includes(lane) && lane.waitMs(this.#demand, now) === 0,
      )
      if (lanes.length === 0) continue
      const lane = lastResort(lanes)
      return this.#sendTo(stage, target, lane, this.#patience(lane, now))
    }
    return undefined
  }

  /** How long to wait for an account that its provider asked to leave alone; 0 where that is too long, for then the provider shall say so. */
  #patience(lane: Lane, now: number): number {
    const { limits, endMs, random } = this.#in
    const waitMs = lane.restMs(now) * (1 + random() / 4)
    return limits.retries > 0 && waitMs <= RETRY_AFTER_MAX_MS && now + waitMs < endMs ? waitMs : 0
  }

  #atOwnLimits(): Step {
    const now = this.#in.now()
    const waits = [...this.#in.targets.values()]
      .filter(({ id }) => this.#in.stages.some((stage) => stage.kind !== 'deny' && names(stage, id)))
      .flatMap((target) => poolOf(target).lanes.map((lane) => lane.waitMs(this.#demand, now)))
    const message =
      'every account has reached the requests or tokens per minute that gateway.json sets for it'
    return { kind: 'end', failure: failed('429', message, { retryAfterMs: Math.min(...waits) }) }
  }
}

const none: readonly Lane[] = []

function whyElsewhere({ id, provider }: Target, home: AnswerHome | undefined): string | undefined {
  return home === undefined || home.provider === provider.config.name
    ? undefined
    : `${id} is not at ${home.provider}, which alone has the response that this request continues`
}

function names(stage: Exclude<DecidedStage, { kind: 'deny' }>, id: string): boolean {
  return stage.kind === 'asked' ? stage.model === id : stage.models.includes(id)
}

/** The models of a stage; of a split the arm that the session holds in place of the one that it falls to. */
function idsOf(stage: Exclude<DecidedStage, { kind: 'deny' }>, held: string | undefined): readonly string[] {
  if (stage.kind === 'asked') return stage.model === undefined ? [] : [stage.model]
  return held !== undefined && stage.arms?.includes(held) === true ? [held] : stage.models
}

/** Classes that a retry may follow, beside 429. */
const counts: ReadonlySet<Failure['class']> = new Set(['overloaded', '5xx', 'timeout', 'unavailable'])
