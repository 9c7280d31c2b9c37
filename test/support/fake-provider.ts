import { createServer } from 'node:net'
import type { AddressInfo, Socket } from 'node:net'
import { once } from 'node:events'

/** One request as a provider received it. */
export interface ReceivedRequest {
  readonly method: string
  readonly path: string
  /** In lower case; several of one name are joined by a comma. */
  readonly headers: Readonly<Record<string, string>>
  readonly rawHead: string
  readonly body: Buffer
  /** Number of the connection it came on, from 0. */
  readonly connection: number
}

/** One line of the provider's bill: what it would charge for. */
export interface Billed {
  readonly request: ReceivedRequest
  readonly model: string | undefined
}

/** What a script can do with the socket of a request: bytes, time and the ways in which a peer can fail. */
export interface Exchange {
  readonly request: ReceivedRequest
  readonly socket: Socket
  /** Puts the request on the bill. */
  readonly bill: () => void
  readonly write: (bytes: string | Buffer) => Promise<void>
  readonly wait: (ms: number) => Promise<void>
  /** Ends the connection in order. */
  readonly fin: () => void
  /** Resets the connection. */
  readonly rst: () => void
}

/** Answers one request; scripts given in a list answer one request each, the last one all that follow. */
export type Script = (exchange: Exchange) => Promise<void> | void

/** A provider on a real socket that does exactly what its script says, and keeps a bill. */
export interface FakeProvider {
  readonly port: number
  /** For gateway.json, with the version segment. */
  readonly baseUrl: string
  readonly requests: readonly ReceivedRequest[]
  readonly bill: readonly Billed[]
  /** Connections that are open now. */
  readonly openConnections: number
  /** Replaces the script. */
  readonly script: (next: Script | readonly Script[]) => void
  readonly close: () => Promise<void>
}

/** Starts a fake provider on a free port of loopback. */
export async function startFakeProvider(script: Script | readonly Script[]): Promise<FakeProvider> {
  const state = new ProviderState(script)
  const server = createServer({ noDelay: true }, (socket) => state.accept(socket))
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return {
    port,
    baseUrl: `http://127.0.0.1:${port}/v1`,
    requests: state.requests,
    bill: state.bill,
    get openConnections() {
      return state.sockets.size
    },
    script: (next) => state.replace(next),
    close: async () => {
      for (const socket of state.sockets) socket.destroy()
      server.close()
      await once(server, 'close')
    },
  }
}

class ProviderState {
  readonly requests: ReceivedRequest[] = []
  readonly bill: Billed[] = []
  readonly sockets = new Set<Socket>()
  #scripts: readonly Script[] = []
  #next = 0
  #connections = 0

  constructor(script: Script | readonly Script[]) {
    this.replace(script)
  }

  replace(script: Script | readonly Script[]): void {
    this.#scripts = typeof script === 'function' ? [script] : script
    this.#next = 0
  }

  accept(socket: Socket): void {
    const connection = this.#connections++
    let pending = Buffer.alloc(0)
    this.sockets.add(socket)
    socket.on('close', () => this.sockets.delete(socket))
    socket.on('error', () => socket.destroy())
    socket.on('data', (chunk) => {
      pending = Buffer.concat([pending, chunk])
      for (
        let read = readRequest(pending, connection);
        read !== undefined;
        read = readRequest(pending, connection)
      ) {
        pending = pending.subarray(read.size)
        this.#serve(read.request, socket)
      }
    })
  }

  #serve(request: ReceivedRequest, socket: Socket): void {
    this.requests.push(request)
    const script = this.#scripts[Math.min(this.#next++, this.#scripts.length - 1)]!
    void Promise.resolve(script(this.#exchange(request, socket))).catch(() => socket.destroy())
  }

  #exchange(request: ReceivedRequest, socket: Socket): Exchange {
    return {
      request,
      socket,
      bill: () => void this.bill.push({ request, model: modelOf(request) }),
      write: (bytes) => new Promise((resolve) => socket.write(bytes, () => resolve())),
      wait: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
      fin: () => void socket.end(),
      rst: () => void socket.resetAndDestroy(),
    }
  }
}

function readRequest(
  bytes: Buffer,
  connection: number,
): { readonly request: ReceivedRequest; readonly size: number } | undefined {
  const headEnd = bytes.indexOf('\r\n\r\n')
  if (headEnd === -1) return undefined
  const rawHead = bytes.toString('latin1', 0, headEnd)
  const [line = '', ...lines] = rawHead.split('\r\n')
  const [method = '', path = ''] = line.split(' ')
  const headers = headersOf(lines)
  const size = headEnd + 4 + Number(headers['content-length'] ?? 0)
  if (bytes.length < size) return undefined
  return {
    request: {
      method,
      path,
      headers,
      rawHead,
      body: Buffer.from(bytes.subarray(headEnd + 4, size)),
      connection,
    },
    size,
  }
}

function headersOf(lines: readonly string[]): Record<string, string> {
  const headers: Record<string, string> = {}
  for (const line of lines) {
    const colon = line.indexOf(':')
    const name = line.slice(0, colon).toLowerCase()
    const value = line.slice(colon + 1).trim()
    headers[name] = headers[name] === undefined ? value : `${headers[name]}, ${value}`
  }
  return headers
}

function modelOf(request: ReceivedRequest): string | undefined {
  try {
    return (JSON.parse(request.body.toString()) as { model?: string }).model
  } catch {
    return undefined
  }
}
