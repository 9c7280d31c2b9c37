import { dirname, join } from 'node:path'

/** Where the managed keys of a store are: a file of their own beside it, so that whoever changes a key never waits for money. */
export function keyPath(storeFile: string): string {
  return join(dirname(storeFile), 'keys.db')
}
