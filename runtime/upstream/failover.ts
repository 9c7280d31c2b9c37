import type { AttemptAction } from '../../schemas/generated/decision-table.ts'
import type { DecidedStage, ScannedBody } from '../contracts.ts'
import { backoffMs, RETRY_AFTER_MAX_MS } from './backoff.ts'
import { whyIncapable } from './capable.ts'
import { inOrderOf } from './choose.ts'
import type { Failure } from './failure.ts'
import type { RetryBudget } from './retry-budget.ts'
import { breakerOf, nextAccount } from './target.ts'
import type { DialectName } from '../wire/dialect.ts'
import type { AccountState, Target, Targets } from './target.ts'

/** What to do next for a request. */
export type Step =
  | {
      readonly kind: 'send'
      readonly stage: number
      readonly target: Target
      readonly account: AccountState
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
  /** What the client speaks: a target must speak it too. */
  readonly dialect: DialectName
  readonly body: ScannedBody
  readonly budget: RetryBudget
  /** Milliseconds of the deadline clock. */
  readonly now: () => number
  /** By when the whole request must have ended, on that clock. */
  readonly endMs: number
  readonly random: () => number
}

/** A 429 without `retry-after` counts as this. */
const HOLD_MS = 5_000
/** How long an account stays away that its provider refused. */
const REFUSED_MS = 60_000

type Send = Extract<Step, { kind: 'send' }>

/**
 * Which target a request goes to next, by gateway.md (*Retry and failover*) and language.md (*Failover*): first the retries of
 * the stage, on its next-best member; then the first later stage that takes the failure's class. What may have been billed is
 * followed once at most; the request's own faults never.
 */
export class FailoverPlan {
  readonly #in: PlanInput
  #members: readonly Target[] = []
  #problem: Step | undefined
  #last: Send | undefined
  #retries = 0
  #followedAmbiguous = false

  constructor(input: PlanInput) {
    this.#in = input
  }

  /** The first step. */
  first(): Step {
    return this.#enter(0) ?? this.#problem!
  }

  /** Whether a later stage takes `kind`: only then is an answer held back to look for it. */
  takes(kind: 'context' | 'refused'): boolean {
    const after = this.#last?.stage ?? 0
    return this.#in.stages.some((stage, index) => index > after && stage.on.includes(kind))
  }

  /** Notes that the last target answered. */
  succeed(): void {
    if (this.#last !== undefined) breakerOf(this.#last.account, this.#last.target.id).succeed()
  }

  /** The step after a failure of the last one. */
  after(failure: Failure): Step {
    const last = this.#last!
    this.#record(last, failure)
    if (failure.class === 'request' || failure.class === 'aborted' || !this.#mayFollow(failure))
      return { kind: 'end', failure }
    const kind = failure.class === 'auth' ? 'unavailable' : failure.class
    return this.#retry(last, failure) ?? this.#laterStage(last.stage, kind) ?? { kind: 'end', failure }
  }

  #record({ account, target }: Send, failure: Failure): void {
    const now = this.#in.now()
    const breaker = breakerOf(account, target.id)
    if (failure.class === '429') breaker.hold(now + (failure.retryAfterMs ?? HOLD_MS))
    else if (failure.class === 'auth' && failure.status !== 404) account.refusedUntilMs = now + REFUSED_MS
    else if (failure.class === 'auth') breaker.hold(now + REFUSED_MS)
    else if (counts.has(failure.class)) breaker.fail(now)
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
    const at = this.#members.indexOf(last.target)
    const others = [...this.#members.slice(at + 1), ...this.#members.slice(0, at)]
    const step = this.#send(last.stage, others, now) ?? this.#again(last, failure)
    if (step !== undefined) this.#retries++
    return step
  }

  /** The same target once more: at another account at once, or after a wait that the deadline has room for. */
  #again(last: Send, failure: Failure): Step | undefined {
    const now = this.#in.now()
    const other = this.#send(last.stage, [last.target], now)
    if (other !== undefined && this.#last?.account !== last.account) return other
    const delayMs = backoffMs(this.#in.limits, this.#retries, failure.retryAfterMs, this.#in.random)
    if (delayMs > RETRY_AFTER_MAX_MS || now + delayMs >= this.#in.endMs) return undefined
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
    this.#members = this.#capable(stage)
    const now = this.#in.now()
    if (this.#members.length === 0) return this.#laterStage(index, 'unavailable')
    return (
      this.#send(index, this.#members, now) ??
      this.#laterStage(index, 'unavailable') ??
      this.#desperate(index)
    )
  }

  #capable(stage: Exclude<DecidedStage, { kind: 'deny' }>): readonly Target[] {
    if (stage.kind === 'asked' && stage.model === undefined) {
      this.#problem ??= { kind: 'unknown-model' }
      return []
    }
    const ids = stage.kind === 'asked' ? [stage.model!] : stage.models
    const reasons: string[] = []
    const members = ids.flatMap((id) => {
      const target = this.#in.targets.get(id)
      const reason =
        target === undefined
          ? `${id} is not served here`
          : whyIncapable(target, this.#in.body, this.#in.dialect)
      if (reason !== undefined) reasons.push(reason)
      return reason === undefined && target !== undefined ? [target] : []
    })
    if (members.length === 0) this.#addProblem(reasons)
    return inOrderOf(stage.kind === 'asked' ? 'model' : stage.pick, members, this.#in.body, Date.now())
  }

  #addProblem(reasons: readonly string[]): void {
    if (this.#problem?.kind === 'unknown-model') return
    const before = this.#problem?.kind === 'incapable' ? this.#problem.reasons : []
    this.#problem = { kind: 'incapable', reasons: [...before, ...reasons] }
  }

  /** The first of these targets that has an account to go to. */
  #send(stage: number, targets: readonly Target[], now: number): Send | undefined {
    for (const target of targets) {
      const account = nextAccount(target, now)
      if (account !== undefined) return (this.#last = { kind: 'send', stage, target, account, delayMs: 0 })
    }
    return undefined
  }

  /** Everything is ejected: the best member is tried all the same, or a gateway could lock itself out. */
  #desperate(stage: number): Send {
    const target = this.#members[0]!
    const account = target.provider.accounts[target.provider.turn++ % target.provider.accounts.length]!
    return (this.#last = { kind: 'send', stage, target, account, delayMs: 0 })
  }
}

/** Classes that speak against the health of a target. */
const counts: ReadonlySet<Failure['class']> = new Set(['overloaded', '5xx', 'timeout', 'unavailable'])
