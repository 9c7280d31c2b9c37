import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Duplex } from 'node:stream'

interface Connection {
  /** Requests whose answers are not done. */
  count: number
  /** The newest of them: where the bytes break off inside a body, it is this one's. */
  newest: IncomingMessage
  /** What waits for the answers before it. */
  afterwards: (() => void) | undefined
}

/** Requests whose answers are still to come, by connection: what is said of broken bytes behind them must not overtake these answers. */
export class InFlight {
  readonly #connections = new WeakMap<Duplex, Connection>()

  /** Counts a request until its answer is done. */
  begin(req: IncomingMessage, res: ServerResponse): void {
    const known = this.#connections.get(req.socket)
    const connection = known ?? { count: 0, newest: req, afterwards: undefined }
    connection.count++
    connection.newest = req
    if (known === undefined) this.#connections.set(req.socket, connection)
    res.on('close', () => end(connection))
  }

  /** Runs `run` once, when every request that had arrived whole is answered. */
  after(socket: Duplex, run: () => void): void {
    const connection = this.#connections.get(socket)
    if (connection === undefined || isIdle(connection)) run()
    else connection.afterwards = run
  }
}

function end(connection: Connection): void {
  connection.count--
  if (!isIdle(connection)) return
  const { afterwards } = connection
  connection.afterwards = undefined
  afterwards?.()
}

/** A request that broke off in its body has no answer to wait for. */
function isIdle({ count, newest }: Connection): boolean {
  return count - (count > 0 && !newest.complete ? 1 : 0) <= 0
}
