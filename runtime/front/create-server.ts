import type { Server, ServerOptions } from 'node:https'

/**
 * `createServer` of `node:http`. An ES import of that module reads all of its exports, one of which (`WebSocket`) loads
 * the whole of Node's own undici: some 50 ms of each start, for nothing.
 */
export const { createServer } = process.getBuiltinModule('node:http')

/** The same of `node:https`, which is loaded only by who listens with TLS. */
export function createSecureServer(options: ServerOptions): Server {
  return process.getBuiltinModule('node:https').createServer(options)
}
