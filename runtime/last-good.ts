import { hash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join, relative } from 'node:path'
import type { Gateway } from './config/gateway.ts'
import { writeDurably } from './write-durably.ts'

const name = 'last-good.table.json'
const sourceName = 'last-good.source.json'

/** Which policy a gateway is told to obey, and where it keeps the last good one. */
export type PolicyPlace = Pick<Gateway, 'stateFolder' | 'policyPath'>

/**
 * The table that was last obeyed of this very policy; `undefined` when there is none. One that does not say where it came from is taken for it. Whoever reads it still
 * has to load it: a disk may lie.
 */
export async function readLastGood(place: PolicyPlace): Promise<Buffer | undefined> {
  const bytes = await readFile(join(place.stateFolder, name)).catch(() => undefined)
  if (bytes === undefined) return undefined
  const source = await readSource(place.stateFolder, bytes)
  return source === undefined || source === sourceOf(place) ? bytes : undefined
}

/** Keeps a table, and of which policy it is, for the next start. Returns why it could not, for the log. */
export async function writeLastGood(place: PolicyPlace, bytes: Buffer): Promise<string | undefined> {
  const source = { policy: sourceOf(place), table: hash('sha256', bytes, 'hex') }
  try {
    await writeDurably(place.stateFolder, sourceName, `${JSON.stringify(source)}\n`)
    await writeDurably(place.stateFolder, name, bytes)
    return undefined
  } catch (error) {
    return error instanceof Error && 'code' in error ? String(error.code) : 'unknown error'
  }
}

/** Why a policy cannot have been one before: its file is not there. A URL is always somewhere. */
export function missingPolicy({ policyPath }: PolicyPlace): string | undefined {
  return isUrl(policyPath) || existsSync(policyPath) ? undefined : `there is no ${policyPath}`
}

/** INVARIANT: the source names the table that it is of: after a crash between the two writes it is none of the one that is there. */
async function readSource(folder: string, table: Buffer): Promise<string | undefined> {
  const text = await readFile(join(folder, sourceName), 'utf8').catch(() => '')
  const known = parse(text)
  return known?.table === hash('sha256', table, 'hex') ? String(known.policy) : undefined
}

function parse(text: string): { readonly policy?: unknown; readonly table?: unknown } | undefined {
  try {
    return (JSON.parse(text) ?? undefined) as { policy?: unknown; table?: unknown } | undefined
  } catch {
    return undefined
  }
}

/** From the folder on, so that a gateway that is moved knows its own; a URL without its query, where a token may stand. */
function sourceOf({ stateFolder, policyPath }: PolicyPlace): string {
  const url = isUrl(policyPath) ? URL.parse(policyPath) : null
  return url === null ? relative(stateFolder, policyPath) : `${url.origin}${url.pathname}`
}

const isUrl = (path: string): boolean => /^https?:\/\//i.test(path)
