import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** The folder of gwc's own package.json: the repository, or the installed package around `dist/`. */
export const packageRoot: string = find(import.meta.dirname)

/** The version in package.json. */
export const packageVersion: string = (
  JSON.parse(readFileSync(join(packageRoot, 'package.json'), 'utf8')) as { version: string }
).version

function find(folder: string): string {
  try {
    readFileSync(join(folder, 'package.json'))
    return folder
  } catch (error) {
    if (dirname(folder) === folder)
      throw new Error('gwc is installed without its package.json', { cause: error })
    return find(dirname(folder))
  }
}
