/**
 * Runs tests at their full counts (a usual `npm test` makes a fraction), prints what they measured and writes it to a page,
 * between the marks of its section. Ends with the tests' own exit code.
 */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..')

/** What to run, and where its figures go. */
export interface Recording {
  /** As a user types it. */
  readonly command: string
  readonly tests: readonly string[]
  /** A page with `<!-- MARK -->` and `<!-- end of MARK -->`. */
  readonly page: string
  readonly mark: string
}

interface Figure {
  readonly promise: string
  readonly figure: string
}

/** Runs and records; the figures of a run that fails are printed and not written. */
export function recordFigures(recording: Recording): void {
  const folder = mkdtempSync(join(tmpdir(), 'gwc-figures-'))
  const figures = join(folder, 'figures.jsonl')
  const status = run(recording.tests, figures)
  const found = measured(figures)
  for (const { promise, figure } of found) console.log(`${promise}: ${figure}`)
  if (status === 0) write(recording, found)
  rmSync(folder, { recursive: true })
  process.exitCode = status
}

function run(tests: readonly string[], figures: string): number {
  writeFileSync(figures, '')
  const { status } = spawnSync(
    process.execPath,
    [join(root, 'node_modules/vitest/vitest.mjs'), 'run', '--no-file-parallelism', ...tests],
    {
      cwd: root,
      stdio: 'inherit',
      env: { FC_SEED: 'random', ...process.env, GWC_TRUST: 'full', GWC_FIGURES: figures },
    },
  )
  return status ?? 1
}

function measured(figures: string): readonly Figure[] {
  const lines = readFileSync(figures, 'utf8').split('\n')
  return lines.filter((line) => line !== '').map((line) => JSON.parse(line) as Figure)
}

/** The page keeps its words; what stands between the marks is the last run. */
function write({ command, page, mark }: Recording, found: readonly Figure[]): void {
  const file = join(root, page)
  const rows = found.map(({ promise, figure }) => `| ${promise} | ${figure} |`)
  const when = `${new Date().toISOString().slice(0, 10)}, Node ${process.versions.node}, ${availableParallelism()} cores`
  const table = ['| what | figure |', '|---|---|', ...rows].join('\n')
  const marks = new RegExp(`(<!-- ${mark} -->\n)[^]*(<!-- end of ${mark} -->)`)
  const text = readFileSync(file, 'utf8')
  writeFileSync(file, text.replace(marks, `$1\n\`${command}\`, ${when}:\n\n${table}\n\n$2`))
}
