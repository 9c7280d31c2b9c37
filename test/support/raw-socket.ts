import { once } from 'node:events'
import { connect } from 'node:net'
import type { Socket } from 'node:net'

/** One HTTP answer as it came over a raw socket. */
export interface RawAnswer {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

/** A client that sends exactly the bytes it is given. */
export interface RawSocket extends Disposable {
  readonly socket: Socket
  readonly send: (bytes: string | Buffer) => void
  /** All that has arrived so far. */
  readonly received: () => string
  /** Waits until the text has arrived; rejects when the connection closes without it. */
  readonly until: (text: string) => Promise<string>
  /** Waits until the peer has closed, and gives all that arrived. */
  readonly closed: () => Promise<string>
}

/** Connects to a port of loopback. */
export async function rawSocket(port: number): Promise<RawSocket> {
  const socket = connect({ port, host: '127.0.0.1', noDelay: true })
  await once(socket, 'connect')
  let text = ''
  let ended = false
  const watchers = new Set<() => void>()
  const tell = (): void => watchers.forEach((watch) => watch())
  socket.setEncoding('latin1')
  socket.on('data', (chunk: string) => {
    text += chunk
    tell()
  })
  socket.on('error', () => socket.destroy())
  socket.on('close', () => {
    ended = true
    tell()
  })
  const waitFor = (isThere: () => boolean): Promise<void> =>
    new Promise((resolve, reject) => {
      const watch = (): void => {
        if (isThere()) resolve()
        else if (ended) reject(new Error(`closed after: ${text}`))
        else return
        watchers.delete(watch)
      }
      watchers.add(watch)
      watch()
    })
  return {
    socket,
    send: (bytes) => void socket.write(bytes),
    received: () => text,
    until: async (wanted) => {
      await waitFor(() => text.includes(wanted))
      return text
    },
    closed: async () => {
      await waitFor(() => ended)
      return text
    },
    [Symbol.dispose]: () => void socket.destroy(),
  }
}

/** Sends bytes on a connection of its own and gives everything that came back until the peer closed. */
export async function rawExchange(port: number, bytes: string | Buffer): Promise<string> {
  using raw = await rawSocket(port)
  raw.send(bytes)
  return await raw.closed()
}

/** A chat request as bytes; `connection: close`, so that the answer ends with the connection. */
export function chatRequest(key: string, body: string | Buffer, headers: readonly string[] = []): Buffer {
  return postRequest('/v1/chat/completions', key, body, headers)
}

/** A POST as bytes; `connection: close`, so that the answer ends with the connection. */
export function postRequest(
  path: string,
  key: string,
  body: string | Buffer,
  headers: readonly string[] = [],
): Buffer {
  const head = [
    `POST ${path} HTTP/1.1`,
    'host: 127.0.0.1',
    `authorization: Bearer ${key}`,
    'content-type: application/json',
    `content-length: ${Buffer.byteLength(body)}`,
    'connection: close',
    ...headers,
  ]
  return Buffer.concat([Buffer.from(`${head.join('\r\n')}\r\n\r\n`), Buffer.from(body)])
}

/** The first answer in raw text; its body is what follows the head. */
export function parseAnswer(text: string): RawAnswer {
  const end = text.indexOf('\r\n\r\n')
  const [line = '', ...lines] = text.slice(0, end).split('\r\n')
  const headers = Object.fromEntries(
    lines.map((each) => [
      each.slice(0, each.indexOf(':')).toLowerCase(),
      each.slice(each.indexOf(':') + 1).trim(),
    ]),
  )
  return { status: Number(line.split(' ')[1]), headers, body: text.slice(end + 4) }
}
