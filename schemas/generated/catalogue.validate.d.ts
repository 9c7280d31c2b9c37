/* Generated from schemas/catalogue.schema.json by `npm run generate`. */
import type { ValidateFunction } from 'ajv'
import type { CatalogueData } from './catalogue.ts'
export declare const validate: ValidateFunction<CatalogueData>
export default validate
