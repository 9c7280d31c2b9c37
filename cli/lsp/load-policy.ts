import { references, type CompileInput } from '../../compiler/input.ts'
import { parseOnce } from '../../compiler/parse-once.ts'
import {
  builtinCatalogue,
  type Catalogue,
  type GatewayProviders,
  withGatewayModels,
} from '../../core/catalogue.ts'
import { providersIn } from '../read-providers.ts'
import { reasonOf } from '../tool-failure.ts'
import { folderOf, inFolder } from './file-path.ts'

/** A policy with its texts as they are now. Paths inside it are relative to its folder, as in its messages. */
export interface LoadedPolicy {
  /** Absolute path of the root file. */
  readonly root: string
  readonly folder: string
  readonly input: CompileInput
  /** What gateway.json says of providers; `undefined` where there is none. */
  readonly providers: GatewayProviders | undefined
  /** What is wrong with gateway.json: the policy is checked as if there were none. */
  readonly problem: string | undefined
}

/** Reads a policy and everything that it refers to. */
export function loadPolicy(root: string, read: (path: string) => string | undefined): LoadedPolicy {
  const folder = folderOf(root)
  const file = root.slice(folder === '' ? 0 : folder.length + 1)
  const sources = readSources(file, (path) => read(inFolder(folder, path)))
  const { providers, problem } = readGateway(read(inFolder(folder, 'gateway.json')))
  const catalogue = catalogueFor(providers)
  const input: CompileInput = {
    root: file,
    sources,
    catalogue,
    providers: providers === undefined ? undefined : catalogue.providers,
    asOf: catalogue.date,
  }
  return { root, folder, input, providers, problem }
}

function readSources(root: string, read: (path: string) => string | undefined): ReadonlyMap<string, string> {
  const sources = new Map<string, string>()
  const queue = [root]
  for (let file = queue.pop(); file !== undefined; file = queue.pop()) {
    const text = sources.has(file) ? undefined : read(file)
    if (text === undefined) continue
    sources.set(file, text)
    if (file === root || file.endsWith('.route'))
      queue.push(...references(parseOnce({ file, text }).file, root))
  }
  return sources
}

function readGateway(text: string | undefined): Pick<LoadedPolicy, 'providers' | 'problem'> {
  if (text === undefined) return { providers: undefined, problem: undefined }
  try {
    return { providers: providersIn(text, 'gateway.json'), problem: undefined }
  } catch (error) {
    return { providers: undefined, problem: reasonOf(error) }
  }
}

/** The last catalogues made, by what gateway.json says: making one takes longer than a keystroke may. */
const made = new Map<string, Catalogue>()
const madeMax = 8

/** The models that a gateway's policy may use. */
export function catalogueFor(providers: GatewayProviders | undefined): Catalogue {
  if (providers === undefined) return builtinCatalogue()
  const key = JSON.stringify(providers)
  const known = made.get(key)
  if (known !== undefined) return known
  if (made.size >= madeMax) made.clear()
  const catalogue = withGatewayModels(builtinCatalogue(), providers)
  made.set(key, catalogue)
  return catalogue
}
