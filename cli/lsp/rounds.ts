import type { LoadedPolicy } from './load-policy.ts'
import type { Publish } from './publisher.ts'
import type { Session } from './session.ts'

/** How long the keyboard rests before the analyses are asked, in milliseconds. Syntax, names and types do not wait. */
const restMs = 200

/**
 * Findings come in two rounds: what checking says, as soon as the edits that are here are taken in; and what the
 * analyses prove, once the keyboard rests.
 */
export interface Rounds {
  /** Something changed. */
  readonly begin: () => void
  /** Tells the editor all that is known now. */
  readonly tell: () => void
}

/** Rounds over the policies of a session; `prove` asks for what takes longer. */
export function openRounds(
  session: Session,
  publish: Publish,
  prove: (policy: LoadedPolicy) => void,
): Rounds {
  const unproved = new Map<string, LoadedPolicy>()
  const proveAll = timer(restMs, () => {
    for (const policy of unproved.values()) prove(policy)
    unproved.clear()
  })
  const tell = (): void => {
    const { policies, changed } = session.refresh()
    publish(policies)
    for (const { loaded } of changed) unproved.set(loaded.root, loaded)
    if (unproved.size > 0) proveAll()
  }
  return { begin: timer(0, tell), tell }
}

/** Calls once, that long after it was last asked to. */
function timer(ms: number, call: () => void): () => void {
  let running: NodeJS.Timeout | undefined
  return () => {
    clearTimeout(running)
    running = setTimeout(call, ms)
  }
}
