import { readFileSync } from 'node:fs'
import type { GatewayProviders } from '../core/catalogue.ts'
import { reasonOf, ToolFailure } from './tool-failure.ts'

/** The providers of a gateway.json, without a judgement of the rest. */
export function readProviders(config: string): GatewayProviders | undefined {
  const value = readJson(config)
  if (!isObject(value)) throw new ToolFailure(`${config} is no configuration: it is to be an object, { … }`)
  const { providers } = value
  if (providers === undefined) return undefined
  if (isObject(providers) && Object.values(providers).every(isObject)) return providers as GatewayProviders
  throw new ToolFailure(`${config}: \`providers\` is to be an object of objects: {"openai": { … }}`)
}

function readJson(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch (error) {
    throw new ToolFailure(`cannot read ${path}: ${reasonOf(error)}`, { cause: error })
  }
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
