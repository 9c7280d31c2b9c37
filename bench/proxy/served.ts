import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { request } from 'node:http'
import type { Durability } from '../../runtime/store/open-database.ts'
import { digestOf, makeKey } from '../../runtime/identity/key-format.ts'
import { bearer, type Contestant, cores, freePort, pause, startOn } from './contestant.ts'

const main = join(import.meta.dirname, '../../dist/bin/gwc.js')
const rules = 200

/** The installed command's own gateway, and how long it took from the start of its process to its first good answer. */
export interface Served extends Contestant {
  readonly readyMs: number
}

/** How it is served. */
export interface ServedWith {
  readonly name?: string
  /** Lines of the policy before its rules. */
  readonly lines?: string
  readonly durability?: Durability
}

/** Builds a policy of 200 rules and serves the table with `gwc serve`, keys wanted and each request logged, as an operator would. */
export async function startServed(
  upstreamPort: number,
  { name = 'gwc', lines = '', durability = 'process' }: ServedWith = {},
): Promise<Served> {
  if (!existsSync(main)) throw new Error('there is no dist/: `npm run build` makes it')
  const folder = mkdtempSync(join(tmpdir(), 'gwc-bench-serve-'))
  const port = await freePort()
  const key = makeKey()
  writeFileSync(join(folder, 'provider.key'), 'upstream-secret')
  writeFileSync(join(folder, 'main.route'), policy(lines))
  writeFileSync(
    join(folder, 'gateway.json'),
    JSON.stringify(config(port, upstreamPort, digestOf(key), durability)),
  )
  run('build', folder)
  const from = performance.now()
  const table = join(folder, 'main.table.json')
  const args = ['serve', table, '--config', join(folder, 'gateway.json')]
  const child = startOn(cores.proxy, [process.execPath, main, ...args])
  child.stdout?.resume()
  while (!(await isReady(port))) await pause(2)
  return { name, child, port, headers: bearer(key), readyMs: performance.now() - from }
}

function run(...args: readonly string[]): void {
  const { status, stdout, stderr } = spawnSync(process.execPath, [main, ...args], { encoding: 'utf8' })
  if (status !== 0) throw new Error(`gwc ${args.join(' ')} ended with ${status}:\n${stdout}${stderr}`)
}

function policy(lines: string): string {
  const each = Array.from(
    { length: rules - 1 },
    (_, i) =>
      `  rule team_${i} when team == "team-${i}" and temperature > 0.${1 + (i % 9)} use acme/model-${i % 10}`,
  )
  return `gwc 1\n${lines}\nroute {\n${each.join('\n')}\n  default use acme/large\n}\n`
}

function config(port: number, upstreamPort: number, digest: string, durability: Durability): unknown {
  const names = ['large', ...Array.from({ length: 10 }, (_, i) => `model-${i}`)]
  const model = { context: 200_000, maxOutput: 32_000, price: { input: 1, output: 2 } }
  return {
    listen: `127.0.0.1:${port}`,
    policy: 'main.route',
    store: { kind: 'sqlite', durability },
    keys: [{ digest, name: 'bench', team: 'payments' }],
    providers: {
      acme: {
        dialect: 'openai',
        baseUrl: `http://127.0.0.1:${upstreamPort}/v1`,
        accounts: [{ key: 'file:provider.key' }],
        models: Object.fromEntries(names.map((name) => [name, model])),
      },
    },
  }
}

function isReady(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const asked = request({ host: '127.0.0.1', port, path: '/readyz', agent: false }, (answer) => {
      answer.resume()
      resolve(answer.statusCode === 200)
    })
    asked.on('error', () => resolve(false)).end()
  })
}
