import { once } from 'node:events'
import { extname } from 'node:path'
import { Worker } from 'node:worker_threads'
import type { BuiltPolicy, PolicyProviders } from './build-policy.ts'
import type { CompileRequest } from './compile-worker.ts'

/** A compiler that nobody asked for this long ends, and gives its memory back. */
const IDLE_MS = 30_000

/** Compiles policies in a thread of its own, so that no request waits for a compiler. One call at a time. */
export interface PolicyCompiler {
  /** Rejects when the thread breaks. */
  readonly compile: (path: string) => Promise<BuiltPolicy>
}

/** A compiler for the models of these providers; its thread begins with the first call and leaves the process free to end. */
export function startPolicyCompiler(providers: PolicyProviders): PolicyCompiler {
  let worker: Worker | undefined
  let idle: NodeJS.Timeout | undefined
  const end = (): void => {
    void worker?.terminate()
    worker = undefined
  }
  return {
    compile: async (path) => {
      clearTimeout(idle)
      worker ??= openWorker()
      const compiling = worker
      try {
        const answered = once(compiling, 'message') as Promise<[BuiltPolicy]>
        compiling.postMessage({ providers, path } satisfies CompileRequest)
        const [{ built, files }] = await answered
        // What comes from another thread is bytes, and no longer a Buffer.
        return { built: built.ok ? { ok: true, bytes: Buffer.from(built.bytes) } : built, files }
      } catch (error) {
        end()
        throw error
      } finally {
        idle = setTimeout(end, IDLE_MS).unref()
      }
    },
  }
}

function openWorker(): Worker {
  // From source the worker is TypeScript, from the package JavaScript: the same as this file.
  const worker = new Worker(new URL(`./compile-worker${extname(import.meta.filename)}`, import.meta.url))
  worker.unref()
  return worker
}
