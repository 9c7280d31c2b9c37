import type { Gateway } from './config/gateway.ts'
import { missingPolicy, readLastGood, writeLastGood } from './last-good.ts'
import type { Log } from './log.ts'
import { makeSnapshot } from './make-snapshot.ts'
import { keepPolicy, pastTable } from './policy-history.ts'
import type { Snapshot } from './snapshot.ts'
import { SnapshotCell } from './snapshot.ts'
import { loadTable } from './table/load.ts'
import { fingerprint, watchFiles } from './watch-files.ts'
import { readWithdrawn, writeWithdrawn } from './withdrawn.ts'
import { errorText } from './error-text.ts'

/** Where tables come from: a compiler over a policy's files, or a built table that is read. Given by whoever starts the gateway. */
export interface PolicySource {
  /** The table's bytes as of now, or the diagnostics as people read them. Never rejects for a bad policy. */
  readonly build: () => Promise<Built>
  /** Files whose change calls for a build, as of the last build (includes may have come or gone); before the first, those known by name. Absolute paths. */
  readonly files: () => readonly string[]
  /** How often a source without files is asked. */
  readonly everyMs?: number
}

export type Built =
  | { readonly ok: true; readonly bytes: Buffer }
  | { readonly ok: false; readonly message: string }

/** What came of asking for a new policy. */
export type Reloaded =
  | { readonly kind: 'published'; readonly version: string }
  /** The bytes are those that are already obeyed, or those that were withdrawn. */
  | { readonly kind: 'same'; readonly version: string }
  /** What was asked for later is obeyed already. */
  | { readonly kind: 'overtaken'; readonly version: string }
  /** The last good policy stays; `message` says why. */
  | { readonly kind: 'refused'; readonly message: string }

export type Opened =
  /** `seen` goes to `watchPolicy`, so that a change between the two is not missed. */
  | { readonly ok: true; readonly cell: SnapshotCell; readonly seen: string }
  | { readonly ok: false; readonly message: string }

/**
 * The first snapshot: of the policy as it stands, else of its last good table on disk, with a line in the log that nobody can overlook. Fails when
 * there is neither, and when the policy's file is not there at all: a name that was mistyped is no policy that broke.
 */
export async function openPolicy(source: PolicySource, gateway: Gateway, log: Log): Promise<Opened> {
  const seen = fingerprint(source.files())
  const built = await tryBuild(source, gateway)
  const withdrawn = built.ok ? await readWithdrawn(gateway.stateFolder) : undefined
  if (built.ok && built.snapshot.version !== withdrawn) {
    await keepOnDisk(gateway, built.bytes, undefined, log)
    return { ok: true, cell: new SnapshotCell(built.snapshot), seen }
  }
  const missing = built.ok ? undefined : missingPolicy(gateway)
  if (missing !== undefined) return { ok: false, message: missing }
  const kept = await readLastGood(gateway)
  const last = kept === undefined ? undefined : snapshotOf(kept, gateway, 1)
  if (last?.ok === true) {
    tellLastGood(log, last.snapshot.version, built)
    return { ok: true, cell: new SnapshotCell(last.snapshot), seen }
  }
  return built.ok
    ? { ok: true, cell: new SnapshotCell(built.snapshot), seen }
    : { ok: false, message: built.message }
}

function tellLastGood(log: Log, policy: string, built: Ready): void {
  if (built.ok)
    log.warn('the policy was rolled back and has not changed since: the gateway starts with the one before', {
      policy,
      withdrawn: built.snapshot.version,
    })
  else
    log.error('THE POLICY IS BROKEN: the gateway starts with the last good one', {
      policy,
      diagnostics: built.message,
    })
}

/** Who asks for another policy, and how. `files` is nobody: a file, or what is behind a URL, has changed. */
export interface Wish {
  readonly actor: string
  readonly action: 'reload' | 'rollback' | 'promote'
}

/** A wish of what is watched itself. */
export const filesChanged: Wish = { actor: 'files', action: 'reload' }

/** Told of each wish: what came of it, and the version that was obeyed before. */
export type ReloadTold = (result: Reloaded, before: string, wish: Wish) => void

/** Reloads a policy whenever asked and whenever its files change; see `watchPolicy`. */
export interface PolicyWatch {
  /**
   * Builds and publishes now. Calls that come while a build runs share the one that follows it: the newest state of the files wins. A person gets even what was
   * withdrawn.
   */
  readonly reload: (wish?: Wish) => Promise<Reloaded>
  /** Publishes a table as it is, in place of what the sources say; they count again when they change. */
  readonly put: (bytes: Buffer, wish: Wish) => Promise<Reloaded>
  /** The same with a policy of before: a version, its first digits, or by default the one before the current. */
  readonly rollback: (version: string | undefined, actor: string) => Promise<Reloaded>
  /** The version that a rollback or a promotion took out of force, as long as that stands. */
  readonly withdrawn: () => Promise<string | undefined>
  /** Stops watching; a build that runs is no longer published. */
  readonly close: () => void
}

/**
 * Keeps `cell` at the policy that was asked for last. Builds run one after the other, generations only grow, and a bad policy changes nothing but the log. A
 * snapshot in use stays as it is until its last request has ended.
 */
export function watchPolicy(
  source: PolicySource,
  cell: SnapshotCell,
  log: Log,
  seen?: string,
  told?: ReloadTold,
): PolicyWatch {
  const reloader = new Reloader(source, cell, log, told)
  const changed = (): void => void reloader.reload(filesChanged)
  const watch = watchFiles(() => source.files(), changed, seen)
  const poll = source.everyMs === undefined ? undefined : setInterval(changed, source.everyMs).unref()
  return {
    reload: async (wish = filesChanged) => reloader.reload(wish),
    put: async (bytes, wish) => reloader.put(bytes, wish),
    rollback: async (version, actor) => {
      const bytes = await pastTable(cell.current.gateway.stateFolder, version)
      return bytes === undefined ? noPast(version) : reloader.put(bytes, { actor, action: 'rollback' })
    },
    withdrawn: async () => reloader.withdrawn(),
    close: () => {
      clearInterval(poll)
      watch.close()
      reloader.close()
    },
  }
}

function noPast(version: string | undefined): Reloaded {
  const what =
    version === undefined
      ? 'there is no policy before this one'
      : `no policy kept here begins with ${version}`
  return { kind: 'refused', message: `${what}; \`gwc rollback --list\` lists those that are kept` }
}

class Reloader {
  readonly #source: PolicySource
  readonly #cell: SnapshotCell
  readonly #log: Log
  readonly #told: ReloadTold | undefined
  #running: Promise<Reloaded> | undefined
  #next: Promise<Reloaded> | undefined
  #closed = false
  /** Counts what was asked for. INVARIANT: nothing is published after something that was asked for later. */
  #asked = 0
  /** The number of the newest reload. */
  #reload = 0
  /** The number of the newest table that was put. */
  #put = 0
  /** Who asked for it, and the number of the newest that a person asked for: what nobody asked for leaves alone what is withdrawn. */
  #wish = filesChanged
  #person = 0
  #withdrawn: Promise<string | undefined>
  #keeping: Promise<void> = Promise.resolve()
  /** What was said last of a policy that is still refused: a list of files that changed with it must not say it twice. */
  #said: string | undefined

  constructor(source: PolicySource, cell: SnapshotCell, log: Log, told: ReloadTold | undefined) {
    this.#source = source
    this.#cell = cell
    this.#log = log
    this.#told = told
    this.#withdrawn = readWithdrawn(cell.current.gateway.stateFolder)
  }

  /** INVARIANT: at most one build runs and one waits; the one that waits has not looked at the files yet, so it serves every call until it starts. */
  async reload(wish: Wish): Promise<Reloaded> {
    this.#reload = this.#asked += 1
    this.#wish = wish
    if (wish !== filesChanged) this.#person = this.#asked
    if (this.#next !== undefined) return this.#next
    if (this.#running === undefined) return this.#start()
    this.#next = this.#running.then(async () => {
      this.#next = undefined
      return this.#start()
    })
    return this.#next
  }

  /** Without a wait between the asking and the publishing, so that nothing can come between. */
  async put(bytes: Buffer, wish: Wish): Promise<Reloaded> {
    const before = this.#cell.current.version
    const result = await this.#obey(bytes)
    this.#told?.(result, before, wish)
    return result
  }

  async #obey(bytes: Buffer): Promise<Reloaded> {
    const number = (this.#asked += 1)
    const { gateway, generation, version } = this.#cell.current
    const ready = snapshotOf(bytes, gateway, generation + 1)
    if (!ready.ok) return { kind: 'refused', message: ready.message }
    this.#put = number
    const put = ready.snapshot.version
    if (put === version) return { kind: 'same', version }
    // What the sources compile to is withdrawn as long as they do.
    this.#withdrawn = this.#withdrawn.then((before = version) => (before === put ? undefined : before))
    return this.#publish(ready, version)
  }

  async withdrawn(): Promise<string | undefined> {
    const version = await this.#withdrawn
    return version === this.#cell.current.version ? undefined : version
  }

  close(): void {
    this.#closed = true
  }

  async #start(): Promise<Reloaded> {
    const running = this.#once().finally(() => {
      if (this.#running === running) this.#running = undefined
    })
    this.#running = running
    return running
  }

  async #once(): Promise<Reloaded> {
    const { version } = this.#cell.current
    const wish = this.#wish
    const result = await this.#build()
    this.#told?.(result, version, wish)
    return result
  }

  async #build(): Promise<Reloaded> {
    const number = this.#reload
    const built = await tryBuild(
      this.#source,
      this.#cell.current.gateway,
      () => this.#cell.current.generation + 1,
    )
    const withdrawn = await this.#withdrawn
    const { version } = this.#cell.current
    if (number < this.#put) return { kind: 'overtaken', version }
    if (!built.ok) return this.#refuse(built.message)
    this.#said = undefined
    const isWithdrawn = built.snapshot.version === withdrawn && this.#person < this.#put
    if (built.snapshot.version === version || isWithdrawn) return { kind: 'same', version }
    this.#withdrawn = Promise.resolve(undefined)
    return this.#publish(built, version)
  }

  async #publish({ snapshot, bytes }: Extract<Ready, { ok: true }>, before: string): Promise<Reloaded> {
    if (this.#closed || !this.#cell.publish({ ...snapshot, generation: this.#cell.current.generation + 1 }))
      return { kind: 'refused', message: 'the gateway is closing' }
    this.#log.info('the policy was replaced', { policy: snapshot.version, before })
    const withdrawn = this.#withdrawn
    // One after the other, so that the disk ends with the policy that the memory ends with.
    this.#keeping = this.#keeping.then(async () =>
      keepOnDisk(snapshot.gateway, bytes, await withdrawn, this.#log),
    )
    await this.#keeping
    return { kind: 'published', version: snapshot.version }
  }

  #refuse(message: string): Reloaded {
    if (this.#said === message) return { kind: 'refused', message }
    this.#said = message
    this.#log.error('the new policy was refused; the one before it stays', {
      policy: this.#cell.current.version,
      diagnostics: message,
    })
    return { kind: 'refused', message }
  }
}

// ---------------------------------------------------------------------------------------------- from bytes to snapshot

type Ready =
  | { readonly ok: true; readonly snapshot: Snapshot; readonly bytes: Buffer }
  | { readonly ok: false; readonly message: string }

async function tryBuild(source: PolicySource, gateway: Gateway, generation = () => 1): Promise<Ready> {
  try {
    const built = await source.build()
    return built.ok ? snapshotOf(built.bytes, gateway, generation()) : built
  } catch (error) {
    return {
      ok: false,
      message: `the policy could not be built: ${errorText(error)}`,
    }
  }
}

/** A snapshot of a table's bytes, as `gateway` would obey it; refused with the reason where it would not. */
export function snapshotOf(bytes: Buffer, gateway: Gateway, generation: number): Ready {
  const loaded = loadTable(bytes)
  if (!loaded.ok) return loaded
  const made = makeSnapshot(loaded.table, gateway, generation)
  return made.ok ? { ok: true, snapshot: made.snapshot, bytes } : made
}

/** Keeps the policy that is obeyed for the next start, and for a way back. */
async function keepOnDisk(
  gateway: Gateway,
  bytes: Buffer,
  withdrawn: string | undefined,
  log: Log,
): Promise<void> {
  const { stateFolder } = gateway
  const problem = await writeLastGood(gateway, bytes)
  if (problem !== undefined)
    return log.warn('the last good policy could not be kept on disk', { folder: stateFolder, problem })
  try {
    await writeWithdrawn(stateFolder, withdrawn)
    await keepPolicy(stateFolder, bytes)
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown error'
    log.warn('the policy could not be kept on disk for a rollback', { folder: stateFolder, problem: code })
  }
}
