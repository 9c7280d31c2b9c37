import { openLedger } from '../../runtime/money/ledger.ts'
import type { Ledger } from '../../runtime/money/ledger.ts'

/** Reads a store's ledger, which may be read while a gateway writes it. Throws a `StoreError` that says what to do. */
export function withLedger<T>(storeFile: string, work: (ledger: Ledger) => T): T {
  const ledger = openLedger(storeFile)
  try {
    return work(ledger)
  } finally {
    ledger.close()
  }
}
