import { join } from 'node:path'
import { expect, test } from 'vitest'
import { gwc } from '../support/gwc.ts'

const corpus = join(import.meta.dirname, '../corpus')

test("the manual's whole policy checks without a finding", () => {
  const { code, out } = gwc(['check', '--strict', 'acme/acme.route'], { cwd: corpus })
  expect(out).toMatch(/no findings$/m)
  expect(out).toContain('acme/acme.route asks for `compact`: `gwc serve` of this version cannot obey')
  expect(code).toBe(0)
})

test("the manual's whole policy passes its tests", () => {
  const { code, out } = gwc(['test', 'acme/acme.route'], { cwd: corpus })
  expect(out).toMatch(/^4 passed, 0 failed$/m)
  expect(code).toBe(0)
})

test('its table says by name what a runtime must do to obey it', () => {
  const { out } = gwc(['build', 'acme/acme.route', '-o', '-'], { cwd: corpus })
  expect(JSON.parse(out)).toMatchObject({
    requires: [
      'budgets',
      'limits',
      'split',
      'best',
      'affinity',
      'semantic-cache',
      'max-output',
      'compact',
      'prompt-cache',
      'log',
    ],
    affinity: 'session',
  })
})
