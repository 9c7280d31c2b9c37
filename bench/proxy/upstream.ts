/**
 * A provider that costs next to nothing: prepared answers over raw sockets. Whole answers of 1 kB; streams of EVENTS events,
 * one each TICK_MS on every open stream, slower when the request says so, or all at once when it says `"burst"`. Prints its port.
 */
import { createServer } from 'node:net'
import type { Socket } from 'node:net'
import { EVENTS } from './events.ts'

const TICK_MS = 5
/** Streams that say so are slower: ticks between two events, and how many events. */
const slower = { live: { every: 4, events: EVENTS / 4 }, held: { every: 40, events: EVENTS } } as const

const content = 'A plausible sentence of an answer, as models write them. '.repeat(11)
const answer = JSON.stringify({
  id: 'chatcmpl-bench',
  object: 'chat.completion',
  created: 1_700_000_000,
  model: 'upstream-model',
  choices: [
    {
      index: 0,
      message: { role: 'assistant', content, refusal: null },
      logprobs: null,
      finish_reason: 'stop',
    },
  ],
  usage: {
    prompt_tokens: 300,
    completion_tokens: 160,
    total_tokens: 460,
    prompt_tokens_details: { cached_tokens: 0 },
  },
})
const whole = Buffer.from(
  `HTTP/1.1 200 OK\r\ncontent-type: application/json\r\nx-request-id: req_1\r\ncontent-length: ${Buffer.byteLength(answer)}\r\n\r\n${answer}`,
)

const streamHead =
  'HTTP/1.1 200 OK\r\ncontent-type: text/event-stream\r\nx-request-id: req_1\r\ntransfer-encoding: chunked\r\n\r\n'
const delta = httpChunk(
  eventOf([{ index: 0, delta: { content: ' plausible' }, logprobs: null, finish_reason: null }], null),
)
const finish = httpChunk(eventOf([{ index: 0, delta: {}, logprobs: null, finish_reason: 'stop' }], null))
const usage = httpChunk(
  eventOf([], { prompt_tokens: 300, completion_tokens: EVENTS, total_tokens: 300 + EVENTS }),
)
const last = Buffer.from(`${finish}${usage}${httpChunk('data: [DONE]\n\n')}0\r\n\r\n`)
const first = Buffer.from(`${streamHead}${delta}`)
const next = Buffer.from(delta)
const burst = Buffer.from(`${streamHead}${delta.repeat(EVENTS)}${last.toString()}`)

function eventOf(choices: readonly object[], used: object | null): string {
  return `data: ${JSON.stringify({ id: 'chatcmpl-bench', object: 'chat.completion.chunk', created: 1_700_000_000, model: 'upstream-model', service_tier: 'default', system_fingerprint: 'fp_1', choices, usage: used })}\n\n`
}

function httpChunk(text: string): string {
  return `${Buffer.byteLength(text).toString(16)}\r\n${text}\r\n`
}

/** A stream under way. */
interface Stream {
  left: number
  /** Ticks between two events, and those until the next. */
  readonly every: number
  wait: number
}

const streams = new Map<Socket, Stream>()
let opened = 0

setInterval(() => {
  for (const [socket, stream] of streams) {
    if (--stream.wait > 0) continue
    stream.wait = stream.every
    socket.write(stream.left > 1 ? next : last)
    if (--stream.left === 0) streams.delete(socket)
  }
}, TICK_MS)

function paceOf(body: Buffer): { readonly every: number; readonly events: number } {
  if (body.includes('"held"')) return slower.held
  return body.includes('"live"') ? slower.live : { every: 1, events: EVENTS }
}

function serve(socket: Socket, body: Buffer): void {
  if (!body.includes('"stream":true')) socket.write(whole)
  else if (body.includes('"burst"')) socket.write(burst)
  else {
    socket.write(first)
    const { every, events } = paceOf(body)
    // Streams of one time have their events at many.
    streams.set(socket, { left: events - 1, every, wait: 1 + (opened++ % every) })
  }
}

const server = createServer({ noDelay: true }, (socket) => {
  let pending: Buffer = Buffer.alloc(0)
  socket.on('error', () => socket.destroy())
  socket.on('close', () => streams.delete(socket))
  socket.on('data', (chunk) => {
    pending = pending.length === 0 ? chunk : Buffer.concat([pending, chunk])
    const head = pending.indexOf('\r\n\r\n')
    if (head === -1) return
    const length = Number(/content-length: (\d+)/i.exec(pending.toString('latin1', 0, head))?.[1] ?? 0)
    if (pending.length < head + 4 + length) return
    serve(socket, pending.subarray(head + 4, head + 4 + length))
    pending = pending.subarray(head + 4 + length)
  })
})
server.listen(0, '127.0.0.1', () => {
  const address = server.address()
  process.stdout.write(`${typeof address === 'object' && address !== null ? address.port : 0}\n`)
})
