/**
 * Runs the trust tests at their full counts (a usual `npm test` makes a tenth), prints what they measured and writes it to
 * docs/trust.md. Ends with the tests' own exit code.
 */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..')
const page = join(root, 'docs/trust.md')
const folder = mkdtempSync(join(tmpdir(), 'gwc-trust-'))
const figures = join(folder, 'figures.jsonl')

const tests = [
  'test/proxy/trust.test.ts',
  'test/proxy/lifecycle.test.ts',
  'test/end-to-end/reload.test.ts',
  'test/front/strict-front.test.ts',
]

interface Figure {
  readonly promise: string
  readonly figure: string
}

function run(): number {
  writeFileSync(figures, '')
  const { status } = spawnSync(
    process.execPath,
    [join(root, 'node_modules/vitest/vitest.mjs'), 'run', '--no-file-parallelism', ...tests],
    {
      cwd: root,
      stdio: 'inherit',
      env: { ...process.env, GWC_TRUST: 'full', GWC_FIGURES: figures },
    },
  )
  return status ?? 1
}

function measured(): readonly Figure[] {
  const lines = readFileSync(figures, 'utf8').split('\n')
  return lines.filter((line) => line !== '').map((line) => JSON.parse(line) as Figure)
}

/** The page keeps its words; what stands between the marks is the last run. */
function write(found: readonly Figure[]): void {
  const rows = found.map(({ promise, figure }) => `| ${promise} | ${figure} |`)
  const when = `${new Date().toISOString().slice(0, 10)}, Node ${process.versions.node}, ${availableParallelism()} cores`
  const table = ['| what | figure |', '|---|---|', ...rows].join('\n')
  const text = readFileSync(page, 'utf8')
  const marks = /(<!-- figures -->\n)[^]*(<!-- end of figures -->)/
  writeFileSync(page, text.replace(marks, `$1\n\`npm run trust\`, ${when}:\n\n${table}\n\n$2`))
}

const status = run()
const found = measured()
for (const { promise, figure } of found) console.log(`${promise}: ${figure}`)
if (status === 0) write(found)
rmSync(folder, { recursive: true })
process.exitCode = status
