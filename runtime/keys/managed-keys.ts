import type { AuditLog } from '../audit/audit-log.ts'
import { parseNetwork } from '../../core/address.ts'
import type { Identity } from '../contracts.ts'
import type { FindKey, KeyEntry } from '../identity/keys.ts'
import type { Gateway } from '../config/gateway.ts'
import { openKeyFile } from './key-file.ts'
import { keyPath } from './key-path.ts'
import type { KeyFile, ManagedKey } from './key-file.ts'
import { errorText } from '../error-text.ts'

/** The managed keys as requests see them: a verified index in memory, which follows its file. */
export interface ManagedKeys extends FindKey {
  /** Another number after each change. */
  readonly generation: number
  /** The file itself, for those who change keys. */
  readonly file: KeyFile
  /** Looks for changes at once, rather than within half a second. */
  readonly refresh: () => void
  readonly close: () => void
}

/** How often the file is asked for changes of other processes: what is revoked is refused within a second. */
const POLL_MS = 500

/** How often unknown keys may make it look at once: whoever sends many of them costs no more than that. */
const LOOK_MS = 20

/** Where changes and trouble are told. */
export interface KeyReports {
  /** `undefined`: another process writes the audit log. */
  readonly audit: AuditLog['record'] | undefined
  readonly warn: (message: string) => void
}

/** The managed keys of a gateway; `undefined` where anyone may come in. Throws `StoreError`. */
export function managedKeys(
  { keys, store }: Pick<Gateway, 'keys' | 'store'>,
  reports: KeyReports,
): ManagedKeys | undefined {
  if (keys === 'open') return undefined
  return followKeys(openKeyFile(store.kind === 'memory' ? ':memory:' : keyPath(store.file)), reports)
}

/** Follows a file of keys: each change is in the index within half a second, and in the audit log once. */
export function followKeys(file: KeyFile, reports: KeyReports): ManagedKeys {
  let generation = file.version()
  let entries = entriesOf(file.list())
  let isCurrent = true
  let lookedMs = performance.now()
  const refresh = (): void => {
    lookedMs = performance.now()
    try {
      const version = file.version()
      if (version !== generation) entries = entriesOf(file.list())
      generation = version
      isCurrent = true
    } catch (error) {
      if (isCurrent)
        reports.warn(`managed keys cannot be read: ${errorText(error)}; those that are known go on`)
      isCurrent = false
    }
  }
  let auditing: Promise<void> = auditChanges(file, reports)
  const poll = setInterval(() => {
    refresh()
    auditing = auditing.then(() => auditChanges(file, reports))
  }, POLL_MS)
  poll.unref()
  return {
    find: (digest) => {
      // One that is not known may have been made a moment ago.
      if (!entries.has(digest) && performance.now() - lookedMs > LOOK_MS) refresh()
      return entries.get(digest)
    },
    get isCurrent() {
      return isCurrent
    },
    get generation() {
      return generation
    },
    file,
    refresh,
    close: () => {
      clearInterval(poll)
      void auditing.finally(() => file.close())
    },
  }
}

/** Writes into the audit log what it does not have yet, by whichever process it was done. */
async function auditChanges(file: KeyFile, { audit, warn }: KeyReports): Promise<void> {
  if (audit === undefined) return
  try {
    const done = file.audited()
    if (done === file.version()) return
    for (const { seq, actor, action, name, after } of file.changesAfter(done)) {
      await audit({ actor, action, after: { key: name, ...after } })
      file.markAudited(seq)
    }
  } catch (error) {
    warn(`changes of keys could not be written into the audit log: ${errorText(error)}`)
  }
}

function entriesOf(keys: readonly ManagedKey[]): ReadonlyMap<string, KeyEntry> {
  const living = keys.filter(({ revokedMs }) => revokedMs === undefined)
  return new Map(
    living.flatMap((key) => key.secrets.map((secret) => [secret.digest, entryOf(key, secret)] as const)),
  )
}

function entryOf(key: ManagedKey, { digest, expiresMs }: ManagedKey['secrets'][number]): KeyEntry {
  return {
    digest: Buffer.from(digest, 'hex'),
    expiresMs: expiresMs ?? Infinity,
    identity: identityOf(key),
    sources: key.sources?.flatMap((text) => parseNetwork(text) ?? []),
  }
}

function identityOf({ name, org, team, project, developer, models, claims = {} }: ManagedKey): Identity {
  return Object.freeze({
    key: name,
    ...(org !== undefined && { org }),
    ...(team !== undefined && { team }),
    ...(project !== undefined && { project }),
    ...(developer !== undefined && { developer }),
    claims,
    models,
  })
}
