/** Where a path written in a policy leads, or why it leads nowhere. Pure arithmetic: no disk is asked. */
export type ResolvedPath =
  | { readonly ok: true; readonly path: string }
  | { readonly ok: false; readonly why: 'outside' }

/**
 * Resolves `written` against the folder of the file `from`. A path may climb with `..` but not out of `folder` (the
 * root file's own, `.` for the current one), and an absolute path is always outside.
 */
export function resolvePath(from: string, written: string, folder: string): ResolvedPath {
  if (isAbsolute(written)) return { ok: false, why: 'outside' }
  const path = normalise(`${folderOf(from)}/${written.replaceAll('\\', '/')}`)
  return isInside(path, normalise(folder)) ? { ok: true, path } : { ok: false, why: 'outside' }
}

/** The folder of a file: `teams` for `teams/search.route`, `.` for a bare name. */
export function folderOf(file: string): string {
  const slash = file.lastIndexOf('/')
  if (slash < 0) return '.'
  return slash === 0 ? '/' : file.slice(0, slash)
}

const isAbsolute = (path: string): boolean => /^(?:[/\\]|[A-Za-z]:|[a-z][a-z0-9+.-]*:\/\/)/.test(path)

/** Without `.`, `//` and the `..` that have something to climb out of. */
export function normalise(path: string): string {
  const kept: string[] = []
  for (const part of path.split('/')) {
    if (part === '' || part === '.') continue
    if (part === '..' && kept.length > 0 && kept.at(-1) !== '..') kept.pop()
    else kept.push(part)
  }
  const joined = kept.join('/')
  return path.startsWith('/') ? `/${joined}` : joined === '' ? '.' : joined
}

function isInside(path: string, folder: string): boolean {
  if (folder === '.') return path !== '..' && !path.startsWith('../')
  if (folder === '/') return path.startsWith('/')
  return path.startsWith(`${folder}/`)
}
