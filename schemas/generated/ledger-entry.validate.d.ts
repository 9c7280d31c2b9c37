/* Generated from schemas/ledger-entry.schema.json by `npm run generate`. */
import type { ValidateFunction } from 'ajv'
import type { LedgerEntry } from './ledger-entry.ts'
export declare const validate: ValidateFunction<LedgerEntry>
export default validate
