import type { Gateway } from './config/gateway.ts'
import { readLastGood, writeLastGood } from './last-good.ts'
import type { Log } from './log.ts'
import { makeSnapshot } from './make-snapshot.ts'
import type { Snapshot } from './snapshot.ts'
import { SnapshotCell } from './snapshot.ts'
import { loadTable } from './table/load.ts'
import { fingerprint, watchFiles } from './watch-files.ts'

/** Where tables come from: a compiler over a policy's files, or a built table that is read. Given by whoever starts the gateway. */
export interface PolicySource {
  /** The table's bytes as of now, or the diagnostics as people read them. Never rejects for a bad policy. */
  readonly build: () => Promise<Built>
  /** Files whose change calls for a build, as of the last build (includes may have come or gone); before the first, those known by name. Absolute paths. */
  readonly files: () => readonly string[]
}

export type Built =
  | { readonly ok: true; readonly bytes: Buffer }
  | { readonly ok: false; readonly message: string }

/** What came of asking for a new policy. */
export type Reloaded =
  | { readonly kind: 'published'; readonly version: string }
  /** The bytes are those that are already obeyed. */
  | { readonly kind: 'same'; readonly version: string }
  /** The last good policy stays; `message` says why. */
  | { readonly kind: 'refused'; readonly message: string }

export type Opened =
  /** `seen` goes to `watchPolicy`, so that a change between the two is not missed. */
  | { readonly ok: true; readonly cell: SnapshotCell; readonly seen: string }
  | { readonly ok: false; readonly message: string }

/**
 * The first snapshot: of the policy as it stands, else of the last good table on disk, with a line in the log that nobody can overlook. Fails only
 * when there is neither.
 */
export async function openPolicy(source: PolicySource, gateway: Gateway, log: Log): Promise<Opened> {
  const seen = fingerprint(source.files())
  const built = await tryBuild(source, gateway, 1)
  if (built.ok) {
    await keepLastGood(gateway, built.bytes, log)
    return { ok: true, cell: new SnapshotCell(built.snapshot), seen }
  }
  const kept = await readLastGood(gateway.stateFolder)
  const last = kept === undefined ? undefined : snapshotOf(kept, gateway, 1)
  if (last === undefined || !last.ok) return { ok: false, message: built.message }
  log.error('THE POLICY IS BROKEN: the gateway starts with the last good one', {
    policy: last.snapshot.version,
    diagnostics: built.message,
  })
  return { ok: true, cell: new SnapshotCell(last.snapshot), seen }
}

/** Told of each reload: what came of it, and the version that was obeyed before. */
export type ReloadTold = (result: Reloaded, before: string) => void

/** Reloads a policy whenever asked and whenever its files change; see `watchPolicy`. */
export interface PolicyWatch {
  /** Builds and publishes now. Calls that come while a build runs share the one that follows it: the newest state of the files wins. */
  readonly reload: () => Promise<Reloaded>
  /** Stops watching; a build that runs is no longer published. */
  readonly close: () => void
}

/**
 * Keeps `cell` at the newest good policy. Builds run one after the other, generations only grow, and a bad policy changes nothing but the log. A snapshot in
 * use stays as it is until its last request has ended.
 */
export function watchPolicy(
  source: PolicySource,
  cell: SnapshotCell,
  log: Log,
  seen?: string,
  told?: ReloadTold,
): PolicyWatch {
  const reloader = new Reloader(source, cell, log, told)
  const watch = watchFiles(
    () => source.files(),
    () => void reloader.reload(),
    seen,
  )
  return {
    reload: async () => reloader.reload(),
    close: () => {
      watch.close()
      reloader.close()
    },
  }
}

class Reloader {
  readonly #source: PolicySource
  readonly #cell: SnapshotCell
  readonly #log: Log
  readonly #told: ReloadTold | undefined
  #running: Promise<Reloaded> | undefined
  #next: Promise<Reloaded> | undefined
  #closed = false
  /** What was said last of a policy that is still refused: a list of files that changed with it must not say it twice. */
  #said: string | undefined

  constructor(source: PolicySource, cell: SnapshotCell, log: Log, told: ReloadTold | undefined) {
    this.#source = source
    this.#cell = cell
    this.#log = log
    this.#told = told
  }

  /** INVARIANT: at most one build runs and one waits; the one that waits has not looked at the files yet, so it serves every call until it starts. */
  async reload(): Promise<Reloaded> {
    if (this.#next !== undefined) return this.#next
    if (this.#running === undefined) return this.#start()
    this.#next = this.#running.then(async () => {
      this.#next = undefined
      return this.#start()
    })
    return this.#next
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
    const before = this.#cell.current.version
    const result = await this.#build()
    this.#told?.(result, before)
    return result
  }

  async #build(): Promise<Reloaded> {
    const { gateway, generation, version } = this.#cell.current
    const built = await tryBuild(this.#source, gateway, generation + 1)
    if (!built.ok) return this.#refuse(built.message)
    this.#said = undefined
    if (built.snapshot.version === version) return { kind: 'same', version }
    if (this.#closed || !this.#cell.publish(built.snapshot))
      return { kind: 'refused', message: 'the gateway is closing' }
    this.#log.info('the policy was replaced', { policy: built.snapshot.version, before: version })
    await keepLastGood(gateway, built.bytes, this.#log)
    return { kind: 'published', version: built.snapshot.version }
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

async function tryBuild(source: PolicySource, gateway: Gateway, generation: number): Promise<Ready> {
  try {
    const built = await source.build()
    return built.ok ? snapshotOf(built.bytes, gateway, generation) : built
  } catch (error) {
    return {
      ok: false,
      message: `the policy could not be built: ${error instanceof Error ? error.message : String(error)}`,
    }
  }
}

function snapshotOf(bytes: Buffer, gateway: Gateway, generation: number): Ready {
  const loaded = loadTable(bytes)
  if (!loaded.ok) return loaded
  const made = makeSnapshot(loaded.table, gateway, generation)
  return made.ok ? { ok: true, snapshot: made.snapshot, bytes } : made
}

async function keepLastGood(gateway: Gateway, bytes: Buffer, log: Log): Promise<void> {
  const problem = await writeLastGood(gateway.stateFolder, bytes)
  if (problem !== undefined)
    log.warn('the last good policy could not be kept on disk', { folder: gateway.stateFolder, problem })
}
