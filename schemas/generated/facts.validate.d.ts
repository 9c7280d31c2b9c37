/* Generated from schemas/facts.schema.json by `npm run generate`. */
import type { ValidateFunction } from 'ajv'
import type { FactsFile } from './facts.ts'
export declare const validate: ValidateFunction<FactsFile>
export default validate
