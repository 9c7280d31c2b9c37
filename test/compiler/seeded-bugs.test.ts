import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { seededBugs } from '../support/seeded-bugs.ts'
import { seededMoneyBugs } from '../support/seeded-money-bugs.ts'

test(
  'each bug that is put into the analyses or the money core is caught by one of their properties',
  { timeout: 300_000 },
  () => {
    const script = join(import.meta.dirname, '../../scripts/seeded-bugs.ts')
    const { stdout, stderr } = spawnSync(process.execPath, [script], { encoding: 'utf8' })
    expect(stderr).toBe('')
    expect(stdout.split('\n').filter((line) => line.startsWith('NOT CAUGHT'))).toEqual([])
    const count = seededBugs.length + seededMoneyBugs.length
    expect(stdout).toContain(`${count} of ${count} seeded bugs caught`)
  },
)
