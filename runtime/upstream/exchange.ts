import type { IncomingHttpHeaders } from 'node:http'
import type { AttemptAction } from '../../schemas/generated/decision-table.ts'
import { classifyError } from './classify-error.ts'
import type { ConnectionStack } from './connection-stack.ts'
import type { Deadline, Deadlines } from './deadlines.ts'
import { failure } from './failure.ts'
import type { Failure } from './failure.ts'
import type { AnswerListener, Connection } from './http/connection.ts'
import type { ProviderRequest } from './http/request-bytes.ts'

/** What one exchange tells: a head, data, and exactly one of end and failure. */
export interface ExchangeListener {
  onHead(status: number, headers: IncomingHttpHeaders): void
  onData(chunk: Buffer): void
  onEnd(): void
  onFailure(why: Failure): void
}

/** What is sent, and over which connections. */
export interface ExchangeRequest extends ProviderRequest {
  readonly stack: ConnectionStack
}

/** How long each phase may take; `endMs` is when the whole request must have ended, in ms of `Deadlines.now`. */
export type ExchangeLimits = Pick<AttemptAction, 'connectMs' | 'firstTokenMs' | 'idleMs'> & {
  readonly endMs: number
}

type Phase = 'connect' | 'first' | 'body' | 'ended'

/**
 * One request to a provider and its answer: what its connection tells, and the deadline of the phase it is in. Whether the request
 * had begun to be written when it failed is told by `onSent`.
 */
export class Exchange implements AnswerListener, Deadline {
  readonly #request: ExchangeRequest
  readonly #limits: ExchangeLimits
  readonly #deadlines: Deadlines
  readonly #listener: ExchangeListener
  readonly #connection: Connection
  #phase: Phase = 'connect'
  dueMs = 0
  place = -1

  constructor(
    request: ExchangeRequest,
    limits: ExchangeLimits,
    deadlines: Deadlines,
    listener: ExchangeListener,
  ) {
    this.#request = request
    this.#limits = limits
    this.#deadlines = deadlines
    this.#listener = listener
    this.#connection = request.stack.take()
  }

  start(): void {
    this.#await('connect', this.#limits.connectMs)
    this.#connection.send(this.#request, this)
  }

  /** Stops reading until `resume`: back-pressure. No idle deadline runs while the client is the slow one; the total one does. */
  pause(): void {
    if (this.#phase === 'ended') return
    this.#connection.pause()
    this.dueMs = this.#limits.endMs
  }

  resume(): void {
    if (this.#phase === 'ended') return
    this.touch()
    this.#connection.resume()
  }

  /** Content has arrived: from now on the idle deadline counts. */
  touch(): void {
    if (this.#phase === 'ended') return
    this.#phase = 'body'
    this.dueMs = Math.min(this.#deadlines.now + this.#limits.idleMs, this.#limits.endMs)
  }

  /** Ends the exchange from our side; the socket to the provider is destroyed at once. */
  abort(why: Failure): void {
    if (this.#phase === 'ended') return
    this.#connection.destroy()
    this.#fail(why)
  }

  onSent(): void {
    this.#await('first', this.#limits.firstTokenMs)
  }

  onHead(status: number, headers: IncomingHttpHeaders): void {
    this.#listener.onHead(status, headers)
  }

  onData(chunk: Buffer): void {
    if (this.#phase === 'body') this.touch()
    this.#listener.onData(chunk)
  }

  onEnd(): void {
    if (!this.#end()) return
    this.#request.stack.give(this.#connection)
    this.#listener.onEnd()
  }

  onError(error: Error): void {
    this.#fail(classifyError(error, this.#phase !== 'connect'))
  }

  onDue(): void {
    this.abort(this.#overdue())
  }

  #fail(why: Failure): void {
    const unsent = this.#phase === 'connect'
    if (!this.#end()) return
    this.#request.stack.give(this.#connection)
    this.#listener.onFailure(unsent ? { ...why, unsent } : why)
  }

  #end(): boolean {
    if (this.#phase === 'ended') return false
    this.#phase = 'ended'
    this.#deadlines.disarm(this)
    return true
  }

  #await(phase: Phase, ms: number): void {
    this.#phase = phase
    this.#deadlines.arm(this, Math.min(this.#deadlines.fresh() + ms, this.#limits.endMs))
  }

  #overdue(): Failure {
    if (this.#phase === 'connect')
      return failure('unavailable', `no connection within ${this.#limits.connectMs} ms`)
    const what =
      this.#deadlines.now >= this.#limits.endMs
        ? 'the whole deadline has passed'
        : overdue[this.#phase](this.#limits)
    return failure('timeout', what, { ambiguous: true })
  }
}

const overdue: Readonly<Record<Phase, (limits: ExchangeLimits) => string>> = {
  connect: (limits) => `no connection within ${limits.connectMs} ms`,
  first: (limits) => `no first token within ${limits.firstTokenMs} ms`,
  body: (limits) => `nothing for ${limits.idleMs} ms`,
  ended: () => 'ended',
}
