/** A file of the store that cannot be used; the message names it and says what to do. */
export class StoreError extends Error {
  override readonly name = 'StoreError'
}

/** What is said of SQLite's primary result codes (https://sqlite.org/rescode.html). */
const messages: Readonly<Record<number, (path: string) => string>> = {
  5: (path) => `${path} is locked by another process`,
  8: (path) => `${path} cannot be written: it is read-only`,
  10: (path) => `${path} cannot be read or written: the disk reports an error`,
  11: damaged,
  13: (path) => `${path} cannot be written: the disk is full`,
  14: (path) => `${path} cannot be opened: is its folder there, and may it be written?`,
  26: damaged,
}

/** What SQLite threw about a file, as one sentence that says what to do. */
export function storeError(path: string, error: unknown): Error {
  const message = messages[codeOf(error) ?? 0]?.(path)
  if (message !== undefined) return new StoreError(message, { cause: error })
  return error instanceof Error ? error : new Error(String(error))
}

/** What is said of a file that is not as it was written. */
export function damaged(path: string): string {
  return (
    `${path} is damaged, or is no store of gwc. gwc does not go on with it, as it would forget what was spent. ` +
    `Move it away together with ${path}-wal and ${path}-shm, and put a backup in its place; without one, what \`sqlite3 ${path} .recover\` finds.`
  )
}

/** The primary code of an error of node:sqlite; `undefined` for any other error. */
function codeOf(error: unknown): number | undefined {
  if (!(error instanceof Error) || !('errcode' in error) || typeof error.errcode !== 'number')
    return undefined
  return error.errcode & 0xff
}
