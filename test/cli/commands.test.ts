import { existsSync, symlinkSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { gwc, temporaryFolder } from '../support/gwc.ts'

const policy = `gwc 1
route {
  rule quick when stream use openai/gpt-4.1-mini
  default use openai/gpt-4.1
}

test "streams are quick" {
  given stream = true
  expect use openai/gpt-4.1-mini by quick
}
`

/** A folder with one policy. */
function folderWith(text: string): ReturnType<typeof temporaryFolder> {
  const folder = temporaryFolder()
  writeFileSync(join(folder.path, 'main.route'), text)
  return folder
}

describe('exit codes', () => {
  test('0 for a policy without findings', () => {
    using folder = folderWith(policy)
    expect(gwc(['check'], { cwd: folder.path })).toMatchObject({
      code: 0,
      out: expect.stringContaining('1 policy, 2 rules, 1 test: no findings'),
    })
  })

  test('3 for errors, with the place and the fix', () => {
    using folder = folderWith(policy.replace('when stream', 'when steram'))
    const { code, out } = gwc(['check'], { cwd: folder.path })
    expect(code).toBe(3)
    expect(out).toMatch(/main\.route:3:19/)
    expect(out).toMatch(/`stream`/)
  })

  test('1 where gwc cannot work: the message names the path, without a stack', () => {
    using folder = folderWith(policy)
    const { code, err } = gwc(['check', 'absent.route'], { cwd: folder.path })
    expect(code).toBe(1)
    expect(err).toBe('gwc: cannot read absent.route: no such file or folder\n')
  })

  test('3 for a folder in the place of an included file, told where the policy names it', () => {
    using folder = folderWith(`${policy}include "team.route" as team for team == "x"\n`)
    mkdirSync(join(folder.path, 'team.route'))
    const { code, out } = gwc(['check', 'main.route'], { cwd: folder.path })
    expect(out).toMatch(/GWC1101.*main\.route:11:9/s)
    expect(code).toBe(3)
  })

  test.each([
    ['null', 'gwc: gateway.json is no configuration: it is to be an object, { … }'],
    ['{"providers": 3}', 'gwc: gateway.json: `providers` is to be an object of objects: {"openai": { … }}'],
    [
      '{"providers": {"openai": null}}',
      'gwc: gateway.json: `providers` is to be an object of objects: {"openai": { … }}',
    ],
  ])('1 for a configuration of %s', (config, message) => {
    using folder = folderWith(policy)
    writeFileSync(join(folder.path, 'gateway.json'), config)
    const { code, err } = gwc(['check'], { cwd: folder.path })
    expect({ code, err }).toEqual({ code: 1, err: `${message}\n` })
  })

  test('2 for warnings under --strict, 0 without', () => {
    using folder = folderWith(
      policy.replace('default use', 'rule again when stream use openai/gpt-4.1-mini\n  default use'),
    )
    expect(gwc(['check'], { cwd: folder.path }).code).toBe(0)
    expect(gwc(['check', '--strict'], { cwd: folder.path }).code).toBe(2)
  })

  test('1 for an unknown verb or option, with the way to help', () => {
    const { code, err } = gwc(['chekc'])
    expect(code).toBe(1)
    expect(err).toMatch(/check/)
    expect(gwc(['check', '--frobnicate']).code).toBe(1)
  })
})

describe('gwc check --format json', () => {
  test('gives code, place and message of each finding', () => {
    using folder = folderWith(policy.replace('when stream', 'when steram'))
    expect(JSON.parse(gwc(['check', '--format', 'json'], { cwd: folder.path }).out)).toMatchObject({
      version: 1,
      counts: { error: 1 },
      diagnostics: [{ severity: 'error', code: expect.stringMatching(/^GWC\d{4}$/), file: 'main.route' }],
    })
  })
})

describe('gwc test', () => {
  test('passes', () => {
    using folder = folderWith(policy)
    const { code, out } = gwc(['test'], { cwd: folder.path })
    expect(out).toMatch(/1 passed, 0 failed/)
    expect(code).toBe(0)
  })

  test('shows expected, got and the deciding rule of a failure', () => {
    using folder = folderWith(
      policy.replace('expect use openai/gpt-4.1-mini by quick', 'expect use openai/gpt-4.1 by default'),
    )
    const { code, out } = gwc(['test'], { cwd: folder.path })
    expect(code).toBe(3)
    expect(out).toMatch(/streams are quick/)
    expect(out).toMatch(/quick/)
    expect(out).toMatch(/0 passed, 1 failed/)
  })
})

describe('gwc test --coverage', () => {
  test('shows a bar per table and a frame per rule that tests leave open', () => {
    using folder = folderWith(policy)
    const { code, out } = gwc(['test', '--coverage'], { cwd: folder.path })
    expect(code).toBe(0)
    expect(out).toMatch(/in all +█+░+ +50 % +1\/2 +1\/2 +- +1\/2/)
    expect(out).toMatch(/GWC3104[^]*main\.route:3:19[^]*never false/)
    expect(out).toMatch(/1 passed, 0 failed; they show 50 % \(3 of 6\)/)
  })

  test('--threshold: 5 below it, 0 at it, 1 for what is no percentage', () => {
    using folder = folderWith(policy)
    expect(gwc(['test', '--threshold', '51'], { cwd: folder.path })).toMatchObject({
      code: 5,
      err: expect.stringContaining('the tests show 50 % of the policies, less than 51 %'),
    })
    expect(gwc(['test', '--threshold', '50'], { cwd: folder.path }).code).toBe(0)
    expect(gwc(['test', '--threshold', 'most'], { cwd: folder.path }).code).toBe(1)
  })

  test('--missing prints what, pasted, leaves nothing missing', () => {
    using folder = folderWith(policy)
    const { code, out, err } = gwc(['test', '--missing'], { cwd: folder.path })
    expect({ code, err }).toEqual({ code: 0, err: 'main.route: 1 case to add at its end\n' })
    writeFileSync(join(folder.path, 'main.route'), `${policy}${out}`)
    expect(gwc(['test', '--threshold', '100'], { cwd: folder.path }).code).toBe(0)
    expect(gwc(['test', '--missing'], { cwd: folder.path })).toMatchObject({
      out: '',
      err: 'main.route: no test is missing\n',
    })
  })

  test('--json has results with their lines, counts by table and file, and what is missing', () => {
    using folder = folderWith(policy)
    const { out } = gwc(['test', '--coverage', '--json'], { cwd: folder.path })
    expect(JSON.parse(out)).toMatchObject({
      version: 1,
      coverage: { covered: 3, of: 6, percent: 50 },
      policies: [
        {
          policy: 'main.route',
          tests: [{ title: 'streams are quick', file: 'main.route', line: 7, passed: true, by: 'quick' }],
          coverage: {
            percent: 50,
            tables: { route: { covered: 3, of: 6 } },
            files: { 'main.route': { covered: 3, of: 6 } },
            missing: [
              { rule: 'default', kind: 'rule', line: 4 },
              { rule: 'quick', kind: 'side', lack: 'never false', line: 3, column: 19 },
              { rule: 'default', kind: 'outcome', lack: 'never expected', request: {} },
            ],
          },
        },
      ],
    })
  })
})

describe('gwc fmt', () => {
  test('formats in place, then has nothing to do', () => {
    using folder = folderWith('route{default use openai/gpt-4.1}// why\n')
    expect(gwc(['fmt', '--check'], { cwd: folder.path }).code).toBe(3)
    expect(gwc(['fmt'], { cwd: folder.path }).code).toBe(0)
    expect(gwc(['fmt', '--check'], { cwd: folder.path }).code).toBe(0)
    expect(readFileSync(join(folder.path, 'main.route'), 'utf8')).toMatch(/^gwc 1\n[^]*\/\/ why/)
  })

  test('formats standard input', () => {
    const { out, code } = gwc(['fmt', '-'], { input: 'route{default use openai/gpt-4.1}' })
    expect(code).toBe(0)
    expect(out).toMatch(/^gwc 1\n/)
  })

  test('--check of standard input writes nothing, and tells by its exit code', () => {
    expect(gwc(['fmt', '-', '--check'], { input: 'route{default use openai/gpt-4.1}' })).toMatchObject({
      code: 3,
      out: '',
    })
  })

  test('leaves bytes that are not UTF-8 as they are', () => {
    using folder = folderWith('')
    const bytes = Buffer.from('gwc 1\nroute { default use deny "caf\u00e9" }\n', 'latin1')
    writeFileSync(join(folder.path, 'main.route'), bytes)
    for (const verb of ['fmt', 'check']) {
      const { code, err } = gwc([verb, 'main.route'], { cwd: folder.path })
      expect({ code, err }).toEqual({
        code: 1,
        err: 'gwc: cannot read main.route: line 2 is not UTF-8; save the file as UTF-8\n',
      })
    }
    expect(readFileSync(join(folder.path, 'main.route'))).toEqual(bytes)
  })

  test('leaves a file with mistakes as it is', () => {
    using folder = folderWith('route { default use }\n')
    expect(gwc(['fmt'], { cwd: folder.path }).code).toBe(3)
    expect(readFileSync(join(folder.path, 'main.route'), 'utf8')).toBe('route { default use }\n')
  })
})

describe('gwc why', () => {
  test('names the deciding rule, and the first condition that fails of the others', () => {
    using folder = folderWith(policy)
    const { code, out } = gwc(['why', 'stream=false'], { cwd: folder.path })
    expect(code).toBe(0)
    expect(out).toMatch(/default/)
    expect(out).toMatch(/quick.*stream/s)
  })

  test('reads a chat request', () => {
    using folder = folderWith(policy)
    writeFileSync(
      join(folder.path, 'request.json'),
      JSON.stringify({ model: 'auto', stream: true, messages: [{ role: 'user', content: 'hi' }] }),
    )
    const { out } = gwc(['why', 'request.json', '--json'], { cwd: folder.path })
    expect(JSON.parse(out)).toMatchObject({ rule: 'quick' })
  })

  test.each([
    ['messages', { model: 'auto', max_tokens: 9, messages: [{ role: 'user', content: 'hi there' }] }],
    ['responses', { model: 'auto', max_output_tokens: 9, input: 'hi there' }],
    ['completions', { model: 'auto', max_tokens: 9, prompt: 'hi there' }],
  ])('reads the body of another endpoint: %s', (endpoint, request) => {
    const rule = `when endpoint == "${endpoint}" and prompt contains "there" and has max_output and max_output == 9`
    using folder = folderWith(policy.replace('when stream', rule))
    const body = JSON.stringify(request)
    const { out } = gwc(['why', '-', '--endpoint', endpoint, '--json'], { cwd: folder.path, input: body })
    expect(JSON.parse(out)).toMatchObject({ rule: 'quick' })
  })

  test('an embeddings request is governed by its own table', () => {
    using folder = folderWith(`${policy}route embeddings {\n  default use openai/text-embedding-3-small\n}\n`)
    const body = JSON.stringify({ model: 'auto', input: ['hi'] })
    const { out } = gwc(['why', body, '--endpoint', 'embeddings'], { cwd: folder.path })
    expect(out).toMatch(/use openai\/text-embedding-3-small/)
  })

  test('a body that the proxy would refuse at that endpoint is told, and so is an endpoint that is none', () => {
    using folder = folderWith(policy)
    const why = (body: string, endpoint: string): string =>
      gwc(['why', body, '--endpoint', endpoint], { cwd: folder.path }).err
    expect(why('{"model": "auto", "background": true}', 'responses')).toMatch(/would refuse.*background/)
    expect(why('{}', 'mesages')).toMatch(/there is no endpoint `mesages`; did you mean `messages`\?/)
    expect(why('team=a', 'chat')).toMatch(/--endpoint says what a file is/)
  })

  test('resolves the name of a model as the proxy does', () => {
    using folder = folderWith(policy.replace('when stream', 'when model == openai/gpt-5'))
    const request = { model: 'gpt-5', messages: [{ role: 'user', content: 'hi' }] }
    for (const asked of ['model=gpt-5', '{"model": "gpt-5"}', JSON.stringify(request)]) {
      const { out } = gwc(['why', asked, '--json'], { cwd: folder.path })
      expect(JSON.parse(out)).toMatchObject({ rule: 'quick' })
    }
  })

  test.each([
    ['hour=24', '`hour` goes from 0 to 23, never 24'],
    ['{"hour": -1}', '`hour` goes from 0 to 23, never -1'],
    ['temperature=hot', '`temperature` takes a number, such as 0.3, not "hot"'],
    ['weekday=monday', '`weekday` takes one of mon, tue, wed, thu, fri, sat, sun, not "monday"'],
  ])('%s is no request', (given, message) => {
    using folder = folderWith(policy)
    const { code, err } = gwc(['why', given], { cwd: folder.path })
    expect({ code, err }).toEqual({ code: 1, err: `gwc: ${message}\n` })
  })

  test('a fact given twice is no request', () => {
    using folder = folderWith(policy)
    const { code, err } = gwc(['why', 'team=a', 'team=b'], { cwd: folder.path })
    expect({ code, err }).toEqual({ code: 1, err: 'gwc: `team` is given twice\n' })
  })

  test('a rule that is not there is an error that lists those that are', () => {
    using folder = folderWith(policy)
    const { code, err } = gwc(['why', 'team=a', '--not', 'frobnicate'], { cwd: folder.path })
    expect({ code, err }).toEqual({
      code: 1,
      err: 'gwc: there is no rule `frobnicate`. The rules are quick, default\n',
    })
  })

  test('an unknown fact is an error that suggests the right one', () => {
    using folder = folderWith(policy)
    const { code, err } = gwc(['why', 'steram=true'], { cwd: folder.path })
    expect(code).toBe(1)
    expect(err).toMatch(/steram.*stream/)
  })
})

describe('gwc table', () => {
  test.each(['terminal', 'markdown', 'html', 'csv', 'json'])('%s shows each rule', (format) => {
    using folder = folderWith(policy)
    const { code, out } = gwc(['table', '--format', format], { cwd: folder.path })
    expect(code).toBe(0)
    expect(out).toMatch(/quick/)
    expect(out).toMatch(/gpt-4\.1-mini/)
  })
})

test('gwc table of a file without tables says so', () => {
  using folder = temporaryFolder()
  writeFileSync(join(folder.path, 'main.route'), 'gwc 1\nconst small = {openai/gpt-4.1-mini}\n')
  const { code, err } = gwc(['table', 'main.route'], { cwd: folder.path })
  expect([code, err]).toEqual([1, 'gwc: main.route has no table to show: it only declares names\n'])
})

describe('gwc build', () => {
  test('writes nothing over a policy with errors', () => {
    using folder = folderWith(policy.replace('when stream', 'when steram'))
    expect(gwc(['build', '-o', 'out.json'], { cwd: folder.path }).code).toBe(3)
    expect(existsSync(join(folder.path, 'out.json'))).toBe(false)
  })

  test('names no path of this machine', () => {
    using folder = folderWith(policy)
    const { out } = gwc(['build', join(folder.path, 'main.route'), '-o', '-'])
    expect(out).not.toContain(folder.path)
  })
})

describe('gwc init', () => {
  // mkdir, told to make what lies between, never ends there.
  test.runIf(existsSync('/proc/self'))('ends where a folder takes no other', () => {
    expect(gwc(['init', '/proc/none/policies'])).toMatchObject({
      code: 1,
      err: 'gwc: cannot write into /proc/none/policies: no such file or folder\n',
    })
  })

  test('writes a policy that checks, and never over a file', () => {
    using folder = temporaryFolder()
    expect(gwc(['init', 'policies'], { cwd: folder.path }).code).toBe(0)
    expect(gwc(['check', '--strict', 'policies'], { cwd: folder.path })).toMatchObject({ code: 0 })
    expect(gwc(['fmt', '--check', 'policies'], { cwd: folder.path })).toMatchObject({ code: 0 })
    const again = gwc(['init', 'policies'], { cwd: folder.path })
    expect(again.code).toBe(1)
    expect(again.err).toMatch(/nothing was written/)
  })
})

describe('reference at hand', () => {
  test('every code has a page with Avoid, Prefer and Why', () => {
    const codes = JSON.parse(gwc(['explain', '--json']).out) as { code: string }[]
    expect(codes.length).toBeGreaterThan(30)
    for (const { code } of codes) {
      const page = readFileSync(join(import.meta.dirname, `../../docs/diagnostics/${code}.md`), 'utf8')
      expect(page, code).toMatch(/Avoid[^]*Prefer[^]*Why/)
    }
  })

  test('a page is JSON too', () => {
    const { out } = gwc(['explain', '2104', '--json'])
    expect(JSON.parse(out)).toMatchObject({ code: 'GWC2104', page: expect.stringMatching(/^# GWC2104: /) })
  })

  test.each(['explain', 'facts', 'models'])('%s --help has examples', (verb) => {
    expect(gwc([verb, '--help']).out).toContain(`Examples:\n  gwc ${verb}`)
  })

  test('explain suggests a near code', () => {
    expect(gwc(['explain', 'GWC9999']).err).toMatch(/there is no code GWC9999/)
    expect(gwc(['explain', 'gwc2104']).out).toMatch(/GWC2104/)
  })

  test('facts and models list with --json', () => {
    expect(JSON.parse(gwc(['facts', '--json']).out)).toContainEqual(expect.objectContaining({ name: 'team' }))
    expect(JSON.parse(gwc(['models', 'openai/*', '--json']).out)).toContainEqual(
      expect.objectContaining({ id: 'openai/gpt-4.1-mini' }),
    )
  })

  test('help teaches: verbs, first steps, exit codes', () => {
    const { out, code } = gwc(['--help'])
    expect(code).toBe(0)
    expect(out).toMatch(/First steps/)
    expect(out).toMatch(/Exit codes/)
  })
})

describe('gwc explain', () => {
  test.each(['GWC2104', 'gwc2104', '2104'])('%s is the same page', (code) => {
    expect(gwc(['explain', code])).toMatchObject({
      code: 0,
      out: expect.stringMatching(/^# GWC2104: rule that can never run\n/),
    })
  })

  test('a code that is not there is an error that says where all are', () => {
    expect(gwc(['explain', 'frobnicate'])).toMatchObject({
      code: 1,
      err: 'gwc: there is no code FROBNICATE; `gwc explain` lists all\n',
    })
  })
})

describe('a folder of policies', () => {
  test('passes over links that lead nowhere and files that editors hide', () => {
    using folder = folderWith(policy)
    symlinkSync('nowhere.route', join(folder.path, 'gone.route'))
    symlinkSync('user@host.1234', join(folder.path, '.#main.route'))
    expect(gwc(['check', '.'], { cwd: folder.path })).toMatchObject({ code: 0 })
    expect(gwc(['fmt', '.'], { cwd: folder.path })).toMatchObject({ code: 0 })
  })

  test('a link to a policy is one', () => {
    using folder = folderWith(policy)
    symlinkSync('main.route', join(folder.path, 'same.route'))
    expect(gwc(['check'], { cwd: folder.path }).out).toMatch(/^2 policies/)
  })

  test('a link that leads nowhere, named by the user, is told', () => {
    using folder = folderWith(policy)
    symlinkSync('nowhere.route', join(folder.path, 'gone.route'))
    expect(gwc(['check', 'gone.route'], { cwd: folder.path })).toMatchObject({
      code: 1,
      err: 'gwc: cannot read gone.route: no such file or folder\n',
    })
  })
})

describe('gwc test for other tools', () => {
  const failing = policy.replace('expect use openai/gpt-4.1-mini by quick', 'expect use openai/gpt-4.1')

  test('--format junit has a case per test', () => {
    using folder = folderWith(failing)
    const { out, code } = gwc(['test', '--format', 'junit'], { cwd: folder.path })
    expect(out).toMatch(/<testcase name="streams are quick" [^]*<failure [^]*type="GWC3101"/)
    expect(code).toBe(3)
  })

  test('--format github annotates the expectation that failed', () => {
    using folder = folderWith(failing)
    const { out, code } = gwc(['test', '--format', 'github'], { cwd: folder.path })
    expect(out).toMatch(
      /^::error file=main\.route,line=\d+,col=\d+,endColumn=\d+,title=GWC3101::test "streams are quick": expected/m,
    )
    expect(code).toBe(3)
  })

  test.each(['check', 'test'])('an unknown format of gwc %s is told with those that are known', (verb) => {
    expect(gwc([verb, '--format', 'xml']).err).toMatch(/Allowed choices are pretty, json, github/)
  })
})
