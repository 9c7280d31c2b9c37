import type { Exchange, Script } from '../fake-provider.ts'
import { httpChunk, lastChunk, streamHead, whole } from './http-bytes.ts'
import { askedOf } from './received-request.ts'
import { hello, usualTokens } from './said.ts'
import type { Said } from './said.ts'
import { speechOf } from './speech.ts'
import type { SpokenError } from './speech.ts'

/** Answers in the dialect of the request's path, whole or streaming as it asks, one event to an HTTP chunk; billed. */
export function say(said: Said = hello, gapMs = 0): Script {
  return async (exchange) => {
    charge(exchange, said)
    if (!isStreamed(exchange)) return exchange.write(whole(200, wholeOf(exchange, said)))
    await exchange.write(streamHead)
    await writeEvents(exchange, eventsOf(exchange, said), gapMs)
    await exchange.write(lastChunk)
  }
}

/** Answers with an error in the dialect of the request's path; not billed. */
export function fail(
  status: number,
  headers: Readonly<Record<string, string>> = {},
  error: Partial<SpokenError> = {},
): Script {
  return async ({ request, write }) => {
    const all = { message: `made up ${status}`, code: null, type: 'made_up', ...error }
    await write(whole(status, speechOf(request.path).error(status, all), headers))
  }
}

/** Whether the request asks for a stream, at an API that has streams. */
export function isStreamed({ request }: Exchange): boolean {
  return askedOf(request).stream === true && eventsOf({ request }, hello).length > 0
}

/** The events of an answer to this request. */
export function eventsOf({ request }: Pick<Exchange, 'request'>, said: Said): readonly string[] {
  return speechOf(request.path).events(said, askedOf(request))
}

/** The whole answer to this request, as its value. */
export function wholeOf({ request }: Pick<Exchange, 'request'>, said: Said): object {
  return speechOf(request.path).whole(said, askedOf(request))
}

/** Puts an answer on the bill by what it says that it used. */
export function charge({ bill }: Exchange, { tokens = usualTokens }: Said): void {
  bill(tokens ?? undefined)
}

/** Writes events one by one. */
export async function writeEvents(exchange: Exchange, events: readonly string[], gapMs = 0): Promise<void> {
  for (const text of events) {
    await exchange.write(httpChunk(text))
    if (gapMs > 0) await exchange.wait(gapMs)
  }
}
