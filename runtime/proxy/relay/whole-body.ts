import type { Exchange } from '../../upstream/exchange.ts'
import { failure } from '../../upstream/failure.ts'
import type { Failure } from '../../upstream/failure.ts'
import { Collected } from './collected.ts'
import type { AnswerStart, BodyReader, Reading } from './reading.ts'
import { redact } from './redact.ts'

const BYTES_MAX = 64 * 1024 * 1024

/** Collects a whole answer. None of it has reached the client, so whatever is wrong with it is a failure like any other. */
export class WholeBody implements BodyReader {
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
    if (!this.#body.add(chunk))
      this.#exchange.abort(
        failure('5xx', `the answer is larger than ${BYTES_MAX} bytes`, { ambiguous: true }),
      )
  }

  onEnd(): void {
    const { dialect, translate, failOnRefusal, secret, seen, end } = this.#reading
    const body = redact(this.#body.bytes(), secret)
    if (!dialect.isAnswer(body))
      return end(failure('5xx', 'the provider answered 200 without an answer', { ambiguous: true }))
    const usage = dialect.usageOf(body)
    if (failOnRefusal && dialect.isRefused(body))
      return end(failure('refused', 'the model refused', { usage }))
    const said = translate === undefined ? body : translate.whole(body)
    if (said === undefined)
      return end(failure('5xx', 'the answer holds what is no answer of its dialect', { ambiguous: true }))
    seen?.(body)
    end({ kind: 'whole', headers: this.#start.headers, body: said, usage })
  }

  onFailure(why: Failure): void {
    this.#reading.end(why)
  }
}
