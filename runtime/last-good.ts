import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { writeDurably } from './write-durably.ts'

const name = 'last-good.table.json'

/** The table that was last obeyed; `undefined` when there is none. Whoever reads it still has to load it: a disk may lie. */
export async function readLastGood(folder: string): Promise<Buffer | undefined> {
  return readFile(join(folder, name)).catch(() => undefined)
}

/** Keeps a table for the next start. Returns why it could not, for the log. */
export async function writeLastGood(folder: string, bytes: Buffer): Promise<string | undefined> {
  try {
    await writeDurably(folder, name, bytes)
    return undefined
  } catch (error) {
    return error instanceof Error && 'code' in error ? String(error.code) : 'unknown error'
  }
}
