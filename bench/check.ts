/**
 * `npm run bench:check`: everything from the text of 1,000 generated team-scoped rules over 14 facts to the bytes of
 * their table, in processes of their own: from source, and from `dist/` where `npm run build` has made it; then 5,000
 * rules. Goal: analysis ≤ 1 s after start-up, process < 2 s and < 300 MB; of 5,000 rules ≤ 15 s. Exits 1 when a goal is missed.
 */
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Compilation, compile, CompileInput } from '../compiler/compile.ts'
import type { serialize } from '../compiler/emit.ts'
import type { builtinCatalogue } from '../core/catalogue.ts'
import { generateRules } from '../test/support/generate-rules.ts'
import { columns, cpuUs } from './cpu.ts'

const goals = { analysisMs: 1_000, processMs: 2_000, rssMb: 300 } as const
const runs = 5

/** The same for a gateway of five hundred teams. */
const large = { rules: 5_000, analysisMs: 15_000, runs: 2 } as const

/** What one process measures of itself. */
interface Analysis {
  readonly analysisMs: number
  readonly cpuMs: number
  readonly rssMb: number
  readonly findings: number
  readonly bytes: number
}

interface Measure extends Analysis {
  readonly processMs: number
}

type Build = 'source' | 'dist'

const root = join(import.meta.dirname, '..')
const [mode, build, rules = '1000'] = process.argv.slice(2)

if (mode === '--once') console.log(JSON.stringify(await analyse(build as Build, Number(rules))))
else if (![compare(), compareLarge()].every(Boolean)) process.exitCode = 1

async function analyse(build: Build, count: number): Promise<Analysis> {
  const compiler = await compilerOf(build)
  const catalogue = compiler.builtinCatalogue()
  const inputOf = (text: string): CompileInput => ({
    root: 'main.route',
    sources: new Map([['main.route', text]]),
    catalogue,
    providers: undefined,
    asOf: catalogue.date,
  })
  const drawn = generateRules(count)
  // Among thousands of random rules a few lie behind others: those are errors, and left out.
  const input =
    count <= 1_000 ? inputOf(drawn) : inputOf(withoutErrors(drawn, compiler.compile(inputOf(drawn))))
  const [startedMs, startedCpu] = [performance.now(), cpuUs()]
  const { table, diagnostics } = compiler.compile(input)
  if (table === undefined) throw new Error('the generated rules have errors: nothing was laid out')
  const bytes = compiler.serialize(table)
  return {
    analysisMs: performance.now() - startedMs,
    cpuMs: (cpuUs() - startedCpu) / 1000,
    rssMb: process.resourceUsage().maxRSS / 1024,
    findings: diagnostics.length,
    bytes: bytes.length,
  }
}

function withoutErrors(text: string, { diagnostics }: Compilation): string {
  const lines = new Set(
    diagnostics.map(({ primary }) => text.slice(0, primary.span.start).split('\n').length - 1),
  )
  return text
    .split('\n')
    .filter((_, index) => !lines.has(index))
    .join('\n')
}

interface Compiler {
  readonly compile: typeof compile
  readonly serialize: typeof serialize
  readonly builtinCatalogue: typeof builtinCatalogue
}

async function compilerOf(build: Build): Promise<Compiler> {
  const files = ['compiler/compile', 'compiler/emit', 'core/catalogue']
  const at = (file: string): string =>
    build === 'source' ? join(root, `${file}.ts`) : join(root, 'dist', `${file}.js`)
  const modules = await Promise.all(files.map(async (file) => (await import(at(file))) as object))
  return Object.assign({}, ...modules) as Compiler
}

function run(build: Build, count = 1_000): Measure {
  const started = performance.now()
  const child = spawnSync(process.execPath, [import.meta.filename, '--once', build, String(count)], {
    encoding: 'utf8',
  })
  const processMs = performance.now() - started
  if (child.status !== 0) throw new Error(child.stderr)
  return { ...(JSON.parse(child.stdout) as Analysis), processMs }
}

/** Of each figure the least over several processes. */
function best(build: Build): Measure {
  return Array.from({ length: runs }, () => run(build)).reduce((a, b) => ({
    analysisMs: Math.min(a.analysisMs, b.analysisMs),
    cpuMs: Math.min(a.cpuMs, b.cpuMs),
    rssMb: Math.min(a.rssMb, b.rssMb),
    processMs: Math.min(a.processMs, b.processMs),
    findings: b.findings,
    bytes: b.bytes,
  }))
}

function compare(): boolean {
  const builds: readonly Build[] = existsSync(join(root, 'dist')) ? ['source', 'dist'] : ['source']
  const measured = builds.map((build) => [build, best(build)] as const)
  const cells = ({ analysisMs, cpuMs, processMs, rssMb }: Measure): readonly string[] =>
    [analysisMs, cpuMs, processMs, rssMb].map((value) => Math.round(value).toString())
  const first = measured[0]?.[1]
  console.log(
    `1000 rules, ${first?.findings} findings, table of ${first?.bytes} bytes; best of ${runs} processes`,
  )
  console.log(
    columns([
      ['', 'text to bytes ms', 'of that CPU ms', 'process ms', 'RSS MB'],
      ...measured.map(([build, figures]) => [build, ...cells(figures)]),
      ['goal', String(goals.analysisMs), '', String(goals.processMs), String(goals.rssMb)],
    ]),
  )
  return measured.every(([, figures]) =>
    (['analysisMs', 'processMs', 'rssMb'] as const).every((goal) => figures[goal] <= goals[goal]),
  )
}

function compareLarge(): boolean {
  const measured = Array.from({ length: large.runs }, () => run('source', large.rules))
  const least = (of: (measure: Measure) => number): number => Math.round(Math.min(...measured.map(of)))
  const analysisMs = least((each) => each.analysisMs)
  console.log(
    `${large.rules} rules from source: ${analysisMs} ms text to bytes (goal ${large.analysisMs}), RSS ${least((each) => each.rssMb)} MB; best of ${large.runs} processes`,
  )
  return analysisMs <= large.analysisMs
}
