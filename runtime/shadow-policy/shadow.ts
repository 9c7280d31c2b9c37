import type { Decision, RequestView } from '../contracts.ts'
import type { Snapshot } from '../snapshot.ts'
import { decide } from '../table/decide.ts'
import type { DecisionState } from '../table/state.ts'
import { compareDecisions } from './compare-decisions.ts'
import { Differences } from './differences.ts'
import type { DifferenceCounts } from './differences.ts'

/** Requests that wait to be decided again; beyond, they are passed over. */
const waitingMax = 256
/** Bytes of their bodies, which waiting keeps in memory. */
const waitingBytesMax = 16 * 1024 * 1024
/** How long one turn of the event loop may be used. */
const turnMs = 1

/** A request as the current policy has decided it. */
export interface Decided {
  readonly view: RequestView
  readonly decision: Decision
  /** What the gateway knew then, as a policy sees it. */
  readonly stateOf: (candidate: Snapshot) => DecisionState
  /** Version of the policy that decided it. */
  readonly policy: string
}

/** What a candidate would have done differently. */
export interface ShadowReport extends DifferenceCounts {
  /** Version of the candidate. */
  readonly candidate: string
  /** Version of the policy it is held against; counts begin anew when that is replaced. */
  readonly against: string | undefined
  readonly since: string
  /** Passed over, because more requests came than could be decided again beside them. */
  readonly skipped: number
  /** The candidate could not decide: a bug of gwc's, never the request's concern. */
  readonly failed: number
}

/**
 * A candidate policy that decides beside the current one and has no effect: after a request has its answer, its facts, read once, are decided again, and what
 * differs is counted. Its costs and errors stay here.
 */
export class Shadow {
  readonly candidate: Snapshot
  readonly #since = new Date().toISOString()
  readonly #waiting: Decided[] = []
  #waitingBytes = 0
  #against: string | undefined
  #differences = new Differences()
  #skipped = 0
  #failed = 0

  constructor(candidate: Snapshot) {
    this.candidate = candidate
  }

  /** Takes a request that has ended; decides it again when nothing else is to be done. */
  observe(decided: Decided): void {
    const bytes = decided.view.body.bytes.length
    if (this.#waiting.length >= waitingMax || this.#waitingBytes + bytes > waitingBytesMax) {
      this.#skipped += 1
      return
    }
    this.#waitingBytes += bytes
    if (this.#waiting.push(decided) === 1) this.#soon()
  }

  get report(): ShadowReport {
    return {
      candidate: this.candidate.version,
      against: this.#against,
      since: this.#since,
      skipped: this.#skipped,
      failed: this.#failed,
      ...this.#differences.counts,
    }
  }

  #soon(): void {
    setImmediate(() => this.#work()).unref()
  }

  #work(): void {
    const endMs = performance.now() + turnMs
    do {
      const decided = this.#waiting.shift()
      if (decided === undefined) return
      this.#waitingBytes -= decided.view.body.bytes.length
      this.#compare(decided)
    } while (performance.now() < endMs)
    if (this.#waiting.length > 0) this.#soon()
  }

  #compare({ view, decision, stateOf, policy }: Decided): void {
    if (policy !== this.#against) this.#begin(policy)
    try {
      const candidate = decide(this.candidate.table, view, stateOf(this.candidate))
      this.#differences.add(view.id, decision.rule, candidate.rule, compareDecisions(decision, candidate))
    } catch {
      this.#failed += 1
    }
  }

  #begin(policy: string): void {
    this.#against = policy
    this.#differences = new Differences()
    this.#skipped = 0
    this.#failed = 0
  }
}
