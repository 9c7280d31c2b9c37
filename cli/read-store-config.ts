import { readFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { reasonOf, ToolFailure } from './tool-failure.ts'

/** What commands over the store must know of a gateway.json. */
export interface StoreConfigRead {
  /** Absolute. */
  readonly storeFile: string
  readonly durability: 'process' | 'power'
  /** Names that its static keys have. */
  readonly staticKeys: ReadonlySet<string>
  readonly hasAdmin: boolean
  /** The names of its providers. */
  readonly providers: readonly string[]
}

interface Document {
  readonly store?: {
    readonly kind?: string
    readonly path?: string
    readonly durability?: 'process' | 'power'
  }
  readonly keys?: string | readonly { readonly name?: string }[]
  readonly admin?: object
  readonly providers?: object
}

/** Reads where a gateway keeps its store. Its secrets are not looked up, for whoever manages keys and money need not have them. */
export function readStoreConfig(path: string): StoreConfigRead {
  const { store, keys, admin, providers = {} } = readDocument(path)
  if (store?.kind === 'memory')
    throw new ToolFailure(
      `${path} keeps its store in memory: what it holds is to be had from its admin listener alone`,
    )
  const names = Array.isArray(keys) ? keys.flatMap(({ name }) => name ?? []) : []
  return {
    storeFile: resolve(dirname(path), store?.path ?? '.gwc/gwc.db'),
    durability: store?.durability ?? 'process',
    staticKeys: new Set(names),
    hasAdmin: admin !== undefined,
    providers: Object.keys(providers),
  }
}

function readDocument(path: string): Document {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as Document
  } catch (error) {
    const message = `cannot read ${path}: ${reasonOf(error)}; --config names the gateway.json of the gateway`
    throw new ToolFailure(message, { cause: error })
  }
}
