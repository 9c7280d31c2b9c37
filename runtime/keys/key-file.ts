import type { DatabaseSync } from 'node:sqlite'
import { openDatabase } from '../store/open-database.ts'

/** What a managed key says of its holder. An absent field is a missing fact. */
export interface KeyHolder {
  readonly org?: string
  readonly team?: string
  readonly project?: string
  readonly developer?: string
  /** Globs of models that it may ask for; absent = all. */
  readonly models?: readonly string[]
  /** Addresses (CIDR) from which it may come; absent = any. */
  readonly sources?: readonly string[]
  /** Further claims, such as an amount that a budget takes from the key. */
  readonly claims?: Readonly<Record<string, string>>
}

/** A managed key without its secret. Instants are milliseconds since 1970. */
export interface ManagedKey extends KeyHolder {
  /** What logs, budgets and the cache know it by; stays when its secret changes. */
  readonly name: string
  readonly createdMs: number
  readonly revokedMs: number | undefined
  readonly secrets: readonly KeySecret[]
}

/** One secret of a key: two while a rotation overlaps. */
export interface KeySecret {
  /** SHA-256 of the whole secret, hexadecimal. The secret itself is stored nowhere. */
  readonly digest: string
  /** Its last characters, to tell which one somebody holds. */
  readonly last4: string
  readonly expiresMs: number | undefined
}

/** A change of the keys, for the audit log. */
export interface KeyChange {
  readonly seq: number
  readonly atMs: number
  readonly actor: string
  readonly action: 'key_create' | 'key_rotate' | 'key_revoke'
  readonly name: string
  /** What it became, without secrets or digests. */
  readonly after: Readonly<Record<string, string>>
}

/** The file of managed keys. Several processes may have it open: the gateway, and whoever runs `gwc keys`. */
export interface KeyFile {
  readonly list: () => readonly ManagedKey[]
  readonly add: (name: string, holder: KeyHolder, secret: KeySecret, change: Who) => void
  /** Adds a secret; those before it end at `oldEndMs`, unless they end sooner. */
  readonly rotate: (name: string, secret: KeySecret, oldEndMs: number, change: Who) => void
  readonly revoke: (name: string, change: Who) => void
  readonly changesAfter: (seq: number) => readonly KeyChange[]
  /** The last change that the audit log has. */
  readonly audited: () => number
  readonly markAudited: (seq: number) => void
  /** Another number after each change, by whichever process. */
  readonly version: () => number
  readonly close: () => void
}

/** Who changes something, and when. */
export interface Who {
  readonly actor: string
  readonly nowMs: number
}

const migrations = [
  `CREATE TABLE keys (
     name TEXT PRIMARY KEY, holder TEXT NOT NULL, created_ms INTEGER NOT NULL, revoked_ms INTEGER
   ) STRICT;
   CREATE TABLE secrets (
     digest TEXT PRIMARY KEY, name TEXT NOT NULL REFERENCES keys (name), last4 TEXT NOT NULL, expires_ms INTEGER
   ) STRICT;
   CREATE TABLE changes (
     seq INTEGER PRIMARY KEY AUTOINCREMENT, at_ms INTEGER NOT NULL, actor TEXT NOT NULL, action TEXT NOT NULL,
     name TEXT NOT NULL, after TEXT NOT NULL
   ) STRICT;
   CREATE TABLE audited (seq INTEGER NOT NULL) STRICT;
   INSERT INTO audited VALUES (0)`,
]

/** Opens the file of managed keys, or one in memory. Throws `StoreError` where it cannot be used. */
export function openKeyFile(file: string): KeyFile {
  const database = openDatabase(file, 'power', migrations)
  return {
    list: () => listKeys(database),
    add: (name, holder, secret, who) =>
      inTransaction(database, () => {
        database
          .prepare('INSERT INTO keys VALUES (?, ?, ?, NULL)')
          .run(name, JSON.stringify(holder), who.nowMs)
        addSecret(database, name, secret)
        note(database, who, 'key_create', name, shown(holder, secret))
      }),
    rotate: (name, secret, oldEndMs, who) =>
      inTransaction(database, () => {
        database
          .prepare('UPDATE secrets SET expires_ms = min(ifnull(expires_ms, ?1), ?1) WHERE name = ?2')
          .run(oldEndMs, name)
        addSecret(database, name, secret)
        note(database, who, 'key_rotate', name, { last4: secret.last4, oldEnds: instant(oldEndMs) })
      }),
    revoke: (name, who) =>
      inTransaction(database, () => {
        database
          .prepare('UPDATE keys SET revoked_ms = ? WHERE name = ? AND revoked_ms IS NULL')
          .run(who.nowMs, name)
        note(database, who, 'key_revoke', name, {})
      }),
    changesAfter: (seq) => changesAfter(database, seq),
    audited: () => numberOf(database, 'SELECT seq AS n FROM audited'),
    markAudited: (seq) => void database.prepare('UPDATE audited SET seq = ?').run(seq),
    version: () => numberOf(database, 'SELECT ifnull(max(seq), 0) AS n FROM changes'),
    close: () => {
      if (database.isOpen) database.close()
    },
  }
}

function inTransaction(database: DatabaseSync, work: () => void): void {
  database.exec('BEGIN IMMEDIATE')
  try {
    work()
    database.exec('COMMIT')
  } catch (error) {
    database.exec('ROLLBACK')
    throw error
  }
}

function addSecret(database: DatabaseSync, name: string, { digest, last4, expiresMs }: KeySecret): void {
  database.prepare('INSERT INTO secrets VALUES (?, ?, ?, ?)').run(digest, name, last4, expiresMs ?? null)
}

function note(
  database: DatabaseSync,
  { actor, nowMs }: Who,
  action: KeyChange['action'],
  name: string,
  after: KeyChange['after'],
): void {
  database
    .prepare('INSERT INTO changes (at_ms, actor, action, name, after) VALUES (?, ?, ?, ?, ?)')
    .run(nowMs, actor, action, name, JSON.stringify(after))
}

const instant = (ms: number): string => new Date(ms).toISOString()

function shown({ claims, ...holder }: KeyHolder, { last4, expiresMs }: KeySecret): KeyChange['after'] {
  const fields = Object.entries({ ...claims, ...holder }).map(([name, value]) => [name, String(value)])
  const expires = expiresMs === undefined ? {} : { expires: instant(expiresMs) }
  return { ...(Object.fromEntries(fields) as KeyChange['after']), last4, ...expires }
}

interface KeyRow {
  readonly name: string
  readonly holder: string
  readonly created_ms: number
  readonly revoked_ms: number | null
}

interface SecretRow {
  readonly name: string
  readonly digest: string
  readonly last4: string
  readonly expires_ms: number | null
}

function listKeys(database: DatabaseSync): readonly ManagedKey[] {
  const keys = database.prepare('SELECT * FROM keys ORDER BY created_ms, name').all() as unknown as KeyRow[]
  const secrets = database.prepare('SELECT * FROM secrets ORDER BY rowid').all() as unknown as SecretRow[]
  const byName = Map.groupBy(secrets, ({ name }) => name)
  return keys.map(({ name, holder, created_ms, revoked_ms }) => ({
    ...(JSON.parse(holder) as KeyHolder),
    name,
    createdMs: created_ms,
    revokedMs: revoked_ms ?? undefined,
    secrets: (byName.get(name) ?? []).map(({ digest, last4, expires_ms }) => ({
      digest,
      last4,
      expiresMs: expires_ms ?? undefined,
    })),
  }))
}

interface ChangeRow {
  readonly seq: number
  readonly at_ms: number
  readonly actor: string
  readonly action: KeyChange['action']
  readonly name: string
  readonly after: string
}

function changesAfter(database: DatabaseSync, seq: number): readonly KeyChange[] {
  const rows = database.prepare('SELECT * FROM changes WHERE seq > ? ORDER BY seq').all(seq)
  return (rows as unknown as ChangeRow[]).map(({ at_ms, after, ...row }) => ({
    ...row,
    atMs: at_ms,
    after: JSON.parse(after) as KeyChange['after'],
  }))
}

function numberOf(database: DatabaseSync, query: string): number {
  return (database.prepare(query).get() as { readonly n: number }).n
}
