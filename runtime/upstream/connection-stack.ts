import type { OpenSocket } from './connect.ts'
import { Connection } from './http/connection.ts'
import type { Origin } from './http/origin.ts'

/** Idle connections kept per origin; beyond, the oldest would only hold closed sockets. */
const IDLE_MAX = 1024
const SWEEP_MS = 1_000

interface Idle {
  readonly connection: Connection
  readonly sinceMs: number
}

/** The connections to one origin: a stack of idle ones, newest first, so that few stay warm and the rest time out. One request at a time on each. */
export class ConnectionStack {
  readonly #origin: Origin
  readonly #openSocket: OpenSocket
  #idle: Idle[] = []
  #sweeper: NodeJS.Timeout | undefined
  #isClosed = false

  constructor(origin: Origin, openSocket: OpenSocket) {
    this.#origin = origin
    this.#openSocket = openSocket
  }

  /** A connection for one request; give it back when that has ended. */
  take(): Connection {
    for (let last = this.#idle.pop(); last !== undefined; last = this.#idle.pop())
      if (last.connection.isOpen) return last.connection
    return new Connection(this.#origin, this.#openSocket)
  }

  /** Takes back a connection whose request has ended, well or not. A closed one is forgotten. */
  give(connection: Connection): void {
    if (!connection.isOpen) return
    if (this.#isClosed || this.#idle.length >= IDLE_MAX) return connection.destroy()
    this.#idle.push({ connection, sinceMs: performance.now() })
    this.#sweeper ??= setInterval(() => this.#sweep(), SWEEP_MS).unref()
  }

  /** Closes idle connections now and busy ones when their request ends. */
  close(): void {
    this.#isClosed = true
    for (const { connection } of this.#idle) connection.destroy()
    this.#idle = []
    this.#rest()
  }

  /** Closes what has been idle for too long, and forgets what the provider closed. */
  #sweep(): void {
    const nowMs = performance.now()
    this.#idle = this.#idle.filter(({ connection, sinceMs }) => {
      if (connection.isOpen && nowMs - sinceMs >= connection.idleMs) connection.destroy()
      return connection.isOpen
    })
    if (this.#idle.length === 0) this.#rest()
  }

  #rest(): void {
    clearInterval(this.#sweeper)
    this.#sweeper = undefined
  }
}
