/**
 * A provider of four dialects that costs next to nothing: prepared streams over raw sockets, of EVENTS words each. All events of
 * a stream at once where the request says `"burst"`, else one each TICK_MS. Prints its port.
 */
import { createServer } from 'node:net'
import type { Socket } from 'node:net'
import { httpChunk, lastChunk, streamHead } from '../../test/support/provider/http-bytes.ts'
import { speechOf } from '../../test/support/provider/speech.ts'
import { EVENTS } from '../proxy/events.ts'

const TICK_MS = 5

/** Short enough to be streamed word by word. */
const text = Array.from({ length: EVENTS }, (_, at) => `word${at}`).join(' ')

/** The events of each dialect by the end of its path, as HTTP chunks. */
const prepared = new Map(
  ['/chat/completions', '/responses', '/messages', '/models/bench:streamGenerateContent?alt=sse'].map(
    (path) => {
      const asked = { model: 'bench', stream: true, stream_options: { include_usage: true } }
      const events = speechOf(path)
        .events({ text }, asked)
        .map((event) => Buffer.from(httpChunk(event)))
      return [
        path,
        { events, whole: Buffer.concat([Buffer.from(streamHead), ...events, Buffer.from(lastChunk)]) },
      ]
    },
  ),
)

/** Streams under way, with the events that are left of them. */
const streams = new Map<Socket, Buffer[]>()

setInterval(() => {
  for (const [socket, left] of streams) {
    const event = left.pop()
    if (event !== undefined) socket.write(event)
    else {
      socket.write(lastChunk)
      streams.delete(socket)
    }
  }
}, TICK_MS)

function serve(socket: Socket, head: string, body: Buffer): void {
  const path = [...prepared.keys()].find((each) => head.startsWith(`POST /v1${each} `))
  const { events, whole } = prepared.get(path ?? '/chat/completions')!
  if (body.includes('burst')) return void socket.write(whole)
  socket.write(streamHead)
  streams.set(socket, events.toReversed())
}

const server = createServer({ noDelay: true }, (socket) => {
  let pending: Buffer = Buffer.alloc(0)
  socket.on('error', () => socket.destroy())
  socket.on('close', () => streams.delete(socket))
  socket.on('data', (chunk) => {
    pending = pending.length === 0 ? chunk : Buffer.concat([pending, chunk])
    const end = pending.indexOf('\r\n\r\n')
    if (end === -1) return
    const head = pending.toString('latin1', 0, end)
    const size = end + 4 + Number(/content-length: (\d+)/i.exec(head)?.[1] ?? 0)
    if (pending.length < size) return
    serve(socket, head, pending.subarray(end + 4, size))
    pending = pending.subarray(size)
  })
})
server.listen(0, '127.0.0.1', () => {
  const address = server.address()
  process.stdout.write(`${typeof address === 'object' && address !== null ? address.port : 0}\n`)
})
