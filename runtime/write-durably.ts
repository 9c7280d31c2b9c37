import { mkdir, open, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'

/**
 * Writes a file beside its place and renames it over, with both file and folder on disk before it returns: a crash at any moment leaves either the old one or the
 * new one. Rejects where that cannot be done; then nothing is left beside it.
 */
export async function writeDurably(folder: string, name: string, bytes: Buffer | string): Promise<void> {
  const temporary = join(folder, `${name}.${process.pid}.tmp`)
  try {
    await mkdir(folder, { recursive: true })
    await writeThrough(temporary, bytes)
    await rename(temporary, join(folder, name))
    await syncFolder(folder)
  } catch (error) {
    await rm(temporary, { force: true }).catch(() => undefined)
    throw error
  }
}

async function writeThrough(path: string, bytes: Buffer | string): Promise<void> {
  await using file = await open(path, 'w', 0o600)
  await file.writeFile(bytes)
  await file.sync()
}

async function syncFolder(folder: string): Promise<void> {
  await using handle = await open(folder, 'r')
  await handle.sync()
}
