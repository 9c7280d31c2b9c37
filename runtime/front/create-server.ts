/**
 * `createServer` of `node:http`. An ES import of that module reads all of its exports, one of which (`WebSocket`) loads
 * the whole of Node's own undici: some 50 ms of each start, for nothing.
 */
export const { createServer } = process.getBuiltinModule('node:http')
