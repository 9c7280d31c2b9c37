import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Client, Spoken } from '../client.ts'
import type { Recorded } from './scrub.ts'

const folder = fileURLToPath(new URL('../../corpus/clients/', import.meta.url))

/** What one client sent while it ran two tools of one answer and said what came of them. */
export interface Recording {
  readonly client: string
  readonly version: string
  readonly dialect: Spoken
  readonly requests: readonly Recorded[]
}

/** All recordings, by the names of their files. */
export function recordings(): readonly Recording[] {
  const files = readdirSync(folder).filter((name) => name.endsWith('.json'))
  return files.map((name) => JSON.parse(readFileSync(`${folder}${name}`, 'utf8')) as Recording)
}

/** Keeps a recording. */
export function keepRecording({ name, version, dialect }: Client, requests: readonly Recorded[]): void {
  const recording: Recording = { client: name.replaceAll('`', ''), version, dialect, requests }
  const file = recording.client
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '')
  writeFileSync(`${folder}${file}.json`, `${JSON.stringify(recording, null, 1)}\n`)
}
