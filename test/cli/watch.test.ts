import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { gwc, type Running, start, temporaryFolder } from '../support/gwc.ts'

const rules = `route {
  rule quick when stream use openai/gpt-4.1-mini
  default use openai/gpt-4.1
}
`
const policy = `gwc 1\n${rules}`

/** `gwc check --watch` over a folder with `main.route`, once it has checked for the first time. */
async function watching(path: string): Promise<Running> {
  writeFileSync(join(path, 'main.route'), policy)
  const running = start(['check', '--watch'], path)
  await running.says(/1 policy, 2 rules, 0 tests: no findings\n/)
  return running
}

describe('gwc check --watch', () => {
  test('checks again after each change, and ends well with Ctrl-C', async () => {
    using folder = temporaryFolder()
    await using running = await watching(folder.path)
    writeFileSync(join(folder.path, 'main.route'), policy.replace('when stream', 'when steram'))
    await running.says(/did you mean `stream`/)
    writeFileSync(join(folder.path, 'main.route'), 'route {')
    await running.says(/error\[GWC01\d\d\]/)
    writeFileSync(join(folder.path, 'main.route'), policy)
    await running.says(/no findings/)
    expect(await running.end('SIGINT')).toBe(0)
  })

  test('separates what it finds with a line in a pipe, and clears no screen', async () => {
    using folder = temporaryFolder()
    await using running = await watching(folder.path)
    writeFileSync(join(folder.path, 'main.route'), policy.replace('stream', 'tools'))
    await running.says(/^── \d\d:\d\d:\d\d\n[^]*^── \d\d:\d\d:\d\d\n[^]*no findings/m, 'from the start')
    expect(running.printed()).not.toContain('\u001b')
  })

  test('survives a policy that goes and comes back', async () => {
    using folder = temporaryFolder()
    await using running = await watching(folder.path)
    rmSync(join(folder.path, 'main.route'))
    await running.says(/gwc: no \.route file/)
    writeFileSync(join(folder.path, 'main.route'), policy)
    await running.says(/no findings/)
  })

  test('sees a new module, its facts file, and gateway.json', async () => {
    using folder = temporaryFolder()
    await using running = await watching(folder.path)
    const file = (name: string): string => join(folder.path, name)
    writeFileSync(file('main.route'), `include "teams/a.route" as a for team == "a"\n${rules}`)
    await running.says(/GWC1101/)
    mkdirSync(file('teams'))
    writeFileSync(file('teams/a.route'), 'gwc 1\nroute { rule mine when tools use openai/gpt-4.1 }\n')
    await running.says(/1 policy, 3 rules/)
    rmSync(file('teams'), { recursive: true })
    await running.says(/GWC1101/)
    writeFileSync(file('main.route'), `facts "own.json"\n${rules}`)
    await running.says(/GWC1101/)
    writeFileSync(file('own.json'), '{')
    await running.says(/own\.json:1/)
    rmSync(file('own.json'))
    writeFileSync(file('main.route'), policy)
    await running.says(/no findings/)
    writeFileSync(file('next.json'), '{"providers": {"anthropic": {}}}')
    renameSync(file('next.json'), file('gateway.json'))
    await running.says(/error\[GWC13\d\d\]/)
  })

  test.each([
    ['--fix', 'gwc: --watch only shows and --fix writes: run `gwc check --fix` beside it\n'],
    ['--format=json', 'gwc: --watch prints for people, again and again: leave out --format\n'],
  ])('does not go with %s', (option, message) => {
    expect(gwc(['check', '--watch', option])).toMatchObject({ code: 1, err: message })
  })
})
