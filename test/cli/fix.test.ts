import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { gwc, temporaryFolder } from '../support/gwc.ts'

/** A folder with these files. */
function folderOf(files: Readonly<Record<string, string>>): ReturnType<typeof temporaryFolder> {
  const folder = temporaryFolder()
  mkdirSync(join(folder.path, 'teams'))
  for (const [file, text] of Object.entries(files)) writeFileSync(join(folder.path, file), text)
  return folder
}

const main = `gwc 1

guard { deny "No." when stream == true and tools == true }

include "teams/a.route" as a for team == "a"

route {
  rule long  when input_tokens > 100k  use openai/gpt-4.1
  rule huge  when input_tokens > 500k  use google/gemini-3.1-pro
  default                              use openai/gpt-4.1-mini
}
`
const team = `gwc 1

route { rule seen when images == true use openai/gpt-4.1 }
`

describe('gwc check --fix', () => {
  test('applies several fixes to one file, and those of included files', () => {
    using folder = folderOf({ 'main.route': main, 'teams/a.route': team })
    const { code, err, out } = gwc(['check', '--fix', '--strict'], { cwd: folder.path })
    expect({ code, out }).toEqual({ code: 0, out: expect.stringContaining('no findings') })
    expect(err.match(/^fixed: /gm)?.length).toBeGreaterThanOrEqual(4)
    const read = (file: string): string => readFileSync(join(folder.path, file), 'utf8')
    expect(read('main.route')).toContain('when stream and tools }')
    expect(read('main.route')).toMatch(/rule huge[^\n]*\n {2}rule long/)
    expect(read('teams/a.route')).toContain('when images use')
  })

  test('has nothing to do the second time', () => {
    using folder = folderOf({ 'main.route': main, 'teams/a.route': team })
    gwc(['check', '--fix'], { cwd: folder.path })
    const fixed = readFileSync(join(folder.path, 'main.route'), 'utf8')
    expect(gwc(['check', '--fix'], { cwd: folder.path })).toMatchObject({ code: 0, err: '' })
    expect(readFileSync(join(folder.path, 'main.route'), 'utf8')).toBe(fixed)
  })

  test('leaves what needs a choice as it is, and says so by its exit code', () => {
    const unknown = main.replace('stream == true', 'steram')
    using folder = folderOf({ 'main.route': unknown, 'teams/a.route': team })
    expect(gwc(['check', '--fix'], { cwd: folder.path }).code).toBe(3)
    expect(readFileSync(join(folder.path, 'main.route'), 'utf8')).toContain('steram')
  })
})
