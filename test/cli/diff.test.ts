import { execFileSync } from 'node:child_process'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { gwc, temporaryFolder } from '../support/gwc.ts'

const policy = `gwc 1
const small = {openai/gpt-4.1-mini, deepseek/deepseek-v4-flash}
route {
  rule long  when input_tokens > 100k use openai/gpt-4.1
  rule quick when stream              use openai/gpt-4.1-mini
  default                             use cheapest of small
}
assert "interns never reach gpt-4.1" never use openai/gpt-4.1 when team == "interns" and input_tokens <= 100k
`

type Edit = readonly [from: string, to: string]

const edited = (...edits: readonly Edit[]): string =>
  edits.reduce((text, [from, to]) => text.replace(from, to), policy)

interface Repository {
  readonly path: string
  readonly write: (text: string, file?: string) => void
  readonly git: (...args: readonly string[]) => string
  [Symbol.dispose]: () => void
}

/** A git repository of its own with the policy committed in it, or in a folder of it. */
function repository(file = 'main.route'): Repository {
  const folder = temporaryFolder()
  const git = (...args: readonly string[]): string =>
    execFileSync('git', ['-C', folder.path, '-c', 'user.name=t', '-c', 'user.email=t@example.com', ...args], {
      encoding: 'utf8',
    })
  const write = (text: string, at = file): void => {
    mkdirSync(join(folder.path, at, '..'), { recursive: true })
    writeFileSync(join(folder.path, at), text)
  }
  git('init', '--quiet', '--initial-branch=main')
  write(policy)
  git('add', '.')
  git('commit', '--quiet', '-m', 'policy')
  return { path: folder.path, write, git, [Symbol.dispose]: folder[Symbol.dispose] }
}

describe('gwc diff', () => {
  test('takes one form of output, and days of the calendar', () => {
    using repo = repository()
    const both = gwc(['diff', 'git:main', '--json', '--markdown'], { cwd: repo.path })
    expect(both).toMatchObject({ code: 1, out: '' })
    expect(both.err).toContain("option '--json' cannot be used with option '--markdown'")
    const day = gwc(['diff', 'git:main', '--as-of', '2026-02-30'], { cwd: repo.path })
    expect(day.code).toBe(1)
    expect(day.err).toContain('--as-of takes a day such as')
  })

  test('says nothing of a change that means nothing, and exits 0', () => {
    using repo = repository()
    repo.write(policy.replace('when stream  ', '// streams\n  when stream'))
    expect(gwc(['diff', 'git:HEAD'], { cwd: repo.path })).toEqual({
      code: 0,
      out: 'git:HEAD → .: no request is decided differently\n',
      err: '',
    })
  })

  test('shows the requests, both effects, the rules and a request; exits 10', () => {
    using repo = repository()
    repo.write(edited(['when stream ', 'when stream and team != "batch" ']))
    expect(gwc(['diff', 'git:HEAD'], { cwd: repo.path })).toEqual({
      code: 10,
      out: `route
  - use openai/gpt-4.1-mini
  + use cheapest of small
  when team == "batch" and stream and input_tokens <= 100k
    main.route#quick:5 → main.route#default:6
    gwc why team=batch stream=true

git:HEAD → .: 1 change: 1 route
`,
      err: '',
    })
  })

  test('follows a rule through its renaming', () => {
    using repo = repository()
    repo.write(edited(['rule quick when', 'rule streams was quick when']))
    expect(gwc(['diff', 'git:HEAD'], { cwd: repo.path }).code).toBe(0)
  })

  test('a constant that changes is one row, with what its set gained and lost', () => {
    using repo = repository()
    repo.write(edited(['openai/gpt-4.1-mini, deepseek', 'deepseek']))
    const { out } = gwc(['diff', 'git:HEAD'], { cwd: repo.path })
    expect(out).toContain('  - use cheapest of small\n')
    expect(out).toContain('  + use cheapest of small (without openai/gpt-4.1-mini)\n')
    expect(out).toContain('not stream and input_tokens <= 100k')
  })

  test('every witness is a request that `gwc why` decides as the row says', () => {
    using repo = repository()
    repo.write(edited(['> 100k', '> 32k'], ['when stream', 'when stream and team like "web-*"']))
    const { out } = gwc(['diff', 'git:HEAD', '.', '--json'], { cwd: repo.path })
    const { changes } = JSON.parse(out) as {
      readonly changes: readonly {
        readonly after: string
        readonly parts: readonly { readonly witness: object; readonly after: readonly { rule: string }[] }[]
      }[]
    }
    expect(changes.length).toBeGreaterThan(1)
    for (const { after, parts } of changes) {
      for (const part of parts) {
        const why = gwc(['why', JSON.stringify(part.witness)], { cwd: repo.path })
        expect(why.out.split('\n')[0]).toContain(
          `${after}  by ${part.after[0]?.rule.replace('main.route#', '')}`,
        )
      }
    }
  })

  test('compares a built table with the source it was built from, and with another', () => {
    using repo = repository()
    gwc(['build', '-o', 'live.table.json'], { cwd: repo.path })
    expect(gwc(['diff', 'live.table.json', '.'], { cwd: repo.path }).code).toBe(0)
    repo.write(edited(['when stream ', 'when stream and team like "web-*" ']))
    gwc(['build', '-o', 'new.table.json'], { cwd: repo.path })
    const { code, out } = gwc(['diff', 'live.table.json', 'new.table.json'], { cwd: repo.path })
    expect(code).toBe(10)
    expect(out).toContain('when team not like "web-*" and stream and input_tokens <= 100k')
    expect(gwc(['diff', 'git:HEAD', 'live.table.json'], { cwd: repo.path }).code).toBe(0)
  })

  test('takes a file, a folder and a path in a revision, from a folder of the repository too', () => {
    using repo = repository('policies/main.route')
    repo.write(edited(['> 100k', '> 101k']))
    for (const args of [
      ['git:HEAD', 'policies'],
      ['git:HEAD', 'policies/main.route'],
      ['git:main:policies', 'policies'],
      ['git:main:policies/main.route', 'policies/main.route'],
    ])
      expect(gwc(['diff', ...args], { cwd: repo.path }).code).toBe(10)
    expect(gwc(['diff', 'git:HEAD'], { cwd: join(repo.path, 'policies') }).code).toBe(10)
    expect(gwc(['diff', 'git:HEAD', 'git:HEAD:policies'], { cwd: repo.path }).code).toBe(0)
    rmSync(join(repo.path, 'policies'), { recursive: true })
    expect(gwc(['diff', 'git:HEAD:policies', 'git:HEAD:policies'], { cwd: repo.path }).code).toBe(0)
  })

  test('reads included files and gateway.json of the same revision', () => {
    using repo = repository()
    repo.write(`${policy}include "teams/a.route" as a for team == "a"\n`)
    repo.write('gwc 1\ncache {\n  default => off\n}\n', 'teams/a.route')
    repo.write('{"providers": {"openai": {}, "deepseek": {}}}', 'gateway.json')
    repo.git('add', '.')
    repo.git('commit', '--quiet', '-m', 'team')
    repo.write('gwc 1\ncache {\n  default => exact for 1h within team\n}\n', 'teams/a.route')
    const { out, err } = gwc(['diff', 'git:HEAD'], { cwd: repo.path })
    expect(err).toBe('')
    expect(out).toContain('  - off\n  + exact for 1h within team\n  when team == "a"')
    expect(out).toContain('teams/a.route#a.cache:default')
  })
})

describe('gwc diff --only', () => {
  test('proves that nothing else changes; the condition may name what the policy names', () => {
    using repo = repository()
    repo.write(
      edited(
        ['route {', 'pred batch = team == "batch"\nroute {'],
        ['when stream ', 'when stream and not batch '],
      ),
    )
    const { code, out } = gwc(['diff', 'git:HEAD', '.', '--only', 'batch and stream'], { cwd: repo.path })
    expect(out).toContain('--only batch and stream: proved, every other request is decided as before')
    expect(code).toBe(10)
  })

  test('exits 3 with a request outside that is decided differently', () => {
    using repo = repository()
    repo.write(edited(['when stream ', 'when stream and team != "batch" ']))
    const { code, out } = gwc(['diff', 'git:HEAD', '.', '--only', 'team == "batch" and tools'], {
      cwd: repo.path,
    })
    expect(out).toContain('broken, route changes outside of it\n  gwc why team=batch stream=true')
    expect(code).toBe(3)
  })

  test('names a mistake in the condition', () => {
    using repo = repository()
    const { code, err } = gwc(['diff', 'git:HEAD', '.', '--only', 'tem == "a"'], { cwd: repo.path })
    expect(err).toBe('gwc: --only tem == "a": there is no fact named `tem`; did you mean `team`?\n')
    expect(code).toBe(1)
  })
})

describe('assertions under a change', () => {
  test('exits 3 where the new policy breaks one that held', () => {
    using repo = repository()
    repo.write(edited(['> 100k use', '> 32k use']))
    const { code, out } = gwc(['diff', 'git:HEAD'], { cwd: repo.path })
    expect(out).toContain('GWC3001')
    expect(code).toBe(3)
  })

  test('exits 3 where it is removed and would be false now', () => {
    using repo = repository()
    repo.write(edited(['> 100k use', '> 32k use']).replace(/assert .*\n/, ''))
    const { code, out } = gwc(['diff', 'git:HEAD'], { cwd: repo.path })
    expect(out).toContain('removed, and no longer true: assertion "interns never reach gpt-4.1" is false')
    expect(code).toBe(3)
  })

  test('says nothing of one that was false before', () => {
    using repo = repository()
    const wrong = edited(['> 100k use', '> 32k use'])
    repo.write(wrong)
    repo.git('commit', '--quiet', '-am', 'wrong')
    repo.write(wrong.replace('when stream ', 'when stream and tools '))
    expect(gwc(['diff', 'git:HEAD'], { cwd: repo.path }).code).toBe(10)
  })
})

describe('what it cannot do', () => {
  test.each([
    [['git:nope'], /^gwc: git knows no revision `nope` here;.*fetch/],
    [['git:HEAD:nope.route'], /^gwc: there is no nope\.route in HEAD;/],
    [['git:'], /^gwc: git: names no revision:/],
    [['nope.route'], /^gwc: cannot read nope\.route: no such file or folder/],
    [['wrong.table.json'], /^gwc: wrong\.table\.json is no table of this gwc:/],
  ])('%s: exits 1 and says why', (args, message) => {
    using repo = repository()
    writeFileSync(join(repo.path, 'wrong.table.json'), '{}')
    const { code, err } = gwc(['diff', ...args], { cwd: repo.path })
    expect(err).toMatch(message)
    expect(code).toBe(1)
  })

  test('a revision outside of a repository, or without git', () => {
    using folder = temporaryFolder()
    writeFileSync(join(folder.path, 'main.route'), policy)
    expect(gwc(['diff', 'git:HEAD'], { cwd: folder.path }).err).toBe(
      'gwc: this folder is in no git repository, so there is no HEAD in it\n',
    )
    expect(gwc(['diff', 'git:HEAD'], { cwd: folder.path, env: { PATH: '/nowhere' } }).err).toMatch(
      /^gwc: a git: revision needs git, and there is none on the PATH/,
    )
  })

  test('a policy that does not check: its findings, and exit 3', () => {
    using repo = repository()
    repo.write(edited(['when stream', 'when steram']))
    const { code, err } = gwc(['diff', 'git:HEAD'], { cwd: repo.path })
    expect(err).toMatch(/GWC1001.*a policy is compared once its names and types check/s)
    expect(code).toBe(3)
  })
})

describe('gwc diff --markdown', () => {
  test('is a comment for a pull request: one line, a table, the requests folded', () => {
    using repo = repository()
    repo.write(edited(['when stream ', 'when stream and team != "a|b" ']))
    const { out } = gwc(['diff', 'git:HEAD', '.', '--markdown', '--only', 'stream'], { cwd: repo.path })
    expect(out).toBe(`### Policy: 1 change: 1 route

\`git:HEAD\` → \`.\`, decided for all requests.

✅ Nothing changes outside \`stream\`: proved.

|  | requests | before | after | rule |
| --- | --- | --- | --- | --- |
| route | \`team == "a\\|b" and stream and input_tokens <= 100k\` | \`use openai/gpt-4.1-mini\` | \`use cheapest of small\` | \`main.route#quick:5 → main.route#default:6\` |

<details><summary>A request for each row</summary>

\`\`\`sh
gwc why 'team=a|b' stream=true  # route
\`\`\`

</details>
`)
  })
})

describe('gwc diff --log', () => {
  const request = (at: string, facts: object, rest: object = {}): string =>
    JSON.stringify({ at, requestId: 'r', policy: 'p', facts, rule: 'main.route#quick', ...rest })

  test('weighs the rows: share of the requests, dollars a day, and what could not be priced', () => {
    using repo = repository()
    repo.write(
      edited([
        'stream              use openai/gpt-4.1-mini',
        'stream              use openai/gpt-4.1',
      ]).replace(/assert .*\n/, ''),
    )
    const usage = { input: 1_000_000, output: 100_000 }
    const log = [
      request('2026-11-22T00:00:00Z', { stream: true, input_tokens: 900 }, { usage }),
      request('2026-11-22T06:00:00Z', { stream: true, input_tokens: 900 }),
      request('2026-11-22T08:00:00Z', { stream: false, input_tokens: 900 }, { usage }),
      JSON.stringify({ level: 'info', message: 'draining' }),
      request('2026-11-22T12:00:00Z', { stream: true, input_tokens: 900 }, { usage }),
    ]
    writeFileSync(join(repo.path, 'traffic.ndjson'), `${log.join('\n')}\n`)
    const { out } = gwc(['diff', 'git:HEAD', '.', '--log', 'traffic.ndjson'], { cwd: repo.path })
    // gpt-4.1-mini: $0.40 and $1.60 a million, gpt-4.1: $2 and $8; two requests in half a day.
    expect(out).toContain('route  75% of requests, +$8.96 a day')
    expect(out).toContain('log: 4 requests in 12 hours, 1 line passed over')
    expect(out).toContain('1 not priced: the log tells no usage of it')
    expect(out).toContain('75% of 4 requests, +$8.96 a day, 1 not priced')
  })

  test('a file without a request is a failure', () => {
    using repo = repository()
    writeFileSync(join(repo.path, 'traffic.ndjson'), '{}\nnot json\n')
    const { code, err } = gwc(['diff', 'git:HEAD', '.', '--log', 'traffic.ndjson'], { cwd: repo.path })
    expect(err).toMatch(/^gwc: traffic\.ndjson tells of no request;/)
    expect(code).toBe(1)
  })
})
