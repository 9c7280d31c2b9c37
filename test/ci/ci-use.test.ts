import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv } from 'ajv'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { temporaryFolder } from '../support/gwc.ts'

const root = join(import.meta.dirname, '../..')
const read = (file: string): unknown => parse(readFileSync(join(root, file), 'utf8'))

interface Action {
  readonly inputs: Readonly<Record<string, { readonly description: string; readonly default: string }>>
  readonly runs: { readonly steps: readonly Step[] }
}

interface Step {
  readonly name: string
  readonly if?: string
  readonly run?: string
  readonly uses?: string
  readonly env?: Readonly<Record<string, string>>
}

interface Hook {
  readonly id: string
  readonly entry: string
  readonly files: string
  readonly pass_filenames?: boolean
}

const clean = 'gwc 1\n\nroute { default use openai/gpt-4.1 }\n'
const broken = clean.replace('openai/gpt-4.1', 'openai/gpt-4.11')

/** A repository with one policy, in which gwc is installed. */
function repository(policy: string): ReturnType<typeof temporaryFolder> {
  const folder = temporaryFolder()
  mkdirSync(join(folder.path, 'node_modules/.bin'), { recursive: true })
  const command = `#!/bin/sh\nexec '${process.execPath}' '${join(root, 'cli/main.ts')}' "$@"\n`
  writeFileSync(join(folder.path, 'node_modules/.bin/gwc'), command, { mode: 0o755 })
  writeFileSync(join(folder.path, 'package.json'), '{ "private": true }\n')
  mkdirSync(join(folder.path, 'policies'))
  writeFileSync(join(folder.path, 'policies/main.route'), policy)
  return folder
}

/** Runs a command line as a step of a job does, without a network. */
function bash(script: string, cwd: string, env: Readonly<Record<string, string>> = {}) {
  const path = `${join(process.execPath, '..')}:${process.env.PATH}`
  const { status, stdout, stderr } = spawnSync(
    'bash',
    ['--noprofile', '--norc', '-eo', 'pipefail', '-c', script],
    { cwd, encoding: 'utf8', env: { ...process.env, PATH: path, npm_config_offline: 'true', ...env } },
  )
  return { code: status, out: stdout, err: stderr }
}

describe('action.yml', () => {
  const action = read('action.yml') as Action
  const steps = action.runs.steps

  /** A step's command with the inputs that a workflow gives, the others at their defaults. */
  function run(step: Step | undefined, cwd: string, given: Readonly<Record<string, string>>) {
    const env = Object.entries(step?.env ?? {}).map(([name, value]) => {
      const input = /^\$\{\{ inputs\.([a-z-]+) \}\}$/.exec(value)?.[1] ?? ''
      return [name, given[input] ?? action.inputs[input]?.default ?? ''] as const
    })
    return bash(step?.run ?? '', cwd, Object.fromEntries(env))
  }

  test('is an action, by the schema of such files', () => {
    const schema = JSON.parse(
      readFileSync(join(root, 'test/support/vendored/github-action.schema.json'), 'utf8'),
    ) as object
    const isAction = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false }).compile(schema)
    expect(isAction(action), JSON.stringify(isAction.errors)).toBe(true)
  })

  test('writes no input into a script: a path could be a command', () => {
    for (const step of steps) expect(step.run ?? '').not.toContain('${{')
  })

  test('passes a clean repository', () => {
    using folder = repository(clean)
    expect(run(steps[0], folder.path, {})).toMatchObject({
      code: 0,
      out: expect.stringContaining('no findings'),
    })
  })

  test('annotates a broken one, and fails', () => {
    using folder = repository(broken)
    const { code, out } = run(steps[0], folder.path, { paths: 'policies' })
    expect(out).toMatch(/^::error file=policies\/main\.route,line=3,col=21,endColumn=36,title=GWC1301::/m)
    expect(code).toBe(3)
  })

  test('an input that looks like a command is a path that is not there', () => {
    using folder = repository(clean)
    expect(run(steps[0], folder.path, { paths: '$(touch${IFS}owned)' }).err).toMatch(/cannot read \$\(touch/)
  })

  test('writes SARIF for the upload, whatever was found', () => {
    using folder = repository(broken)
    expect(run(steps[1], folder.path, { 'sarif-file': 'gwc.sarif' })).toMatchObject({ code: 0 })
    expect(JSON.parse(readFileSync(join(folder.path, 'gwc.sarif'), 'utf8'))).toMatchObject({
      version: '2.1.0',
      runs: [{ results: [{ ruleId: 'GWC1301' }] }],
    })
  })

  test('a gwc that cannot work fails the SARIF step too', () => {
    using folder = repository(clean)
    expect(run(steps[1], folder.path, { 'sarif-file': 'gwc.sarif', paths: 'absent' }).code).toBe(1)
  })

  test('README documents each input', () => {
    const readme = readFileSync(join(root, 'docs/ci.md'), 'utf8')
    for (const input of Object.keys(action.inputs)) expect(readme).toContain(`\`${input}\``)
  })
})

describe('.pre-commit-hooks.yaml', () => {
  const hooks = read('.pre-commit-hooks.yaml') as readonly Hook[]
  const hook = (id: string): Hook => {
    const found = hooks.find((each) => each.id === id)
    if (found === undefined) throw new Error(`there is no hook ${id}`)
    return found
  }

  test('checks when a policy, a facts file or gateway.json changes', () => {
    const files = new RegExp(hook('gwc-check').files)
    for (const file of ['main.route', 'a/org.facts.json', 'gateway.json', 'a/gateway.json'])
      expect(file).toMatch(files)
    for (const file of ['main.route.md', 'my-gateway.json', 'package.json']) expect(file).not.toMatch(files)
  })

  test('gwc-check passes a clean repository and stops a broken one', () => {
    using good = repository(clean)
    expect(bash(hook('gwc-check').entry, good.path)).toMatchObject({ code: 0 })
    using bad = repository(broken)
    expect(bash(hook('gwc-check').entry, bad.path)).toMatchObject({ code: 3 })
  })

  test('gwc-fmt formats the files that it is given', () => {
    using folder = repository('route{default use openai/gpt-4.1}\n')
    expect(bash(`${hook('gwc-fmt').entry} policies/main.route`, folder.path)).toMatchObject({ code: 0 })
    expect(readFileSync(join(folder.path, 'policies/main.route'), 'utf8')).toMatch(
      /^gwc 1\nroute \{\n  default +use/,
    )
  })
})
