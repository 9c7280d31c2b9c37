import type { IncomingHttpHeaders } from 'node:http'
import type { Exchange, ExchangeListener } from '../../upstream/exchange.ts'
import { failure } from '../../upstream/failure.ts'
import type { Failure } from '../../upstream/failure.ts'
import { ErrorBody } from './error-body.ts'
import type { AnswerStart, BodyReader, Reading } from './reading.ts'
import { StreamRelay } from './stream-relay.ts'
import { WholeBody } from './whole-body.ts'

/** Reads a provider's answer by what its head announces: an error, a whole answer, a stream; all else is a failure. */
export class AnswerReader implements ExchangeListener {
  readonly #reading: Reading
  #exchange: Exchange | undefined
  #body: BodyReader | undefined

  constructor(reading: Reading) {
    this.#reading = reading
  }

  attach(exchange: Exchange): void {
    this.#exchange = exchange
  }

  onHead(status: number, headers: IncomingHttpHeaders): void {
    this.#reading.head?.(headers)
    const body = bodyOf({ status, headers }, this.#reading, this.#exchange!)
    if ('kind' in body) return this.#exchange!.abort(body)
    this.#body = body
  }

  onData(chunk: Buffer): void {
    this.#body?.onData(chunk)
  }

  onEnd(): void {
    this.#body?.onEnd()
  }

  onFailure(why: Failure): void {
    if (this.#body === undefined) this.#reading.end(why)
    else this.#body.onFailure(why)
  }
}

function bodyOf(start: AnswerStart, reading: Reading, exchange: Exchange): BodyReader | Failure {
  const { status, headers } = start
  if (status >= 300 || status === 204) return new ErrorBody(start, reading, exchange)
  if (isEncoded(headers))
    return failure('5xx', 'the provider answered in an encoding that was not asked for', { ambiguous: true })
  if (!isEventStream(headers)) return new WholeBody(start, reading, exchange)
  if (reading.client !== undefined) return new StreamRelay(start, reading, reading.client, exchange)
  return failure('5xx', 'the provider streamed an answer that was to come whole', { ambiguous: true })
}

function isEventStream(headers: IncomingHttpHeaders): boolean {
  return headers['content-type']?.startsWith('text/event-stream') ?? false
}

/** `identity` was asked for; what is packed all the same could not be checked, and may unpack to anything. */
function isEncoded(headers: IncomingHttpHeaders): boolean {
  const encoding = headers['content-encoding']
  return encoding !== undefined && encoding !== '' && encoding !== 'identity'
}
