import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { writeDurably } from './write-durably.ts'

const name = 'withdrawn'

/**
 * The version that a rollback, or a promoted shadow, took out of force: as long as the sources still compile to it, neither a watch nor a start obeys it
 * again. `undefined` when there is none.
 */
export async function readWithdrawn(stateFolder: string): Promise<string | undefined> {
  const text = await readFile(join(stateFolder, name), 'utf8').catch(() => '')
  return /^[0-9a-f]{64}$/.exec(text.trim())?.[0]
}

/** Remembers a version that is withdrawn, or that none is. Rejects where the disk does not take it. */
export async function writeWithdrawn(stateFolder: string, version: string | undefined): Promise<void> {
  if (version === undefined) await rm(join(stateFolder, name), { force: true })
  else await writeDurably(stateFolder, name, `${version}\n`)
}
