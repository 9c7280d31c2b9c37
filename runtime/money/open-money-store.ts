import type { StoreConfig } from '../config/gateway.ts'
import { openMemoryStore } from './open-memory-store.ts'
import type { StoreReports } from './open-store.ts'
import type { MoneyStore } from './store.ts'

/** Opens the store that gateway.json names. */
export function openMoneyStore({ kind }: StoreConfig, reports: StoreReports): MoneyStore {
  if (kind === 'sqlite') reports.writing('store: this version of gwc keeps money in memory, until it ends')
  return openMemoryStore(reports)
}
