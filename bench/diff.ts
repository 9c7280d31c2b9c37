/**
 * `npm run bench:diff`: `gwc diff` of 1,000 generated team-scoped rules against an edited copy, as whole processes (start-up,
 * two compilations, the difference): from source, and from `dist/` where `npm run build` has made it. Goal: 2 s. Exits 1 when
 * it is missed.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { generateRules } from '../test/support/generate-rules.ts'
import { columns } from './cpu.ts'

const rules = 1_000
const goalMs = 2_000
const runs = 5
/** Every hundredth rule picks another model, and one in two hundred is gone. */
const editEach = 100
const dropEach = 200

const root = join(import.meta.dirname, '..')
const commands = { source: 'cli/main.ts', dist: 'dist/bin/gwc.js' } as const
/** Of `gwc diff` when something differs. */
const differs = 10

function edited(text: string): string {
  let rule = 0
  return text
    .split('\n')
    .flatMap((line) => {
      if (!line.startsWith('  rule ')) return [line]
      rule++
      if (rule % dropEach === 0) return []
      return [rule % editEach === editEach / 2 ? line.replace(/use \S+/, 'use asked') : line]
    })
    .join('\n')
}

function leastMs(command: string, folder: string): number {
  const times = Array.from({ length: runs }, () => {
    const startedMs = performance.now()
    const { status, stderr } = spawnSync(
      process.execPath,
      [join(root, command), 'diff', join(folder, 'old.route'), join(folder, 'new.route')],
      { encoding: 'utf8' },
    )
    if (status !== differs) throw new Error(`gwc diff ended with ${status}: ${stderr}`)
    return performance.now() - startedMs
  })
  return Math.min(...times)
}

const folder = mkdtempSync(join(tmpdir(), 'gwc-diff-'))
const text = generateRules(rules)
writeFileSync(join(folder, 'old.route'), text)
writeFileSync(join(folder, 'new.route'), edited(text))
const measured = Object.entries(commands)
  .filter(([, command]) => existsSync(join(root, command)))
  .map(([from, command]) => ({ from, ms: leastMs(command, folder) }))
rmSync(folder, { recursive: true })
console.log(columns([['from', 'whole process ms'], ...measured.map(({ from, ms }) => [from, ms.toFixed(0)])]))
console.log(
  `goal: ${goalMs} ms; ${rules} rules against a copy with 10 changed and 5 removed, least of ${runs}`,
)
if (measured.some(({ ms }) => ms > goalMs)) process.exitCode = 1
