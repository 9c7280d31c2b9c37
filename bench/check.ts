/**
 * `npm run bench:check`: the whole analysis of 1,000 generated team-scoped rules over 14 facts, from text to table, in a
 * process of its own. Goal: analysis ≤ 1 s after start-up, process < 2 s and < 300 MB. Exits 1 when a goal is missed.
 */
import { spawnSync } from 'node:child_process'
import { compile } from '../compiler/compile.ts'
import { builtinCatalogue } from '../core/catalogue.ts'
import { generateRules } from '../test/support/generate-rules.ts'
import { columns, cpuUs } from './cpu.ts'

const goals = { analysisMs: 1_000, processMs: 2_000, rssMb: 300 } as const

interface Measure {
  readonly analysisMs: number
  readonly cpuMs: number
  readonly rssMb: number
  readonly findings: number
  readonly stats: object
}

const rules = Number(process.argv.find((word) => /^\d+$/.test(word)) ?? 1_000)

if (process.argv.includes('--once')) console.log(JSON.stringify(once()))
else if (!compare()) process.exitCode = 1

function once(): Measure {
  const text = generateRules(rules)
  const catalogue = builtinCatalogue()
  const [startedMs, startedCpu] = [performance.now(), cpuUs()]
  const compilation = compile({
    root: 'main.route',
    sources: new Map([['main.route', text]]),
    catalogue,
    providers: undefined,
    asOf: catalogue.date,
  })
  return {
    analysisMs: performance.now() - startedMs,
    cpuMs: (cpuUs() - startedCpu) / 1000,
    rssMb: process.resourceUsage().maxRSS / 1024,
    findings: compilation.diagnostics.length,
    stats: compilation.stats ?? {},
  }
}

function compare(): boolean {
  const runs = Array.from({ length: 5 }, () => {
    const started = performance.now()
    const child = spawnSync(process.execPath, [import.meta.filename, '--once', String(rules)], {
      encoding: 'utf8',
    })
    const processMs = performance.now() - started
    if (child.status !== 0) throw new Error(child.stderr)
    return { ...(JSON.parse(child.stdout) as Measure), processMs }
  })
  const best = (of: (run: (typeof runs)[number]) => number): number => Math.min(...runs.map(of))
  const measured = {
    analysisMs: best((run) => run.analysisMs),
    processMs: best((run) => run.processMs),
    rssMb: best((run) => run.rssMb),
  }
  const shown = (value: number): string => Math.round(value).toString()
  console.log(`${rules} rules, ${runs[0]?.findings} findings, best of ${runs.length} processes`)
  console.log(
    columns([
      ['', 'analysis ms', 'of that CPU ms', 'process ms', 'RSS MB'],
      [
        'measured',
        shown(measured.analysisMs),
        shown(best((run) => run.cpuMs)),
        shown(measured.processMs),
        shown(measured.rssMb),
      ],
      ['goal', String(goals.analysisMs), '', String(goals.processMs), String(goals.rssMb)],
    ]),
  )
  return (
    measured.analysisMs <= goals.analysisMs &&
    measured.processMs <= goals.processMs &&
    measured.rssMb <= goals.rssMb
  )
}
