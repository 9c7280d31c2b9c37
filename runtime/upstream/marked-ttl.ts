import type { CacheTtl } from '../wire/dialect.ts'

/** How long a prompt's own marks ask the provider to keep it; `undefined` where it has none. */
export function markedTtl(parts: readonly Buffer[]): CacheTtl | undefined {
  if (!parts.some((part) => part.includes('"cache_control"'))) return undefined
  return parts.some((part) => part.includes('"ttl":"1h"') || part.includes('"ttl": "1h"')) ? '1h' : '5m'
}
