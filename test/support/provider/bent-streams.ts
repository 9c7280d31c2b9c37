import type { Exchange, Script } from '../fake-provider.ts'
import { byteChunk, httpChunk, lastChunk, streamHead } from './http-bytes.ts'
import { hello } from './said.ts'
import type { Said } from './said.ts'
import { charge, eventsOf } from './say.ts'

/** Streams an answer whose bytes were bent in a way that HTML's rules for event streams allow, or do not. */
export function bent(bend: (events: string) => string, said: Said = hello): Script {
  return async (exchange) => {
    charge(exchange, said)
    await exchange.write(streamHead + httpChunk(bend(eventsOf(exchange, said).join(''))) + lastChunk)
  }
}

/** Streams an answer in pieces of so many bytes, each of its own HTTP chunk: characters, lines and separators are cut. */
export function sliced(size: number, said: Said = wide, bend = (events: string): string => events): Script {
  return async (exchange) => {
    charge(exchange, said)
    const bytes = Buffer.from(bend(eventsOf(exchange, said).join('')))
    await exchange.write(streamHead)
    for (let at = 0; at < bytes.length; at += size)
      await exchange.write(byteChunk(bytes.subarray(at, at + size)))
    await exchange.write(lastChunk)
  }
}

/** Characters of two, three and four bytes. */
export const wide: Said = { text: 'Grüße, 世界 🦊 end.' }

export const crlf = (events: string): string => events.replaceAll('\n', '\r\n')
export const cr = (events: string): string => events.replaceAll('\n', '\r')

/** The lines of one event end in another way than those before. */
export function mixedEnds(events: string): string {
  const ends = ['\n', '\r\n', '\r']
  let at = 0
  return events.replaceAll(/\n+/g, (run) => ends[at++ % ends.length]!.repeat(run.length))
}

/** Comments before, between and inside of events, and fields that nobody knows. */
export function withComments(events: string): string {
  return `: open\n\n${events.replaceAll('\n\n', '\n: between\nretry: 10\nid: 7\nunknown\n\n: ping\n\n')}`
}

/** Streams bytes without end, as fast as they are taken, until the connection closes. */
export const flood: Script = async (exchange) => {
  charge(exchange, hello)
  const events = eventsOf(exchange, { text: 'x'.repeat(8 * 1024) })
  await exchange.write(streamHead)
  const opening = events.slice(0, -3).join('')
  const one = httpChunk(deltaOf(exchange))
  await exchange.write(httpChunk(opening))
  while (!exchange.socket.destroyed) await exchange.write(one)
}

/** An event with much text. */
export function deltaOf(exchange: Pick<Exchange, 'request'>, bytes = 8 * 1024): string {
  const word = 'x'.repeat(bytes)
  return eventsOf(exchange, { text: word }).find((event) => event.includes('xxxxxxxx')) ?? ''
}
