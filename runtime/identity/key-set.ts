import type { CompactJWSHeaderParameters, CryptoKey, FlattenedJWSInput, LocalJWKSet } from 'jose'
import { errorText } from '../error-text.ts'

/** What keys are found with. */
export interface KeySetParts {
  /** Reads the issuer's JSON Web Key Set; rejects where it cannot. */
  readonly load: () => Promise<string>
  /** Makes it searchable; throws where it is none. */
  readonly parse: (text: string) => LocalJWKSet
  /** Milliseconds. */
  readonly clock: () => number
  readonly warn: (message: string) => void
}

/** The public key that a token's header names, or why there is none: nobody has it, or the issuer cannot be asked. */
export type FindPublicKey = (
  header: CompactJWSHeaderParameters,
  token: FlattenedJWSInput,
) => Promise<CryptoKey | 'unknown' | 'unverified'>

/** A key that its issuer took back is believed no longer than this, while the issuer can be asked. */
const AGE_MAX_MS = 600_000
/** How often the issuer is asked at most, whatever tokens name; sooner while there is no key at all. */
const AGAIN_MS = 60_000
const FIRST_AGAIN_MS = 5_000

/** The keys of an issuer: read when the first token comes, again when they are old, and when a token names one that they lack. */
export function keySet({ load, parse, clock, warn }: KeySetParts): FindPublicKey {
  let keys: LocalJWKSet | undefined
  let loadedMs = -Infinity
  let triedMs = -Infinity
  let isReachable = true
  let loading: Promise<void> | undefined

  const read = async (): Promise<void> => {
    triedMs = clock()
    try {
      keys = parse(await load())
      loadedMs = clock()
      isReachable = true
    } catch (error) {
      if (isReachable)
        warn(`the issuer's keys cannot be read: ${errorText(error)}; those that are known go on`)
      isReachable = false
    }
  }
  const refresh = (): Promise<void> =>
    (loading ??= read().finally(() => {
      loading = undefined
    }))
  const mayAsk = (): boolean =>
    loading !== undefined || clock() - triedMs >= (keys === undefined ? FIRST_AGAIN_MS : AGAIN_MS)

  return async (header, token) => {
    if (clock() - loadedMs >= AGE_MAX_MS && mayAsk()) await refresh()
    const known = await find(keys, header, token)
    if (known !== undefined) return known
    if (mayAsk()) await refresh()
    return (await find(keys, header, token)) ?? (isReachable ? 'unknown' : 'unverified')
  }
}

/** A token that names no key is one of several keys' that nobody can tell apart: no key is tried on trial. */
async function find(
  keys: LocalJWKSet | undefined,
  header: CompactJWSHeaderParameters,
  token: FlattenedJWSInput,
): Promise<CryptoKey | undefined> {
  try {
    return await keys?.(header, token)
  } catch {
    return undefined
  }
}
