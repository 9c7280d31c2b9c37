import { parseNetwork } from '../../core/address.ts'
import { digestOf, makeKey } from '../identity/key-format.ts'
import type { KeyFile, KeyHolder, KeySecret, ManagedKey, Who } from './key-file.ts'

/** A key that was made: its secret is shown now, and never again. */
export interface MadeKey {
  readonly name: string
  readonly secret: string
  readonly last4: string
  readonly expiresMs: number | undefined
}

/** A change that was not made, with what to do about it. */
export class KeyProblem extends Error {}

/** There is no such key. */
export class UnknownKey extends KeyProblem {}

/** What makes a key. */
export interface KeySpec extends KeyHolder {
  readonly name: string
  readonly expiresMs?: number | undefined
}

const nameForm = /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/
/** Claims have names of facts; those of the holder's own fields would stand for two things. */
const claimForm = /^[a-z][a-z0-9_]{0,63}$/

/** Makes a key. `taken` are names that keys of gateway.json have. Throws `KeyProblem`. */
export function createKey(file: KeyFile, spec: KeySpec, who: Who, taken: ReadonlySet<string>): MadeKey {
  const { name, expiresMs, ...holder } = spec
  checkSpec(spec, who)
  if (taken.has(name))
    throw new KeyProblem(`gateway.json has a key called ${name}: give this one another name`)
  const same = file.list().find((key) => key.name === name)
  if (same !== undefined) throw new KeyProblem(whyTaken(same, who))
  const secret = makeKey()
  const made = secretOf(secret, expiresMs)
  file.add(name, holder, made, who)
  return { name, secret, last4: made.last4, expiresMs }
}

/** A name stands for one key for ever: the ledger and the audit log go by it. */
function whyTaken({ name, revokedMs, secrets }: ManagedKey, { nowMs }: Who): string {
  if (revokedMs !== undefined) return `${name} was a key that is revoked: give this one another name`
  const expiresMs = secrets.at(-1)?.expiresMs
  return expiresMs !== undefined && expiresMs <= nowMs
    ? `${name} was a key that has expired: give this one another name`
    : `there is a key called ${name}; \`gwc keys rotate ${name}\` gives it a new secret`
}

function checkSpec({ name, models, sources, claims, expiresMs }: KeySpec, { nowMs }: Who): void {
  if (!nameForm.test(name))
    throw new KeyProblem(
      `${JSON.stringify(name)} is no name of a key: letters, digits, \`.\`, \`_\` and \`-\`, at most 64`,
    )
  if (models?.some((glob) => glob === '')) throw new KeyProblem('a model is an id or a glob such as openai/*')
  const source = sources?.find((text) => parseNetwork(text) === undefined)
  if (source !== undefined) throw new KeyProblem(`${source} is no address or network such as 10.0.0.0/8`)
  const claim = Object.keys(claims ?? {}).find((each) => !claimForm.test(each) || ownFields.has(each))
  if (claim !== undefined) throw new KeyProblem(`${JSON.stringify(claim)} is no name of a claim`)
  if (expiresMs !== undefined && expiresMs <= nowMs) throw new KeyProblem('it would expire before it is made')
}

const ownFields = new Set(['key', 'org', 'team', 'project', 'developer', 'models', 'sources', 'name'])

/** Gives a key a new secret; the old ones go on for the overlap. Throws `KeyProblem`. */
export function rotateKey(file: KeyFile, name: string, overlapMs: number, who: Who): MadeKey {
  const key = keyIn(file, name)
  if (key.revokedMs !== undefined) throw new KeyProblem(`${name} is revoked: make another key`)
  const secret = makeKey()
  const expiresMs = key.secrets.at(-1)?.expiresMs
  if (expiresMs !== undefined && expiresMs <= who.nowMs)
    throw new KeyProblem(`${name} has expired: make another key`)
  const made = secretOf(secret, expiresMs)
  file.rotate(name, made, who.nowMs + overlapMs, who)
  return { name, secret, last4: made.last4, expiresMs }
}

/** Ends a key for good. Throws `KeyProblem`. */
export function revokeKey(file: KeyFile, name: string, who: Who): void {
  keyIn(file, name)
  file.revoke(name, who)
}

function keyIn(file: KeyFile, name: string): ManagedKey {
  const key = file.list().find((each) => each.name === name)
  if (key === undefined)
    throw new UnknownKey(`there is no managed key called ${name}; \`gwc keys list\` has them all`)
  return key
}

function secretOf(secret: string, expiresMs: number | undefined): KeySecret {
  return { digest: digestOf(secret).slice('sha256:'.length), last4: secret.slice(-4), expiresMs }
}
