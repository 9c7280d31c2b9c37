import type { FSWatcher } from 'node:fs'
import { statSync, watch } from 'node:fs'
import { dirname } from 'node:path'

const settleMs = 30
const pollMs = 1_000

/** Something that watches until it is closed. */
export interface FileWatch {
  readonly close: () => void
}

/**
 * Calls `changed` once after each burst of changes to `files`. It watches their folders, so that a file which an editor or a deployment replaces by a rename is
 * still seen, and also looks at size, time and inode once a second, since not every file system tells. The list is asked for anew each time. `seen` is
 * the `fingerprint` of what the caller has read already; default: as they are now.
 */
export function watchFiles(
  files: () => readonly string[],
  changed: () => void,
  seen = fingerprint(files()),
): FileWatch {
  const watchers = new Map<string, FSWatcher>()
  let settling: NodeJS.Timeout | undefined

  const look = (): void => {
    settling = undefined
    watchFolders(watchers, files(), soon)
    const now = fingerprint(files())
    if (now === seen) return
    seen = now
    changed()
  }
  const soon = (): void => {
    settling ??= setTimeout(look, settleMs)
  }
  watchFolders(watchers, files(), soon)
  const poll = setInterval(look, pollMs).unref()
  return {
    close: () => {
      clearInterval(poll)
      clearTimeout(settling)
      for (const watcher of watchers.values()) watcher.close()
      watchers.clear()
    },
  }
}

/** Changes when any file comes, goes, is replaced or rewritten. */
export function fingerprint(files: readonly string[]): string {
  return files.map(stateOf).join('\n')
}

function stateOf(file: string): string {
  try {
    const stat = statSync(file, { bigint: true })
    return `${file} ${stat.ino} ${stat.size} ${stat.mtimeNs}`
  } catch {
    return `${file} absent`
  }
}

function watchFolders(watchers: Map<string, FSWatcher>, files: readonly string[], soon: () => void): void {
  const wanted = new Set(files.map((file) => dirname(file)))
  for (const [folder, watcher] of watchers) {
    if (wanted.has(folder)) continue
    watcher.close()
    watchers.delete(folder)
  }
  for (const folder of wanted) if (!watchers.has(folder)) watchFolder(watchers, folder, soon)
}

/** A folder that cannot be watched (gone, or too many watches) is left to the poll. */
function watchFolder(watchers: Map<string, FSWatcher>, folder: string, soon: () => void): void {
  try {
    const watcher = watch(folder, { persistent: false }, soon)
    watcher.on('error', () => {
      watcher.close()
      watchers.delete(folder)
    })
    watchers.set(folder, watcher)
  } catch {
    watchers.delete(folder)
  }
}
