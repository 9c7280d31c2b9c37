import type { Catalogue } from '../core/catalogue.ts'
import type { File, Item } from '../lang/ast.ts'
import { folderOf, resolvePath } from './paths.ts'

/** Everything a compilation depends on, as values: the same input gives the same bytes. */
export interface CompileInput {
  /** Path of the root file, a key of `sources`. */
  readonly root: string
  /** Text of `.route` and facts files by path, `/`-separated. A path that is absent is a file that does not exist. */
  readonly sources: ReadonlyMap<string, string>
  readonly catalogue: Catalogue
  /** Providers that gateway.json configures, in its order; `undefined` = every provider of the catalogue. */
  readonly providers: readonly string[] | undefined
  /** The day, `YYYY-MM-DD`, as of which prices and retirements are read. */
  readonly asOf: string
}

/**
 * Paths of the files that `file` names, so that a caller can load a policy to its fixpoint: facts schemas, imports
 * and includes inside the folder of `root`. Paths that lead out of it are left to `link` to refuse.
 */
export function references(file: File, root: string): string[] {
  return file.items.flatMap((item) => {
    const written = pathOf(item)
    if (written === undefined) return []
    const resolved = resolvePath(file.span.file, written, folderOf(root))
    return resolved.ok ? [resolved.path] : []
  })
}

function pathOf(item: Item): string | undefined {
  if (item.kind !== 'Facts' && item.kind !== 'Import' && item.kind !== 'Include') return undefined
  return item.path.kind === 'String' ? item.path.value : undefined
}
