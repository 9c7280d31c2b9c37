import type { Client } from 'undici'
import type { Connect } from './connect.ts'
import { openClient } from './open-client.ts'

/** Idle clients kept per origin; beyond, the oldest would only hold closed sockets. */
const IDLE_MAX = 1024
/** Idle sockets close after this; providers' load balancers keep theirs for 60 s and more. */
const KEEP_ALIVE_MS = 15_000

/**
 * The connections to one origin: a stack of idle clients, newest first, so that few stay warm and the rest time out.
 * One request at a time on each. (undici's Pool looks for a free client by a linear scan: 1.6 times the CPU at 1,500 streams.)
 */
export class ClientStack {
  readonly #origin: string
  readonly #options: Client.Options
  readonly #idle: Client[] = []
  readonly #busy = new Set<Client>()
  #closed = false

  constructor(origin: string, connect: Connect) {
    this.#origin = origin
    this.#options = {
      pipelining: 1,
      allowH2: false,
      keepAliveTimeout: KEEP_ALIVE_MS,
      // Deadlines are ours, all in one timer (deadlines.ts).
      headersTimeout: 0,
      bodyTimeout: 0,
      connect,
    }
  }

  /** A client for one request; give it back when that has ended. */
  take(): Client {
    const client = this.#idle.pop() ?? openClient(this.#origin, this.#options)
    this.#busy.add(client)
    return client
  }

  /** Takes back a client whose request has ended, well or not. A destroyed one is forgotten. */
  give(client: Client): void {
    this.#busy.delete(client)
    if (client.destroyed) return
    if (this.#closed || this.#idle.length >= IDLE_MAX) void client.close()
    else this.#idle.push(client)
  }

  /** Closes idle connections now and busy ones when their request ends. */
  close(): void {
    this.#closed = true
    for (const client of this.#idle.splice(0)) void client.destroy()
  }

  /** Requests under way. */
  get busy(): number {
    return this.#busy.size
  }
}
