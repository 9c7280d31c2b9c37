import { hash, timingSafeEqual } from 'node:crypto'
import type { StaticKey } from '../../schemas/generated/gateway.ts'
import type { Network } from '../../core/address.ts'
import type { Identity } from '../contracts.ts'
import { credentialOf } from './credentials.ts'
import { keyShape } from './key-format.ts'

export type Identified =
  | { readonly ok: true; readonly identity: Identity; readonly sources: KeyEntry['sources'] }
  /**
   * `conflicting` is a malformed request (400), `unverified` our own trouble (503); all else is a 401. `message` is one sentence
   * for the client.
   */
  | {
      readonly ok: false
      readonly reason: 'missing' | 'malformed' | 'conflicting' | 'unknown' | 'expired' | 'unverified'
      readonly message: string
    }

/** The known keys, by digest. */
export interface KeyIndex {
  /** Who asks, by the request's raw headers (name, value, name, value …) and the keys that are managed elsewhere. Never throws. */
  readonly identify: (
    rawHeaders: readonly string[],
    nowMs: number,
    queryKey?: string,
    managed?: FindKey,
  ) => Identified
  /** How many keys are known; 0 for an open gateway. */
  readonly size: number
}

/** A secret that lets somebody in. */
export interface KeyEntry {
  readonly digest: Buffer
  readonly expiresMs: number
  readonly identity: Identity
  /** Where it may come from; `undefined` = anywhere. */
  readonly sources: readonly Network[] | undefined
}

/** Keys that are managed while the gateway runs. */
export interface FindKey {
  /** By a secret's digest in hexadecimal. */
  readonly find: (digest: string) => KeyEntry | undefined
  /** Whether all of them are known: else a key that is not found may be a new one. */
  readonly isCurrent: boolean
}

/** Who everybody is where `"keys": "open"`: each identity fact is `anonymous`, so that budgets apply to it. */
export const anonymous: Identity = {
  key: 'anonymous',
  org: 'anonymous',
  team: 'anonymous',
  project: 'anonymous',
  developer: 'anonymous',
  claims: {},
  models: undefined,
}

/** Of whom nothing is known. */
export const nobody: Identity = { key: '', claims: {}, models: undefined }

/** The index of a gateway's keys. */
export function keyIndex(keys: 'open' | readonly StaticKey[]): KeyIndex {
  if (keys === 'open')
    return { identify: () => ({ ok: true, identity: anonymous, sources: undefined }), size: 0 }
  const entries = new Map(keys.map((key) => [key.digest.slice('sha256:'.length), entryOf(key)]))
  return {
    identify: (rawHeaders, nowMs, queryKey, managed) =>
      identify(rawHeaders, queryKey, (key) => holderOf(entries, managed, key, nowMs)),
    size: entries.size,
  }
}

function entryOf(key: StaticKey): KeyEntry {
  const digest = Buffer.from(key.digest.slice('sha256:'.length), 'hex')
  return {
    digest,
    expiresMs: key.expires === undefined ? Infinity : Date.parse(key.expires),
    identity: identityOf(key),
    sources: undefined,
  }
}

/** What logs call a key: its name, else the first digits of its digest. */
export function nameOf({ name, digest }: StaticKey): string {
  return name ?? digest.slice('sha256:'.length).slice(0, 8)
}

/** What a static key says of its holder; what the schema does not name is a claim. */
export function identityOf(key: StaticKey): Identity {
  const {
    digest: _digest,
    name: _name,
    org,
    team,
    project,
    developer,
    models,
    expires: _expires,
    ...rest
  } = key
  const claims = Object.fromEntries(
    Object.entries(rest).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  )
  const named = {
    ...(org && { org }),
    ...(team && { team }),
    ...(project && { project }),
    ...(developer && { developer }),
  }
  return Object.freeze({ key: nameOf(key), ...named, claims, models })
}

function identify(
  rawHeaders: readonly string[],
  queryKey: string | undefined,
  holder: (key: string) => Identified,
): Identified {
  const credential = credentialOf(rawHeaders, queryKey)
  switch (credential.kind) {
    case 'none':
      return refuse('missing', `This gateway wants a key: send it as ${headersOfAKey}.`)
    case 'conflict':
      return refuse('conflicting', 'The request carries two different keys; send one.')
    case 'malformed':
      return refuse(
        'malformed',
        `The header \`${credential.header}\` holds no key; send it as ${headersOfAKey}.`,
      )
    case 'one':
      return holder(credential.key)
  }
}

/** As clients of each dialect send it. */
const headersOfAKey =
  "`Authorization: Bearer KEY` (or `x-api-key`, as Anthropic's clients do, or `x-goog-api-key`, as Google's)"

/** The digest finds the entry; the comparison takes the same time wherever two digests differ. */
function holderOf(
  entries: ReadonlyMap<string, KeyEntry>,
  managed: FindKey | undefined,
  key: string,
  nowMs: number,
): Identified {
  const digest = hash('sha256', key, 'hex')
  const entry = entries.get(digest) ?? managed?.find(digest)
  if (entry === undefined || !timingSafeEqual(entry.digest, Buffer.from(digest, 'hex')))
    return managed?.isCurrent === false ? unverified : unknown(key)
  if (nowMs >= entry.expiresMs)
    return refuse('expired', 'This key has expired; ask whoever gave it to you for a new one.')
  return { ok: true, identity: entry.identity, sources: entry.sources }
}

const unverified = refuse(
  'unverified',
  'The store of keys does not answer, so this key cannot be checked. Send the request again shortly.',
)

function unknown(key: string): Identified {
  const typo = keyShape(key) === 'typo' ? ' It looks mistyped: its checksum does not fit.' : ''
  return refuse('unknown', `This gateway does not know the key.${typo}`)
}

function refuse(reason: Extract<Identified, { ok: false }>['reason'], message: string): Identified {
  return { ok: false, reason, message }
}
