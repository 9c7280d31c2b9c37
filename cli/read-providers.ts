import type { GatewayProviders } from '../core/catalogue.ts'
import { disk, type SourceFiles } from './source-files.ts'
import { reasonOf, ToolFailure } from './tool-failure.ts'

/** The providers of a gateway.json, without a judgement of the rest. */
export function readProviders(config: string, files: SourceFiles = disk): GatewayProviders | undefined {
  return providersIn(files.read(config).toString('utf8'), config)
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

function parseJson(text: string, config: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    throw new ToolFailure(`cannot read ${config}: ${reasonOf(error)}`, { cause: error })
  }
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
