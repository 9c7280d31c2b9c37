import { healthOf } from '../upstream/health.ts'
import type { ProviderState } from '../upstream/target.ts'
import { bareUrl } from './bare-url.ts'
import type { ProviderStatus } from './status.ts'

/** How providers fare at `nowMs` of the deadline clock. */
export function statusesOf(running: Iterable<ProviderState>, nowMs: number): readonly ProviderStatus[] {
  return [...running].map((provider) => {
    const { name, dialect, baseUrl } = provider.config
    return { name, dialect, baseUrl: bareUrl(baseUrl), accounts: healthOf(provider, nowMs) }
  })
}
