/* Generated from schemas/traffic-log.schema.json by `npm run generate`. */
import type { ValidateFunction } from 'ajv'
import type { TrafficLogEntry } from './traffic-log.ts'
export declare const validate: ValidateFunction<TrafficLogEntry>
export default validate
