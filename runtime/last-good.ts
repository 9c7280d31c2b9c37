import { mkdir, open, readFile, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'

const name = 'last-good.table.json'

/** The table that was last obeyed; `undefined` when there is none. Whoever reads it still has to load it: a disk may lie. */
export async function readLastGood(folder: string): Promise<Buffer | undefined> {
  return readFile(join(folder, name)).catch(() => undefined)
}

/**
 * Keeps a table for the next start. Written beside and renamed over, with both file and folder on disk before it returns, so that a crash at any moment leaves
 * either the old one or the new one. Returns why it could not, for the log.
 */
export async function writeLastGood(folder: string, bytes: Buffer): Promise<string | undefined> {
  const temporary = join(folder, `${name}.${process.pid}.tmp`)
  try {
    await mkdir(folder, { recursive: true })
    await writeThrough(temporary, bytes)
    await rename(temporary, join(folder, name))
    await syncFolder(folder)
    return undefined
  } catch (error) {
    await rm(temporary, { force: true }).catch(() => undefined)
    return error instanceof Error && 'code' in error ? String(error.code) : 'unknown error'
  }
}

async function writeThrough(path: string, bytes: Buffer): Promise<void> {
  await using file = await open(path, 'w', 0o600)
  await file.writeFile(bytes)
  await file.sync()
}

async function syncFolder(folder: string): Promise<void> {
  await using handle = await open(folder, 'r')
  await handle.sync()
}
