import { isUtf8 } from 'node:buffer'
import { join, normalize, sep } from 'node:path'
import { references } from '../compiler/input.ts'
import { parseOnce } from '../compiler/parse-once.ts'
import { disk, type SourceFiles } from './source-files.ts'
import { ToolFailure } from './tool-failure.ts'

/** Folders that hold no policy of the user's own. */
const passedOver = new Set(['node_modules', 'dist', 'coverage'])

/** Every `.route` file at or below the paths, sorted; a path that is not there is a failure. */
export function policyFiles(paths: readonly string[], source: SourceFiles = disk): string[] {
  const files = (paths.length === 0 ? ['.'] : paths).flatMap((path) =>
    source.isFolder(path) ? filesBelow(path, source) : [slashed(path)],
  )
  return [...new Set(files)]
}

/**
 * The policies at or below the paths: `.route` files that no other one there includes or imports. A file named by
 * the user is always one.
 */
export function rootPolicies(paths: readonly string[], source: SourceFiles = disk): string[] {
  const named = paths.filter((path) => !source.isFolder(path)).map(slashed)
  const files = policyFiles(paths, source)
  const parts = new Set(
    files.flatMap((file) => references(parseOnce({ file, text: readText(file, source) }).file, file)),
  )
  const roots = files.filter((file) => named.includes(file) || !parts.has(file))
  if (roots.length > 0) return roots
  throw new ToolFailure(
    `no .route file in ${paths.length === 0 ? 'this folder' : paths.join(', ')}; \`gwc init\` writes a first one`,
  )
}

/** The one policy that a verb works on: a file, or the only policy of a folder (its `main.route` if there are several). */
export function onePolicy(path: string, source: SourceFiles = disk): string {
  if (!source.isFolder(path)) return slashed(path)
  const roots = rootPolicies([path], source)
  const main = roots.find((root) => root === slashed(join(path, 'main.route')))
  const [only] = roots
  if (main !== undefined) return main
  if (roots.length === 1 && only !== undefined) return only
  throw new ToolFailure(
    `${path} holds ${roots.length} policies (${roots.slice(0, 5).join(', ')}${roots.length > 5 ? ', …' : ''}); name one`,
  )
}

/** The text of a file, or a failure that names it. */
export function readText(path: string, source: SourceFiles = disk): string {
  return decodeText(path, source.read(path))
}

/** Bytes as text. What is not UTF-8 is refused: read with replacements, it would be another policy, and `gwc fmt` would write that one. */
export function decodeText(path: string, bytes: Buffer): string {
  if (isUtf8(bytes)) return bytes.toString('utf8')
  const lines = bytes.toString('latin1').split('\n')
  const bad = lines.findIndex((line) => !isUtf8(Buffer.from(line, 'latin1')))
  throw new ToolFailure(`cannot read ${path}: line ${bad + 1} is not UTF-8; save the file as UTF-8`)
}

function filesBelow(folder: string, source: SourceFiles): string[] {
  return source
    .list(folder)
    .toSorted((a, z) => (a.name < z.name ? -1 : 1))
    .filter(({ name }) => !name.startsWith('.') && !passedOver.has(name))
    .flatMap((entry) => {
      const path = join(folder, entry.name)
      if (entry.isFolder) return filesBelow(path, source)
      return entry.name.endsWith('.route') && source.isFile(path) ? [slashed(path)] : []
    })
}

/** Paths inside the compiler are `/`-separated and without `./`. */
const slashed = (path: string): string => normalize(path).split(sep).join('/')
