import { extname } from 'node:path'
import { Worker } from 'node:worker_threads'
import type { Proof } from '../../compiler/editor/prove.ts'
import type { LoadedPolicy } from './load-policy.ts'
import type { ProofRequest } from './prove-worker.ts'

/** Proves policies in a thread of its own, one after the other, so that no keystroke waits for a proof. */
export interface Prover {
  /** Asks for the proof of a policy as it is now. An earlier request for it that has not begun is forgotten. */
  readonly ask: (policy: LoadedPolicy) => void
  readonly close: () => void
}

/** `proved` hears each answer, with the policy as it was asked for; `undefined` while the policy does not check. */
export function startProver(
  proved: (policy: LoadedPolicy, proof: Proof | undefined) => void,
  failed: (error: Error) => void,
): Prover {
  const waiting = new Map<string, LoadedPolicy>()
  let current: LoadedPolicy | undefined
  let worker: Worker | undefined
  let id = 0
  const next = (): void => {
    const [policy] = waiting.values()
    if (current !== undefined || policy === undefined) return
    waiting.delete(policy.root)
    current = policy
    worker ??= open()
    worker.postMessage(requestOf(policy, ++id))
  }
  const end = (): LoadedPolicy | undefined => {
    const done = current
    current = undefined
    return done
  }
  const open = (): Worker => {
    // From source the worker is TypeScript, from the package JavaScript: the same as this file.
    const file = new URL(`./prove-worker${extname(import.meta.filename)}`, import.meta.url)
    const started = new Worker(file)
    started.unref()
    started.on('message', ({ proof }: { readonly proof: Proof | undefined }) => {
      const policy = end()
      if (policy !== undefined) proved(policy, proof)
      next()
    })
    started.on('error', (error) => {
      worker = undefined
      end()
      failed(error instanceof Error ? error : new Error(String(error)))
      next()
    })
    return started
  }
  return {
    ask(policy) {
      waiting.set(policy.root, policy)
      next()
    },
    close: () => void worker?.terminate(),
  }
}

const requestOf = ({ input, providers }: LoadedPolicy, id: number): ProofRequest => ({
  id,
  root: input.root,
  sources: input.sources,
  providers,
  asOf: input.asOf,
})
