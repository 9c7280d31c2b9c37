import { readFileSync } from 'node:fs'
import type { GatewayProviders } from '../core/catalogue.ts'
import { reasonOf, ToolFailure } from './tool-failure.ts'

/** The providers of a gateway.json, without a judgement of the rest. */
export function readProviders(config: string): GatewayProviders | undefined {
  return providersIn(readConfig(config), config)
}

/** The providers in the text of a gateway.json; `config` is what failures call it. */
export function providersIn(text: string, config: string): GatewayProviders | undefined {
  const value = parseJson(text, config)
  if (!isObject(value)) throw new ToolFailure(`${config} is no configuration: it is to be an object, { … }`)
  const { providers } = value
  if (providers === undefined) return undefined
  if (isObject(providers) && Object.values(providers).every(isObject)) return providers as GatewayProviders
  throw new ToolFailure(`${config}: \`providers\` is to be an object of objects: {"openai": { … }}`)
}

function readConfig(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    throw new ToolFailure(`cannot read ${path}: ${reasonOf(error)}`, { cause: error })
  }
}

function parseJson(text: string, config: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    throw new ToolFailure(`cannot read ${config}: ${reasonOf(error)}`, { cause: error })
  }
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
