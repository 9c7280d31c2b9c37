import { dirname, join } from 'node:path'
import { compile, type CompileInput, type Compilation } from '../compiler/compile.ts'
import { references } from '../compiler/input.ts'
import {
  builtinCatalogue,
  withGatewayModels,
  type Catalogue,
  type GatewayProviders,
} from '../core/catalogue.ts'
import { parseOnce } from '../compiler/parse-once.ts'
import { onePolicy, readText } from './policy-files.ts'
import { readProviders } from './read-providers.ts'
import { disk, type SourceFiles } from './source-files.ts'
import { ToolFailure } from './tool-failure.ts'

export interface ProjectOptions {
  /** gateway.json whose providers and models the policy may use; default: the one beside the policy, if there. */
  readonly config?: string | undefined
  /** The providers themselves, where a gateway is at hand; then no file is read for them. */
  readonly providers?: GatewayProviders
  /** Day of the prices, YYYY-MM-DD. */
  readonly asOf?: string | undefined
  /** Where the files are; the disk unless told otherwise. */
  readonly files?: SourceFiles
}

/** One policy with the files it is made of, ready to compile. */
export interface Project {
  readonly root: string
  /** Text by path, of every `.route` and facts file. */
  readonly sources: ReadonlyMap<string, string>
  /** Files that the policy names and that are not there. */
  readonly absent: readonly string[]
  /** What a compilation takes. */
  readonly input: CompileInput
  readonly compile: () => Compilation
}

/** Reads the policy at `path` (a file, or a folder that holds one) and everything it refers to. */
export function loadProject(path: string, options: ProjectOptions): Project {
  const { files = disk } = options
  const root = onePolicy(path, files)
  const { sources, absent } = readSources(root, files)
  const { catalogue, providers } =
    options.providers === undefined
      ? modelsOf(options.config ?? besides(root, files), options.config === undefined ? files : disk)
      : modelsOfProviders(options.providers)
  const asOf = dayOf(options.asOf) ?? catalogue.date
  const input = { root, sources, catalogue, providers, asOf }
  return { root, sources, absent, input, compile: () => compile(input) }
}

/** A missing file is left out: the compiler reports it where the policy names it. */
function readSources(root: string, files: SourceFiles): { sources: Map<string, string>; absent: string[] } {
  const sources = new Map([[root, readText(root, files)]])
  const absent: string[] = []
  const queue = [root]
  for (let file = queue.pop(); file !== undefined; file = queue.pop()) {
    for (const path of references(parseOnce({ file, text: sources.get(file) ?? '' }).file, root)) {
      if (sources.has(path)) continue
      if (!files.isFile(path)) absent.push(path)
      else {
        sources.set(path, readText(path, files))
        if (path.endsWith('.route')) queue.push(path)
      }
    }
  }
  return { sources, absent }
}

function besides(root: string, files: SourceFiles): string | undefined {
  const path = join(dirname(root), 'gateway.json')
  return files.isFile(path) ? path : undefined
}

/** What a gateway.json says of models. Its other parts are for `gwc serve` to judge. */
export function modelsOf(config: string | undefined, files: SourceFiles = disk): Models {
  const providers = config === undefined ? undefined : readProviders(config, files)
  return providers === undefined
    ? { catalogue: builtinCatalogue(), providers: undefined }
    : modelsOfProviders(providers)
}

/** The models that a policy may use; `providers` is undefined where no gateway narrows them. */
interface Models {
  readonly catalogue: Catalogue
  readonly providers: readonly string[] | undefined
}

function modelsOfProviders(given: GatewayProviders): Models {
  const catalogue = withGatewayModels(builtinCatalogue(), given)
  return { catalogue, providers: catalogue.providers }
}

function dayOf(asOf: string | undefined): string | undefined {
  if (asOf === undefined || isDay(asOf)) return asOf
  throw new ToolFailure(`--as-of takes a day such as 2026-11-22, not ${JSON.stringify(asOf)}`)
}

/** A day of the calendar: what the thirtieth of February comes to is another one. */
function isDay(text: string): boolean {
  const ms = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(text) : Number.NaN
  return !Number.isNaN(ms) && new Date(ms).toISOString().startsWith(text)
}
