import { randomUUID } from 'node:crypto'
import { emptyState } from './core/state.ts'
import { openMemoryWriter } from './memory-writer.ts'
import { openStore, realWorld } from './open-store.ts'
import type { StoreReports, StoreWorld } from './open-store.ts'
import type { MoneyStore } from './store.ts'

/** A store with no file: what it counts is gone with the process. */
export function openMemoryStore(reports: StoreReports, world: StoreWorld = realWorld): MoneyStore {
  return openStore({ state: emptyState(), writer: openMemoryWriter(), owner: randomUUID(), world, reports })
}
