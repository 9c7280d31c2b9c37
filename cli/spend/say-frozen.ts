import { shownDollars } from './show-dollars.ts'
import { withLedger } from './with-ledger.ts'

/** Says what takes no hold any more since one of these attempts was told to have cost more than was held of it. */
export function sayFrozen(storeFile: string, attempts: ReadonlySet<string>): void {
  for (const { attemptId, model, key, boundNanos } of withLedger(storeFile, (ledger) => ledger.frozen()))
    if (attempts.has(attemptId))
      console.error(
        `hard budgets take no attempt of ${model} with key ${key} until \`gwc spend thaw ${model} ${key}\`: ${attemptId} was told to have cost more than the ${shownDollars(BigInt(boundNanos))} that was held of it`,
      )
}
