import type { StoreConfig } from '../config/gateway.ts'
import { openMemoryStore } from './open-memory-store.ts'
import type { StoreReports } from './open-store.ts'
import { openSqliteStore } from './sqlite/open-sqlite-store.ts'
import type { MoneyStore } from './store.ts'

/** Opens the store that gateway.json names. Rejects with a `StoreError` that says what to do. */
export function openMoneyStore(store: StoreConfig, reports: StoreReports): Promise<MoneyStore> {
  if (store.kind === 'memory') return Promise.resolve(openMemoryStore(reports))
  return openSqliteStore({ path: store.file, durability: store.durability, reports })
}
