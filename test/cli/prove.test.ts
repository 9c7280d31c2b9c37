import { existsSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { gwc, temporaryFolder } from '../support/gwc.ts'

const policy = `gwc 1
const premium = {family("claude-opus-4.8")}
route {
  rule long when input_tokens > 32k use openai/gpt-4.1 then anthropic/claude-opus-4.8 on {429}
  default use openai/gpt-4.1-mini
}
`

/** A folder with one policy, and an assertion in it. */
function folderWith(assertion = ''): ReturnType<typeof temporaryFolder> {
  const folder = temporaryFolder()
  writeFileSync(join(folder.path, 'main.route'), `${policy}${assertion}\n`)
  return folder
}

describe('gwc prove', () => {
  test.each([
    ['never use premium when input_tokens < 1k', 0, /proved for all requests/],
    ['never use premium', 3, /on 429, rule `long` goes to anthropic\/claude-opus-4\.8/],
    ['never use premum', 3, /did you mean `premium`/],
    ['nothing at all', 3, /GWC0101/],
    ['reachable long when input_tokens > 40k', 0, /proved/],
    ['denied when stream and not stream', 0, /says nothing/],
  ])('%s exits with %d', (property, code, said) => {
    using folder = folderWith()
    expect(gwc(['prove', property], { cwd: folder.path })).toMatchObject({
      code,
      out: expect.stringMatching(said),
    })
  })

  test('--json gives verdict and counterexample', () => {
    using folder = folderWith()
    const { out } = gwc(['prove', 'never use premium', 'main.route', '--json'], { cwd: folder.path })
    expect(JSON.parse(out)).toMatchObject([
      {
        policy: 'main.route',
        verdict: 'false',
        diagnostics: [{ code: 'GWC3001', witness: { input_tokens: 32_001 } }],
      },
    ])
  })
})

describe('a counterexample of gwc check', () => {
  const assertion = 'assert "no premium" never use premium when team == "interns"'

  test('is a file that gwc why replays: it names the assertion that the request breaks', () => {
    using folder = folderWith(assertion)
    const { out } = gwc(['check'], { cwd: folder.path })
    const [, replay = ''] = /replay: gwc (.*)\n/.exec(out) ?? []
    expect(replay).toBe('why .gwc/cex/GWC3001-1.json')
    const why = gwc(replay.split(' '), { cwd: folder.path })
    expect(why.out).toMatch(/by long[^]*breaks assertion "no premium" \(main\.route:7\)/)
    const json = gwc([...replay.split(' '), '--json'], { cwd: folder.path })
    expect(JSON.parse(json.out)).toMatchObject({ rule: 'long', breaks: ['no premium'] })
  })

  test('is gone once the assertion holds', () => {
    using folder = folderWith(assertion)
    gwc(['check'], { cwd: folder.path })
    writeFileSync(join(folder.path, 'main.route'), policy)
    gwc(['check'], { cwd: folder.path })
    expect(readdirSync(join(folder.path, '.gwc/cex'))).toEqual([])
  })

  test('a policy without one leaves no file', () => {
    using folder = folderWith()
    gwc(['check'], { cwd: folder.path })
    expect(existsSync(join(folder.path, '.gwc'))).toBe(false)
  })
})

describe('gwc check --bounds', () => {
  test('prints the worst case of each rule, and what adds up to it', () => {
    using folder = folderWith()
    const { code, out } = gwc(['check', '--bounds', '--as-of', '2026-11-22'], { cwd: folder.path })
    expect(code).toBe(0)
    expect(out).toMatch(
      /long \(main\.route:4\) +6 +10m .*3 × openai\/gpt-4\.1 at .*, then 3 × anthropic\/claude-opus-4\.8 at/,
    )
    expect(out).toMatch(/default \(main\.route:5\) +3 +10m/)
  })

  test('--format json gives them beside the findings', () => {
    using folder = folderWith()
    const { out } = gwc(['check', '--bounds', '--format', 'json'], { cwd: folder.path })
    expect(JSON.parse(out)).toMatchObject({
      counts: { error: 0 },
      bounds: [
        { policy: 'main.route', rules: [{ rule: 'long', attempts: 6, proven: true }, { rule: 'default' }] },
      ],
    })
  })
})
