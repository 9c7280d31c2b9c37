import { once } from 'node:events'
import type { Log } from '../runtime/log.ts'
import { exitCode } from './exit-code.ts'

/** A supervisor that also passes on what its process group gets sends one wish twice. */
const oneWishMs = 250

const signals = ['SIGTERM', 'SIGINT'] as const

/** Resolves at the first SIGTERM or SIGINT, of either kind. Another one later ends the process at once, with what is left of the log. */
export async function endOfService(log: Pick<Log, 'flush'>): Promise<void> {
  await Promise.race(signals.map((signal) => once(process, signal)))
  const wishedMs = performance.now()
  const again = (): void => {
    if (performance.now() - wishedMs < oneWishMs) return
    void log.flush().then(() => process.exit(exitCode.toolFailure))
  }
  for (const signal of signals) process.on(signal, again)
}
