import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { gwc } from '../support/gwc.ts'

const policies = join(import.meta.dirname, '../../policies')

describe.each(readdirSync(policies))('policies/%s', (name) => {
  test('checks without a finding, its tests included', () => {
    const { code, out } = gwc(['check', '--strict', name], { cwd: policies })
    expect(out).toMatch(/no findings$/m)
    expect(code).toBe(0)
  })

  test('is formatted', () => {
    const { code, out } = gwc(['fmt', '--check', name], { cwd: policies })
    expect(out).toBe('')
    expect(code).toBe(0)
  })

  test('builds the same bytes twice', () => {
    const build = (): string => gwc(['build', name, '-o', '-'], { cwd: policies }).out
    const first = build()
    expect(JSON.parse(first)).toMatchObject({ format: 'gwc.decision-table', version: 1 })
    expect(build()).toBe(first)
  })
})
