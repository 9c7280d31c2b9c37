import { classifyStatus } from '../../upstream/classify-status.ts'
import type { Exchange } from '../../upstream/exchange.ts'
import { failure } from '../../upstream/failure.ts'
import type { Failure } from '../../upstream/failure.ts'
import { Collected } from './collected.ts'
import type { AnswerStart, BodyReader, Reading } from './reading.ts'
import { redact } from './redact.ts'

/** What can be read of an error: nobody says more in fewer words than that. */
const BYTES_MAX = 64 * 1024

/** Reads an error answer as far as it is worth: what it says decides what follows, and is what the client gets at last. */
export class ErrorBody implements BodyReader {
  readonly #start: AnswerStart
  readonly #reading: Reading
  readonly #exchange: Exchange
  readonly #body = new Collected(BYTES_MAX)

  constructor(start: AnswerStart, reading: Reading, exchange: Exchange) {
    this.#start = start
    this.#reading = reading
    this.#exchange = exchange
    exchange.touch()
  }

  onData(chunk: Buffer): void {
    if (!this.#body.add(chunk)) this.#exchange.abort(this.#failure())
  }

  onEnd(): void {
    this.#reading.end(this.#failure())
  }

  /** The status was there: what breaks off behind it changes nothing. Only a client that leaves ends for a reason of its own. */
  onFailure(why: Failure): void {
    this.#reading.end(why.class === 'aborted' ? why : this.#failure())
  }

  #failure(): Failure {
    const { status, headers } = this.#start
    if (status < 400 || status > 599)
      return failure('5xx', `the provider answered with status ${status}`, { ambiguous: true })
    const body = redact(this.#body.bytes(), this.#reading.secret)
    const classified = classifyStatus(status, headers, { contentType: headers['content-type'] ?? '', body })
    // An error that reports tokens is billed: what would be safe to follow otherwise is followed once.
    const usage = this.#reading.dialect.usageOf(body)
    return usage === undefined ? classified : { ...classified, ambiguous: true, usage }
  }
}
