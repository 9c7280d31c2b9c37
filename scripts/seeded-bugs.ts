/**
 * `npm run bugs`: puts each seeded bug into the sources as they are loaded (no file changes), and asks which property of
 * the analyses, or of the money core, catches it. Exits 1 when one gets through, or when a property fails without any bug.
 */
import { registerHooks } from 'node:module'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { type SeededBug, seededBugs } from '../test/support/seeded-bugs.ts'
import { seededMoneyBugs } from '../test/support/seeded-money-bugs.ts'

const root = join(import.meta.dirname, '..')

/** Bugs, and the properties that must catch them. */
interface Suite {
  readonly bugs: readonly SeededBug[]
  /** A module and what it exports: properties in the order in which they are asked. */
  readonly module: string
  readonly name: string
  readonly numRuns: number
}

const suites: readonly Suite[] = [
  {
    bugs: seededBugs,
    module: 'test/support/analysis-properties.ts',
    name: 'analysisProperties',
    numRuns: 250,
  },
  {
    bugs: seededMoneyBugs,
    module: 'test/support/money-properties.ts',
    name: 'moneyProperties',
    numRuns: 60,
  },
]
const allBugs = suites.flatMap(({ bugs }) => bugs)

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
    const bug = allBugs[Number(new URLSearchParams(query).get('bug') ?? -1)]
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

interface Property {
  readonly name: string
  readonly hold: (parameters: {
    readonly seed: number
    readonly numRuns: number
    readonly endOnFailure: boolean
  }) => void | Promise<void>
}

/** The name of the first property that fails; `undefined` when all hold. */
async function catcherOf(
  { module, name, numRuns }: Suite,
  bug: number | undefined,
): Promise<string | undefined> {
  const query = bug === undefined ? '' : `?bug=${bug}`
  const loaded = (await import(`${pathToFileURL(join(root, module)).href}${query}`)) as Record<
    string,
    unknown
  >
  for (const property of loaded[name] as readonly Property[])
    if (!(await holds(() => property.hold({ seed: 7, numRuns, endOnFailure: true })))) return property.name
  return undefined
}

async function holds(task: () => void | Promise<void>): Promise<boolean> {
  try {
    await task()
    return true
  } catch {
    return false
  }
}

let caught = 0
for (const suite of suites) {
  const clean = await catcherOf(suite, undefined)
  if (clean !== undefined) throw new Error(`without any bug this fails: ${clean}`)
  for (const bug of suite.bugs) {
    const by = await catcherOf(suite, allBugs.indexOf(bug))
    if (by !== undefined) caught += 1
    console.log(by === undefined ? `NOT CAUGHT  ${bug.name}` : `caught      ${bug.name}: ${by}`)
  }
}
console.log(`${caught} of ${allBugs.length} seeded bugs caught`)
if (caught < allBugs.length) process.exitCode = 1
