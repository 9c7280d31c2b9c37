import { readFileSync } from 'node:fs'
import type { GatewayProviders } from '../core/catalogue.ts'
import { reasonOf, ToolFailure } from './tool-failure.ts'

/** The providers of a gateway.json, without a judgement of the rest. */
export function readProviders(config: string): GatewayProviders | undefined {
  try {
    return (JSON.parse(readFileSync(config, 'utf8')) as { providers?: GatewayProviders }).providers
  } catch (error) {
    throw new ToolFailure(`cannot read ${config}: ${reasonOf(error)}`, { cause: error })
  }
}
