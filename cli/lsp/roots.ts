import { resolvePath } from '../../compiler/paths.ts'
import { folderOf } from './file-path.ts'
import { hasRouteFiles } from './route-files.ts'

/** A file that names another: `include "…"` or `import "…"`, outside a comment. */
const naming = /^(?:(?!\/\/).)*?\b(?:include|import)[ \t]*"([^"\r\n]*)"/gm

/** Which files each file takes in: known files alone are looked at. */
export type Naming = ReadonlyMap<string, readonly string[]>

/** Paths of the files that a text takes in, in the folder of its own file or below. */
export function namedBy(path: string, text: string): readonly string[] {
  if (!/\b(?:include|import)[ \t]*"/.test(text)) return []
  return [...text.matchAll(naming)].flatMap(([, written = '']) => {
    const resolved = resolvePath(path, written, folderOf(path) || '.')
    return resolved.ok ? [resolved.path] : []
  })
}

/**
 * The root files of the policies that a file is part of, as `gwc check` finds them: `.route` files that no other one
 * takes in. A file that no root leads to is a policy of its own.
 */
export function rootsOf(path: string, named: Naming): readonly string[] {
  const parts = new Set([...named.values()].flat())
  const roots = [...named.keys()].filter((file) => !parts.has(file) && leadsTo(file, path, named))
  return roots.length > 0 ? roots : [path]
}

function leadsTo(from: string, to: string, named: Naming): boolean {
  const seen = new Set<string>()
  const queue = [from]
  for (let file = queue.pop(); file !== undefined; file = queue.pop()) {
    if (file === to) return true
    if (seen.has(file)) continue
    seen.add(file)
    queue.push(...(named.get(file) ?? []))
  }
  return false
}

/** The folder to look for policies in when the editor has none open: the highest one above the file that still holds `.route` files. */
export function folderAround(path: string): string {
  let folder = folderOf(path)
  for (let above = folderOf(folder); above !== '' && hasRouteFiles(above); above = folderOf(above))
    folder = above
  return folder
}
