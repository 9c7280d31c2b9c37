import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { seededBugs } from '../support/seeded-bugs.ts'

test(
  'each bug that is put into the analyses is caught by one of their properties',
  { timeout: 120_000 },
  () => {
    const script = join(import.meta.dirname, '../../scripts/seeded-bugs.ts')
    const { stdout, stderr } = spawnSync(process.execPath, [script], { encoding: 'utf8' })
    expect(stderr).toBe('')
    expect(stdout.split('\n').filter((line) => line.startsWith('NOT CAUGHT'))).toEqual([])
    expect(stdout).toContain(`${seededBugs.length} of ${seededBugs.length} seeded bugs caught`)
  },
)
