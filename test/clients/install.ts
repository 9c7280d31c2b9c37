import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

const cacheFolder = fileURLToPath(new URL('../../node_modules/.cache/gwc-clients', import.meta.url))

/**
 * Installs a client from the npm registry into a cache of its own and gives back the folder that holds its `node_modules`: it is
 * too big to come with every `npm ci`, and nothing of gwc may depend on it.
 */
export async function installClient(name: string, version: string): Promise<string> {
  const folder = join(cacheFolder, `${name.replaceAll('/', '_')}-${version}`)
  const installed = join(folder, 'node_modules', name, 'package.json')
  if (existsSync(installed)) return folder
  // Two tests may want it at once: each installs for itself, and the first one's stays.
  const own = `${folder}.${process.pid}`
  await mkdir(own, { recursive: true })
  const flags = ['--no-audit', '--no-fund', '--no-save', '--ignore-scripts', '--prefix', own]
  await promisify(execFile)('npm', ['install', ...flags, `${name}@${version}`], { timeout: 300_000 })
  await rename(own, folder).catch(() => rm(own, { recursive: true, force: true }))
  return folder
}
