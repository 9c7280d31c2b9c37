import { readdirSync, readFileSync, statSync } from 'node:fs'
import { reasonOf, ToolFailure } from './tool-failure.ts'

/** Where the files of a policy are: on the disk, or in a revision of a repository. A path that is not there is a failure that names it. */
export interface SourceFiles {
  readonly read: (path: string) => Buffer
  /** False where nothing is there: a link that leads nowhere, such as an editor's lock, or to a folder, is none. */
  readonly isFile: (path: string) => boolean
  readonly isFolder: (path: string) => boolean
  /** What a folder holds, by name. */
  readonly list: (folder: string) => readonly { readonly name: string; readonly isFolder: boolean }[]
}

/** The disk, as it is now. */
export const disk: SourceFiles = {
  read: (path) => reading(path, () => readFileSync(path)),
  isFile: (path) => statSync(path, { throwIfNoEntry: false })?.isFile() ?? false,
  isFolder: (path) => reading(path, () => statSync(path).isDirectory()),
  list: (folder) =>
    reading(folder, () => readdirSync(folder, { withFileTypes: true })).map((entry) => ({
      name: entry.name,
      isFolder: entry.isDirectory(),
    })),
}

function reading<T>(path: string, read: () => T): T {
  try {
    return read()
  } catch (error) {
    throw new ToolFailure(`cannot read ${path}: ${reasonOf(error)}`, { cause: error })
  }
}
