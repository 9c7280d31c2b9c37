import { existsSync, mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { builtinCatalogue } from '../core/catalogue.ts'
import type { Gateway } from '../runtime/config/gateway.ts'
import { gatewayOf, loadGateway, type GatewayResult } from '../runtime/config/load-gateway.ts'
import { startSimulatedProvider } from '../runtime/upstream/simulated-provider.ts'
import { packageRoot } from './package-root.ts'
import { readProviders } from './read-providers.ts'
import { ToolFailure } from './tool-failure.ts'

/** A configuration that is ready to be served, and what must end with it. */
export interface ServeConfig {
  readonly gateway: Gateway
  readonly close: () => Promise<void>
}

/** What the command line says. */
export interface ServeOptions {
  /** A policy, a built table, or the folder of a gateway.json. */
  readonly policy: string | undefined
  readonly config: string | undefined
  readonly listen: string | undefined
}

/** The gateway.json that the user means, with what the command line puts over it. */
export function configuredGateway({ policy, config, listen }: ServeOptions): ServeConfig {
  const path = config ?? join(policy === undefined ? '.' : folderOf(policy), 'gateway.json')
  if (!existsSync(path))
    throw new ToolFailure(`there is no ${path}; \`gwc init\` writes one, and \`gwc serve --demo\` needs none`)
  const over = {
    ...(listen === undefined ? {} : { listen }),
    ...(policy === undefined || isFolder(policy) ? {} : { policy: resolve(policy) }),
  }
  return { gateway: accepted(loadGateway(path, process.env, over)), close: async () => undefined }
}

/**
 * Every provider is the simulated one. With a gateway.json all else is as it says; without one, anybody on this machine may ask,
 * and nothing is kept when it ends.
 */
export async function demoGateway(options: ServeOptions): Promise<ServeConfig> {
  const simulated = await startSimulatedProvider()
  const folder = mkdtempSync(join(tmpdir(), 'gwc-demo-'))
  const close = async (): Promise<void> => {
    await simulated.close()
    rmSync(folder, { recursive: true, force: true })
  }
  try {
    const { config } = options
    const gateway =
      config === undefined
        ? briefGateway(options, simulated.baseUrl, folder)
        : configuredDemo({ ...options, config }, simulated.baseUrl)
    return { gateway, close }
  } catch (error) {
    await close()
    throw error
  }
}

/** Open, and forgotten at its end: what it keeps is in `folder`. */
function briefGateway({ policy, listen }: ServeOptions, baseUrl: string, folder: string): Gateway {
  const policyPath = policyFile(policy ?? join(packageRoot, 'policies/minimal'))
  const document = {
    policy: policyPath,
    keys: 'open',
    store: { kind: 'sqlite', path: join(folder, 'gwc.db') },
    providers: simulatedProviders(join(dirname(policyPath), 'gateway.json'), baseUrl),
    ...(listen === undefined ? {} : { listen }),
  }
  const place = {
    file: join(dirname(policyPath), 'gateway.json'),
    shown: 'the demo',
    env: { SIMULATED_KEY: 'simulated' },
    readFile: unreadable,
  }
  return { ...accepted(gatewayOf(document, place)), stateFolder: folder }
}

/** A gateway.json with simulated providers in place of its own. */
function configuredDemo(
  { policy, listen, config }: ServeOptions & { readonly config: string },
  baseUrl: string,
): Gateway {
  const over = {
    providers: simulatedProviders(config, baseUrl),
    ...(listen === undefined ? {} : { listen }),
    ...(policy === undefined || isFolder(policy) ? {} : { policy: resolve(policy) }),
  }
  return accepted(loadGateway(config, { ...process.env, SIMULATED_KEY: 'simulated' }, over))
}

function accepted(result: GatewayResult): Gateway {
  if (result.ok) return result.gateway
  throw new ToolFailure(result.message)
}

/** Also the providers and models of the gateway.json beside the policy, so that the policy finds them. */
function simulatedProviders(config: string, baseUrl: string): Record<string, unknown> {
  const configured = existsSync(config) ? (readProviders(config) ?? {}) : {}
  const names = [...new Set([...Object.keys(configured), ...builtinCatalogue().providers])]
  return Object.fromEntries(
    names.map((name) => [
      name,
      {
        dialect: 'openai',
        baseUrl,
        accounts: [{ key: 'env:SIMULATED_KEY' }],
        models: configured[name]?.models ?? {},
      },
    ]),
  )
}

const unreadable = (name: string): never => {
  throw new Error(`the demo reads no secret, but ${name} was asked for`)
}

const isFolder = (path: string): boolean => existsSync(path) && statSync(path).isDirectory()
const folderOf = (path: string): string => (isFolder(path) ? path : dirname(path))
const policyFile = (path: string): string => resolve(isFolder(path) ? join(path, 'main.route') : path)
