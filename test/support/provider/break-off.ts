import type { Exchange, Script } from '../fake-provider.ts'
import { httpChunk, openEndedHead, streamHead, whole } from './http-bytes.ts'
import { hello } from './said.ts'
import { charge, eventsOf, isStreamed, wholeOf, writeEvents } from './say.ts'

/** What the scripts that break off say before they do: long enough to be cut in the middle. */
export const halfSaid = { ...hello, text: 'Half of it came, and then the rest did not.' }

/** Events up to the middle of the text: content has come, the end has not. */
export function firstHalf(exchange: Pick<Exchange, 'request'>): readonly string[] {
  const events = eventsOf(exchange, halfSaid)
  return events.slice(0, Math.floor(events.length / 2))
}

/** Begins an answer, in the middle of an event or of a body, and then does this. Billed. */
export function thenDo(what: (exchange: Exchange) => void | Promise<void>): Script {
  return async (exchange) => {
    charge(exchange, halfSaid)
    if (isStreamed(exchange)) {
      await exchange.write(streamHead)
      await writeEvents(exchange, firstHalf(exchange))
      await exchange.wait(5)
      await exchange.write('2a\r\ndata: {"id":"torn","ty')
    } else {
      const bytes = whole(200, wholeOf(exchange, halfSaid))
      await exchange.write(bytes.slice(0, -40))
    }
    await exchange.wait(5)
    await what(exchange)
  }
}

/** Begins a stream, whole events only, and then does this. Billed. */
export function afterHalf(what: (exchange: Exchange) => void | Promise<void>): Script {
  return async (exchange) => {
    charge(exchange, halfSaid)
    await exchange.write(streamHead)
    await writeEvents(exchange, firstHalf(exchange))
    await exchange.wait(5)
    await what(exchange)
  }
}

/** A stream whose end is the end of its connection, in the middle of the answer: nothing in HTTP says that it was cut. */
export const cutAtEof: Script = async (exchange) => {
  charge(exchange, halfSaid)
  await exchange.write(openEndedHead + firstHalf(exchange).join(''))
  await exchange.wait(5)
  exchange.fin()
}

/** Everything but the terminal event, and the end of HTTP's own framing. */
export const withoutTerminal: Script = async (exchange) => {
  charge(exchange, hello)
  await exchange.write(streamHead)
  await writeEvents(exchange, eventsOf(exchange, hello).slice(0, -1))
  await exchange.write('0\r\n\r\n')
}

/** The first event of a stream, which holds no content yet, and then nothing; a request for a whole answer gets nothing at all. */
export const opensOnly: Script = async (exchange) => {
  charge(exchange, hello)
  const [opening = ''] = eventsOf(exchange, hello)
  // Legacy completions begin with content.
  if (isStreamed(exchange))
    await exchange.write(streamHead + httpChunk(opening.includes('Hello') ? ': open\n\n' : opening))
  await exchange.wait(PATIENCE_MS)
}

/** Longer than any deadline under test. */
export const PATIENCE_MS = 60_000
