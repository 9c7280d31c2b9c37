import { createServer } from 'node:net'
import type { AddressInfo, Socket } from 'node:net'
import { once } from 'node:events'
import { billLine, openBill } from './provider/bill.ts'
import type { BillFile } from './provider/bill.ts'
import { askedOf, readRequest } from './provider/received-request.ts'
import type { ReceivedRequest } from './provider/received-request.ts'
import type { Tokens } from './provider/said.ts'

/** One line of the provider's bill: what it would charge for. */
export interface Billed {
  readonly request: ReceivedRequest
  readonly model: string | undefined
}

/** What a script can do with the socket of a request: bytes, time and the ways in which a peer can fail. */
export interface Exchange {
  readonly request: ReceivedRequest
  readonly socket: Socket
  /** Puts the request on the bill, before anything of its answer is sent. */
  readonly bill: (tokens?: Tokens) => void
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

export interface FakeProviderOptions {
  /** Default: a free one. */
  readonly port?: number
  /** Where the bill is kept as well: one JSON line for each billed attempt, on disk before it is answered. */
  readonly billFile?: string
  /** Whether each answer has an `x-request-id` of its own, which its bill has, too. */
  readonly namesAnswers?: boolean
}

/** Starts a fake provider on loopback. */
export async function startFakeProvider(
  script: Script | readonly Script[],
  { port = 0, billFile, namesAnswers = false }: FakeProviderOptions = {},
): Promise<FakeProvider> {
  const file = billFile === undefined ? undefined : openBill(billFile)
  const state = new ProviderState(script, file, namesAnswers)
  const server = createServer({ noDelay: true }, (socket) => state.accept(socket))
  server.listen(port, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address() as AddressInfo
  return {
    port: address.port,
    baseUrl: `http://127.0.0.1:${address.port}/v1`,
    requests: state.requests,
    bill: state.bill,
    get openConnections() {
      return state.sockets.size
    },
    script: (next) => state.replace(next),
    close: async () => {
      for (const socket of state.sockets) socket.destroy()
      if (server.listening) await new Promise((resolve) => server.close(resolve))
      file?.[Symbol.dispose]()
    },
  }
}

class ProviderState {
  readonly requests: ReceivedRequest[] = []
  readonly bill: Billed[] = []
  readonly sockets = new Set<Socket>()
  readonly #file: BillFile | undefined
  #scripts: readonly Script[] = []
  #next = 0
  #connections = 0
  readonly #namesAnswers: boolean

  constructor(script: Script | readonly Script[], file: BillFile | undefined, namesAnswers: boolean) {
    this.#file = file
    this.#namesAnswers = namesAnswers
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
    const id = this.#namesAnswers ? `answer-${this.requests.length}` : undefined
    const named = (bytes: string | Buffer): string | Buffer =>
      id === undefined ? bytes : nameAnswer(bytes, id)
    return {
      request,
      socket,
      bill: (tokens) => this.#charge(request, tokens, id),
      write: (bytes) => new Promise((resolve) => socket.write(named(bytes), () => resolve())),
      wait: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
      fin: () => void socket.end(),
      rst: () => void socket.resetAndDestroy(),
    }
  }

  #charge(request: ReceivedRequest, tokens: Tokens | undefined, id: string | undefined): void {
    this.#file?.add(billLine(request, tokens, id))
    this.bill.push({ request, model: askedOf(request).model })
  }
}

/** Puts the name of an answer into its head, in place of one that stands there; what is no head stays as it is. */
function nameAnswer(bytes: string | Buffer, id: string): string | Buffer {
  if (typeof bytes !== 'string' || !bytes.startsWith('HTTP/1.1 ')) return bytes
  return bytes.replace(/\r\nx-request-id: [^\r]*/, '').replace('\r\n', `\r\nx-request-id: ${id}\r\n`)
}
