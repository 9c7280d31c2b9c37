import type { Server } from 'node:http'
import type { FrontServer } from './server.ts'

/** Idle keep-alive connections are looked for this often while draining: Node says `keep-alive` on answers that were begun before. */
const SWEEP_MS = 50

/**
 * Ends a server in order: no new connections, idle ones closed, answers under way finished within `graceMs`, then whatever is
 * left destroyed. Resolves to the number of connections that had to be cut.
 */
export async function drain({ server, strict }: FrontServer, graceMs: number): Promise<number> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()))
  const closeIdle = (): void => {
    strict.closeIdle()
    server.closeIdleConnections()
  }
  const sweep = setInterval(closeIdle, SWEEP_MS)
  closeIdle()
  const inTime = await Promise.race([closed.then(() => true), after(graceMs)])
  clearInterval(sweep)
  if (inTime) return 0
  const cut = await connections(server)
  strict.closeAll()
  server.closeAllConnections()
  await closed
  return cut
}

function after(ms: number): Promise<false> {
  return new Promise((resolve) => setTimeout(() => resolve(false), ms).unref())
}

function connections(server: Server): Promise<number> {
  return new Promise((resolve) => server.getConnections((_, count) => resolve(count)))
}
