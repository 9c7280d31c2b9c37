/* Generated from schemas/decision-table.schema.json by `npm run generate`. */
import type { ValidateFunction } from 'ajv'
import type { DecisionTable } from './decision-table.ts'
export declare const validate: ValidateFunction<DecisionTable>
export default validate
