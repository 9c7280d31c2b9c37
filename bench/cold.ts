/**
 * `npm run bench:cold [-- OTHER/bin/gwc.js]`: `gwc check policies` from `dist/`, process start to end, beside a Node that
 * does nothing and beside another build where one is named. Runs alternate, so that a slow minute slows all alike.
 * Goal: ≤ 300 ms. Exits 1 when it is missed.
 */
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { columns } from './cpu.ts'

const goalMs = 300
const rounds = 15

const root = join(import.meta.dirname, '..')
const [other] = process.argv.slice(2)
const built = join(root, 'dist/bin/gwc.js')
if (!existsSync(built)) throw new Error('there is no dist/: `npm run build` makes it')

const check = (main: string): readonly string[] => [main, 'check', join(root, 'policies')]
const commands: readonly (readonly [name: string, args: readonly string[]])[] = [
  ['node alone', ['--eval', '0']],
  ...(other === undefined ? [] : [[other, check(resolve(other))] as const]),
  ['gwc check', check(built)],
]

function timeMs(args: readonly string[]): number {
  const started = performance.now()
  const { status, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' })
  if (status !== 0) throw new Error(`${args.join(' ')} ended with ${status}:\n${stderr}`)
  return performance.now() - started
}

const times = commands.map((): number[] => [])
for (let round = 0; round < rounds; round++)
  for (const [index, [, args]] of commands.entries()) times[index]?.push(timeMs(args))

const sorted = times.map((each) => each.toSorted((a, z) => a - z))
const least = sorted.map(([first = Number.NaN]) => first)
const median = sorted.map((each) => each[rounds >> 1] ?? Number.NaN)
console.log(
  columns([
    ['', 'least ms', 'median ms'],
    ...commands.map(([name], index) => [
      name,
      ...[least, median].map((each) => each[index]?.toFixed(0) ?? ''),
    ]),
    ['goal', `${goalMs}`, ''],
  ]),
)
if ((least.at(-1) ?? Number.NaN) > goalMs) process.exitCode = 1
