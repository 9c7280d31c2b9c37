/* Generated from schemas/gateway.schema.json by `npm run generate`. */
import type { ValidateFunction } from 'ajv'
import type { GatewayConfig } from './gateway.ts'
export declare const validate: ValidateFunction<GatewayConfig>
export default validate
