/**
 * `npm run properties -- ROUNDS [PATH…]`: every test that draws random cases, each round with a seed of its own, where
 * `npm test` draws the same ones each time. Tells the seeds that found something; ends with 1 where one did.
 */
import { spawnSync } from 'node:child_process'
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { seedFor } from '../test/support/seed.ts'

const root = join(import.meta.dirname, '..')
const drawing = /support\/(fast-check|seed|analysis-properties)\.ts'/

const [rounds = '20', ...paths] = process.argv.slice(2)
const tests = globSync('test/**/*.test.ts', { cwd: root })
  .filter((file) => drawing.test(readFileSync(join(root, file), 'utf8')))
  .filter((file) => paths.length === 0 || paths.some((path) => file.startsWith(path)))
  .toSorted()
console.log(`${tests.length} files, ${rounds} rounds`)
const failed = Array.from({ length: Number(rounds) }, () => roundWith(seedFor('random'))).filter(
  (isOk) => !isOk,
)
console.log(`${failed.length} of ${rounds} rounds found something`)
if (failed.length > 0) process.exitCode = 1

function roundWith(seed: number): boolean {
  const vitest = join(root, 'node_modules/vitest/vitest.mjs')
  const { status, stdout, stderr } = spawnSync(process.execPath, [vitest, 'run', ...tests], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 1e9,
    env: { ...process.env, FC_SEED: String(seed) },
  })
  console.log(`FC_SEED=${seed} ${status === 0 ? 'holds' : `fails\n${stdout}${stderr}`}`)
  return status === 0
}
