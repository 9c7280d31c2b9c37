import type { IncomingHttpHeaders } from 'node:http'
import type { Client, Dispatcher } from 'undici'
import type { AttemptAction } from '../../schemas/generated/decision-table.ts'
import { classifyError } from './classify-error.ts'
import type { ClientStack } from './client-stack.ts'
import type { Deadline, Deadlines } from './deadlines.ts'
import { failure } from './failure.ts'
import type { Failure } from './failure.ts'

/** What one exchange tells: a head, data, and exactly one of end and failure. */
export interface ExchangeListener {
  onHead(status: number, headers: IncomingHttpHeaders): void
  onData(chunk: Buffer): void
  onEnd(): void
  onFailure(why: Failure): void
}

/** What is sent. `headers` is flat: name, value, name, value. */
export interface ExchangeRequest {
  readonly stack: ClientStack
  readonly path: string
  readonly headers: string[]
  readonly body: Buffer
}

/** How long each phase may take; `endMs` is when the whole request must have ended, in ms of `Deadlines.now`. */
export type ExchangeLimits = Pick<AttemptAction, 'connectMs' | 'firstTokenMs' | 'idleMs'> & {
  readonly endMs: number
}

type Phase = 'connect' | 'first' | 'body' | 'ended'

/**
 * One request to a provider and its answer: undici's handler and the deadline of the phase it is in. Whether the request had
 * begun to be written when it failed is told by `onRequestStart`, which undici calls just before it writes.
 */
export class Exchange implements Dispatcher.DispatchHandler, Deadline {
  readonly #request: ExchangeRequest
  readonly #limits: ExchangeLimits
  readonly #deadlines: Deadlines
  readonly #listener: ExchangeListener
  readonly #client: Client
  #controller: Dispatcher.DispatchController | undefined
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
    this.#client = request.stack.take()
  }

  start(): void {
    this.#await('connect', this.#limits.connectMs)
    const { path, headers, body } = this.#request
    this.#client.dispatch({ path, method: 'POST', headers, body }, this)
  }

  /** Stops reading until `resume`: back-pressure. No idle deadline runs while the client is the slow one; the total one does. */
  pause(): void {
    this.#controller?.pause()
    this.dueMs = this.#limits.endMs
  }

  resume(): void {
    this.touch()
    this.#controller?.resume()
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
    const error = new ExchangeEnded(why)
    if (this.#controller === undefined) void this.#client.destroy(error)
    else this.#controller.abort(error)
    this.#fail(why)
  }

  onRequestStart(controller: Dispatcher.DispatchController): void {
    this.#controller = controller
    if (this.#phase === 'connect') this.#await('first', this.#limits.firstTokenMs)
  }

  onResponseStart(_: Dispatcher.DispatchController, status: number, headers: IncomingHttpHeaders): void {
    if (this.#phase !== 'ended' && status >= 200) this.#listener.onHead(status, headers)
  }

  onResponseData(_: Dispatcher.DispatchController, chunk: Buffer): void {
    if (this.#phase === 'ended') return
    if (this.#phase === 'body') this.touch()
    this.#listener.onData(chunk)
  }

  onResponseEnd(): void {
    if (!this.#end()) return
    this.#request.stack.give(this.#client)
    this.#listener.onEnd()
  }

  onResponseError(_: Dispatcher.DispatchController, error: Error): void {
    this.#fail(error instanceof ExchangeEnded ? error.why : classifyError(error, this.#phase !== 'connect'))
  }

  onDue(): void {
    this.abort(this.#overdue())
  }

  #fail(why: Failure): void {
    const unsent = this.#phase === 'connect'
    if (!this.#end()) return
    this.#request.stack.give(this.#client)
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

/** Carries our own reason through undici. */
class ExchangeEnded extends Error {
  readonly why: Failure

  constructor(why: Failure) {
    super(why.message)
    this.why = why
  }
}
