/** How long a client may take for each thing, in seconds; the same behind both parsers. */
export const patience = { firstRequest: 10, body: 300, nextRequest: 65 } as const

/** An answer that ends a connection gets this long to be read while the client still sends. */
export const HANG_UP_MS = 500

/** What is left of a body that was refused is read up to this, so that the connection serves on; beyond, it is closed. */
export const DRAIN_BYTES_MAX = 1024 * 1024
