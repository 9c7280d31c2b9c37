import { type Dirent, readdirSync } from 'node:fs'

/** Folders that hold no policy of the user's own. */
const passedOver = new Set(['node_modules', 'dist', 'coverage'])

/** A folder with more below it is no folder of policies: what lies deeper is found when it is opened. */
const foldersMax = 20_000

/** Every `.route` file below the folders. A folder that cannot be read is passed over. */
export function routeFilesBelow(folders: readonly string[]): readonly string[] {
  const found: string[] = []
  const queue = [...folders]
  for (let seen = 0; seen < foldersMax; seen++) {
    const folder = queue.shift()
    if (folder === undefined) break
    for (const entry of entriesOf(folder)) {
      const path = `${folder}/${entry.name}`
      if (entry.isDirectory()) {
        if (!entry.name.startsWith('.') && !passedOver.has(entry.name)) queue.push(path)
      } else if (entry.name.endsWith('.route')) found.push(path)
    }
  }
  return found
}

/** Whether `.route` files lie in the folder itself. */
export const hasRouteFiles = (folder: string): boolean =>
  entriesOf(folder).some(({ name }) => name.endsWith('.route'))

function entriesOf(folder: string): readonly Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true })
  } catch {
    return []
  }
}
