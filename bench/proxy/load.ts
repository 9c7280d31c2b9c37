import { connect } from 'node:net'
import type { Socket } from 'node:net'

/** What is asked, over and over. */
export interface Shape {
  readonly name: string
  /** Bytes of the request body, about. */
  readonly bytes: number
  readonly stream: 'no' | 'paced' | 'live' | 'held' | 'burst'
  readonly connections: number
}

/** A closed loop of requests over keep-alive connections, cheap enough to saturate a proxy from half a core. */
export class Load {
  readonly #sockets: Socket[] = []
  readonly #request: Buffer
  completed = 0
  #stopped = false

  constructor(port: number, headers: string, shape: Shape) {
    this.#request = requestOf(port, headers, shape)
    for (let i = 0; i < shape.connections; i++)
      this.#open(port, shape.stream === 'no' ? endsWhole : endsStream)
  }

  stop(): void {
    this.#stopped = true
    for (const socket of this.#sockets) socket.destroy()
  }

  #open(port: number, isEnd: (tail: Buffer, received: number) => boolean): void {
    const socket = connect({ port, host: '127.0.0.1', noDelay: true })
    let received = 0
    this.#sockets.push(socket)
    socket.on('connect', () => socket.write(this.#request))
    socket.on('error', (error) => {
      if (!this.#stopped) throw error
    })
    socket.on('data', (chunk) => {
      if (received === 0 && !chunk.toString('latin1', 0, 15).startsWith('HTTP/1.1 200'))
        throw new Error(chunk.toString().slice(0, 400))
      received += chunk.length
      if (!isEnd(chunk, received)) return
      received = 0
      this.completed++
      if (!this.#stopped) socket.write(this.#request)
    })
  }
}

/** A request as the OpenAI SDK sends it, with header lines of its own. */
export function requestOf(port: number, headers: string, shape: Shape): Buffer {
  const body = bodyOf(shape)
  return Buffer.from(
    `POST /v1/chat/completions HTTP/1.1\r\nhost: 127.0.0.1:${port}\r\naccept: application/json\r\ncontent-type: application/json\r\nuser-agent: OpenAI/JS 7.57.0\r\nx-stainless-lang: js\r\nx-stainless-package-version: 7.57.0\r\nx-stainless-os: Linux\r\nx-stainless-arch: x64\r\nx-stainless-runtime: node\r\nx-stainless-retry-count: 0\r\n${headers}content-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
  )
}

function endsWhole(tail: Buffer): boolean {
  return tail.length >= 2 && tail[tail.length - 1] === 0x7d && tail[tail.length - 2] === 0x7d
}

function endsStream(tail: Buffer): boolean {
  return tail.length >= 5 && tail.toString('latin1', tail.length - 5) === '0\r\n\r\n'
}

function bodyOf({ bytes, stream }: Shape): string {
  const sentence = 'Please look at this function and tell me why it returns undefined on Mondays.\n'
  const turns = Array.from({ length: Math.max(1, Math.round(bytes / 1350)) }, (_, i) => ({
    role: i % 2 === 0 ? 'user' : 'assistant',
    content: sentence.repeat(16),
  }))
  const options = stream === 'no' ? {} : { stream: true, user: stream }
  return JSON.stringify({ model: 'large', temperature: 0.7, ...options, messages: turns })
}
