import { parentPort } from 'node:worker_threads'
import { buildPolicy, type BuiltPolicy, type PolicyProviders } from './build-policy.ts'

/** What the gateway's thread asks for. */
export interface CompileRequest {
  readonly providers: PolicyProviders
  readonly path: string
}

parentPort?.on('message', ({ providers, path }: CompileRequest) => {
  const compiled: BuiltPolicy = buildPolicy(providers, path)
  parentPort?.postMessage(compiled)
})
