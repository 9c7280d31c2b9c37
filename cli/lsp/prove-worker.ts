import { parentPort } from 'node:worker_threads'
import { prove } from '../../compiler/editor/prove.ts'
import type { GatewayProviders } from '../../core/catalogue.ts'
import { catalogueFor } from './load-policy.ts'

/** What the other thread asks for: a policy as values. The catalogue is made here, as it is large and both have it. */
export interface ProofRequest {
  readonly id: number
  readonly root: string
  readonly sources: ReadonlyMap<string, string>
  readonly providers: GatewayProviders | undefined
  readonly asOf: string
}

parentPort?.on('message', ({ id, root, sources, providers, asOf }: ProofRequest) => {
  const catalogue = catalogueFor(providers)
  const served = providers === undefined ? undefined : catalogue.providers
  const proof = prove({ root, sources, catalogue, providers: served, asOf })
  parentPort?.postMessage({ id, proof })
})
