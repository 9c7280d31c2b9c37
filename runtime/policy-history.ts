import { hash } from 'node:crypto'
import { readdir, readFile, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { writeDurably } from './write-durably.ts'

/** Policies before the one that is obeyed; an eleventh is forgotten. */
const previousMax = 10

/** A policy that was obeyed. */
export interface PastPolicy {
  /** SHA-256 of its table. */
  readonly version: string
  /** When it was last made the one that is obeyed. RFC 3339. */
  readonly since: string
}

interface Kept extends PastPolicy {
  readonly file: string
  readonly number: number
}

/** `00000012-<version>.table.json`: what was published later has the higher number. */
const form = /^(\d{8})-([0-9a-f]{64})\.table\.json$/

const folderOf = (stateFolder: string): string => join(stateFolder, 'policies')

/** The policies that were obeyed, newest first: the first is the one that is. */
export async function policyHistory(stateFolder: string): Promise<readonly PastPolicy[]> {
  return (await keptIn(stateFolder)).map(({ version, since }) => ({ version, since }))
}

/** Keeps a table as the newest. One that was kept before moves up. Rejects where the disk does not take it. */
export async function keepPolicy(stateFolder: string, bytes: Buffer): Promise<void> {
  const version = hash('sha256', bytes, 'hex')
  const kept = await keptIn(stateFolder)
  if (kept[0]?.version === version) return
  const number = (kept[0]?.number ?? 0) + 1
  await writeDurably(folderOf(stateFolder), `${String(number).padStart(8, '0')}-${version}.table.json`, bytes)
  const others = kept.filter((each) => each.version !== version)
  const gone = [...kept.filter((each) => each.version === version), ...others.slice(previousMax)]
  await Promise.all(gone.map(({ file }) => rm(file, { force: true })))
}

/**
 * The table that `wanted`, a version or its first digits, names; without it the one before the one that is obeyed. `undefined` when there is none, or when its
 * bytes are no longer those that were kept.
 */
export async function pastTable(stateFolder: string, wanted?: string): Promise<Buffer | undefined> {
  const kept = await keptIn(stateFolder)
  const found = wanted === undefined ? kept[1] : kept.find(({ version }) => version.startsWith(wanted))
  if (found === undefined) return undefined
  const bytes = await readFile(found.file).catch(() => undefined)
  return bytes !== undefined && hash('sha256', bytes, 'hex') === found.version ? bytes : undefined
}

async function keptIn(stateFolder: string): Promise<readonly Kept[]> {
  const folder = folderOf(stateFolder)
  const names = await readdir(folder).catch((): string[] => [])
  const kept = await Promise.all(names.map((name) => keptAs(folder, name)))
  return kept.filter((each) => each !== undefined).toSorted((a, b) => b.number - a.number)
}

async function keptAs(folder: string, name: string): Promise<Kept | undefined> {
  const [, number, version] = form.exec(name) ?? []
  if (number === undefined || version === undefined) return undefined
  const file = join(folder, name)
  const stats = await stat(file).catch(() => undefined)
  return stats && { file, version, number: Number(number), since: stats.mtime.toISOString() }
}
