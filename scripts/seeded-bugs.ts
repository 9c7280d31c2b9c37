/**
 * `npm run bugs`: puts each seeded bug into the sources as they are loaded (no file changes), and asks which property of
 * the analyses catches it. Exits 1 when one gets through, or when a property fails without any bug.
 */
import { registerHooks } from 'node:module'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import type { analysisProperties } from '../test/support/analysis-properties.ts'
import { type SeededBug, seededBugs } from '../test/support/seeded-bugs.ts'

const root = join(import.meta.dirname, '..')
const parameters = { seed: 7, numRuns: 250, endOnFailure: true } as const

/** A module that is loaded with a bug loads all of its own with it: `?bug=3` goes from each to what it imports. */
registerHooks({
  resolve(specifier, context, next) {
    const resolved = next(specifier, context)
    const bug = new URLSearchParams(context.parentURL?.split('?')[1]).get('bug')
    if (
      bug === null ||
      !resolved.url.startsWith(pathToFileURL(root).href) ||
      resolved.url.includes('node_modules')
    )
      return resolved
    return { ...resolved, url: `${resolved.url}?bug=${bug}` }
  },
  load(url, context, next) {
    const [address = url, query] = url.split('?')
    const bug = seededBugs[Number(new URLSearchParams(query).get('bug') ?? -1)]
    const loaded = next(url, context)
    if (bug === undefined || fileURLToPath(address) !== join(root, bug.file)) return loaded
    return { ...loaded, source: withBug(bug, textOf(loaded.source)) }
  },
})

const textOf = (source: unknown): string =>
  typeof source === 'string' ? source : Buffer.from(source as Uint8Array).toString('utf8')

function withBug({ name, find, put }: SeededBug, text: string): string {
  if (text.split(find).length !== 2) throw new Error(`no single place for the bug "${name}"`)
  return text.replace(find, () => put)
}

interface Loaded {
  readonly analysisProperties: typeof analysisProperties
}

/** The name of the first property that fails; `undefined` when all hold. */
async function catcherOf(bug: number | undefined): Promise<string | undefined> {
  const query = bug === undefined ? '' : `?bug=${bug}`
  const path = pathToFileURL(join(root, 'test/support/analysis-properties.ts')).href
  const loaded = (await import(`${path}${query}`)) as Loaded
  return loaded.analysisProperties.find(({ hold }) => !holds(() => hold(parameters)))?.name
}

function holds(task: () => void): boolean {
  try {
    task()
    return true
  } catch {
    return false
  }
}

const clean = await catcherOf(undefined)
if (clean !== undefined) throw new Error(`without any bug this fails: ${clean}`)
let caught = 0
for (const [index, { name }] of seededBugs.entries()) {
  const by = await catcherOf(index)
  if (by !== undefined) caught += 1
  console.log(by === undefined ? `NOT CAUGHT  ${name}` : `caught      ${name}: ${by}`)
}
console.log(`${caught} of ${seededBugs.length} seeded bugs caught`)
if (caught < seededBugs.length) process.exitCode = 1
