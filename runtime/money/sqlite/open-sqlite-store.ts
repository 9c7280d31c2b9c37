import { randomUUID } from 'node:crypto'
import type { Durability } from '../../store/open-database.ts'
import { decide } from '../core/decide.ts'
import { restore } from '../core/restore.ts'
import { openStore, realWorld } from '../open-store.ts'
import type { StoreReports, StoreWorld } from '../open-store.ts'
import type { MoneyStore } from '../store.ts'
import { openHere } from './open-here.ts'
import { openLateThread } from './open-late-thread.ts'

/** Where a store is kept, and how. */
export interface SqliteStoreOptions {
  readonly path: string
  readonly durability: Durability
  /** `thread`: in one of its own, so that no event loop of requests waits for a disk; `here`: for commands that end soon. */
  readonly writesIn?: 'thread' | 'here'
  readonly reports: StoreReports
  readonly world?: StoreWorld
  /** Rows of the ledger are kept for so long, and for as long as a window is open that they count in; 400 days when absent. */
  readonly retentionMs?: number
  /** Rows that are kept at most while the file cannot be written. */
  readonly spoolRowsMax?: number
}

const dayMs = 24 * 3_600_000

/**
 * Opens the store of a file, made where there is none. What a process before held and did not end becomes uncertain: one
 * process at a time writes a file, so that one is no more. Rejects with a `StoreError` that says what to do.
 */
export async function openSqliteStore(options: SqliteStoreOptions): Promise<MoneyStore> {
  const {
    path,
    durability,
    writesIn = 'thread',
    reports,
    world = realWorld,
    spoolRowsMax,
    retentionMs = 400 * dayMs,
  } = options
  const file = { path, durability, nowMs: world.now() }
  const writer = writesIn === 'here' ? openHere(file) : openLateThread(file)
  const state = restore(writer.written)
  const owners = new Set([...state.holds.values()].map(({ owner }) => owner))
  const rows = [...owners].flatMap((owner) => decide(state, { kind: 'end owner', owner }, world.now()).rows)
  return openStore(
    {
      state,
      writer,
      owner: randomUUID(),
      world,
      reports,
      retentionMs,
      ...(spoolRowsMax === undefined ? {} : { spoolRowsMax }),
    },
    rows,
  )
}
