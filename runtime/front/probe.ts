/** When something is written to a client that ended its side: the first is answered by a reset where nobody is left, the next one meets it. */
const PROBES_MS = [10, 50, 250]

/** Whether somebody is still there to be written to, and what is written. */
export interface Probed {
  /** False when there is nothing more to find out: the answer has ended, or the client is gone. */
  probe(): boolean
}

/**
 * A client that ends its side has left, or waits for its answer (RFC 9112, 9.6), and only a write tells. Some clients (Go's) take
 * five interim answers at most, so there are four probes.
 */
export function probe(probed: Probed): void {
  if (!probed.probe()) return
  for (const ms of PROBES_MS) setTimeout(() => void probed.probe(), ms).unref()
}
