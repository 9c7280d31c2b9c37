import { cacheMigration } from './migrations/cache.ts'
import { classesMigration } from './migrations/classes.ts'
import { ledgerMigration } from './migrations/ledger.ts'

/** The forms of the store's file, oldest first. One that was released is never changed; a new one is put behind it. */
export const migrations: readonly string[] = [ledgerMigration, cacheMigration, classesMigration]
