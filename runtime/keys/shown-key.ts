import type { ManagedKey } from './key-file.ts'

/** A key as lists show it: no digest, no secret. */
export interface ShownKey extends Omit<ManagedKey, 'createdMs' | 'revokedMs' | 'secrets'> {
  /** RFC 3339, as all instants here. */
  readonly created: string
  readonly revoked?: string
  readonly secrets: readonly { readonly last4: string; readonly expires?: string }[]
}

/** A key for people and programs that manage it. */
export function shownKey({ createdMs, revokedMs, secrets, ...key }: ManagedKey): ShownKey {
  return {
    ...key,
    created: instant(createdMs),
    ...(revokedMs === undefined ? {} : { revoked: instant(revokedMs) }),
    secrets: secrets.map(({ last4, expiresMs }) => ({
      last4,
      ...(expiresMs === undefined ? {} : { expires: instant(expiresMs) }),
    })),
  }
}

const instant = (ms: number): string => new Date(ms).toISOString()
