import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { decide, PolicyError, readPolicy, requestsOf, type TestPolicy } from 'gwc/testing'
import { describe, expect, test } from 'vitest'
import { serialize } from '../../compiler/emit.ts'
import { loadProject } from '../../cli/project.ts'
import { loadTable } from '../../runtime/table/load.ts'
import { lookUp } from '../../runtime/table/self-test.ts'
import type { SelfTest } from '../../schemas/generated/decision-table.ts'
import { fc } from '../support/fast-check.ts'
import { temporaryFolder } from '../support/gwc.ts'

const policy = `gwc 1
const small = {openai/gpt-4.1, openai/gpt-4.1-mini}
guard {
  deny "Not for interns." status 451  when team == "interns" and tools
  never use {openai/gpt-4.1-mini}     when team like "careful-*"
}
route {
  rule night  when hour < 6 and max_output_is_long  use openai/gpt-4.1
  rule drop   when prompt contains "drop table"     use asked
  rule long   when input_tokens > 100k              use openai/gpt-4.1 then openai/gpt-4.1-mini on {429}
  default                                           use cheapest of small
}
cache {
  when temperature > 0.3  => off
  default                 => exact for 1h within team
}
`.replace('max_output_is_long', '(has max_output and max_output >= 4k)')

function policyOf(text: string): TestPolicy {
  using folder = temporaryFolder()
  writeFileSync(join(folder.path, 'main.route'), text)
  return readPolicy(folder.path)
}

describe('decide', () => {
  const read = policyOf(policy)

  test('a route: its stages with their models, the cache, and the rules that apply', () => {
    expect(decide(read, { hour: 12, input_tokens: 100_001, temperature: 0 })).toEqual({
      kind: 'use',
      rule: 'long',
      message: undefined,
      status: undefined,
      stages: [
        { text: 'openai/gpt-4.1', models: ['openai/gpt-4.1'], on: [] },
        { text: 'openai/gpt-4.1-mini', models: ['openai/gpt-4.1-mini'], on: ['429'] },
      ],
      models: ['openai/gpt-4.1', 'openai/gpt-4.1-mini'],
      cache: { mode: 'exact', within: 'team' },
      rules: expect.objectContaining({ guard: [], route: ['long'], cache: ['cache:default'] }),
    })
  })

  test('a deny, in the words of the policy', () => {
    expect(decide(read, { hour: 12, team: 'interns', tools: true })).toMatchObject({
      kind: 'deny',
      rule: 'guard:1',
      message: 'Not for interns.',
      status: 451,
      models: [],
      cache: { mode: 'off' },
      rules: { guard: ['guard:1'], route: [] },
    })
  })

  test('what the guard forbids is gone from the models', () => {
    const careful = decide(read, { hour: 12, team: 'careful-1' })
    expect(careful.models).toEqual(['openai/gpt-4.1'])
    expect(decide(read, { hour: 12, model: 'openai/gpt-4.1', prompt: 'DROP TABLE' }).models).toEqual([
      'openai/gpt-4.1',
    ])
  })

  test('a fact that the policy does not know is an error that names it', () => {
    expect(() => decide(read, { steram: true })).toThrow('knows no fact `steram`')
    expect(() => requestsOf(read, { steram: true })).toThrow('knows no fact `steram`')
  })
})

test('a policy with errors is an error that shows them', () => {
  expect(() => policyOf(policy.replace('tools', 'tolls'))).toThrow(PolicyError)
  expect(() => policyOf(policy.replace('tools', 'tolls'))).toThrow(/GWC\d{4}[^]*did you mean `tools`/)
  expect(() => readPolicy('no/such.route')).toThrow('cannot read no/such.route')
})

describe('requestsOf', () => {
  const read = policyOf(policy)

  test('reach every rule, and both values at each edge', () => {
    const requests = fc.sample(requestsOf(read), { numRuns: 1_000, seed: 1 })
    const reached = new Set(requests.flatMap((request) => Object.values(decide(read, request).rules).flat()))
    expect(
      Object.values(read.rules)
        .flat()
        .filter((rule) => !reached.has(rule)),
    ).toEqual([])
    const tokens = new Set(requests.map(({ input_tokens }) => input_tokens))
    expect(tokens).toContain(100_000)
    expect(tokens).toContain(100_001)
    expect(tokens).toContain(undefined)
  })

  test('keep the facts that are given', () => {
    fc.assert(
      fc.property(requestsOf(read, { team: 'interns', tools: true }), (request) => {
        expect(decide(read, request)).toMatchObject({ kind: 'deny', rule: 'guard:1' })
      }),
    )
  })

  test('have spent nothing of a budget that does not apply to them', () => {
    const budgeted = policyOf(
      policy.replace(
        'route {',
        'budget tiny $1 per day per team when team == "interns"\nroute {\n  rule spent when tiny.used >= 90% use openai/gpt-4.1-mini',
      ),
    )
    fc.assert(
      fc.property(requestsOf(budgeted), (request) => {
        if (request.team !== 'interns') expect(request['tiny.spent']).toBeUndefined()
      }),
    )
    const near = { hour: 1, team: 'interns', 'tiny.used': 9_000 }
    expect(decide(budgeted, near).rule).toBe('spent')
    expect(decide(budgeted, { ...near, 'tiny.used': 8_999 }).rule).toBe('default')
    expect(decide(budgeted, { ...near, team: 'others' }).rule).toBe('default')
  })

  test('are requests that the table of the policy takes, and decides alike', () => {
    const project = loadProject('policies/org', {})
    const { table } = project.compile()
    const loaded = loadTable(Buffer.from(serialize(table!)))
    if (!loaded.ok) throw new Error(loaded.message)
    const org = readPolicy('policies/org')
    fc.assert(
      fc.property(requestsOf(org), (request) => {
        const found = lookUp(loaded.table, request as SelfTest['facts'])
        const { kind, rule } = decide(org, request)
        if (kind === 'use') expect(table?.rules[found?.route ?? -1]?.name).toBe(rule)
        else expect(found).toBeDefined()
      }),
      { numRuns: 500 },
    )
  })

  test('find the one request that a slip lets through', () => {
    const slipped = policyOf(
      policy.replace(
        'never use {openai/gpt-4.1-mini}     when team like "careful-*"',
        'never use {openai/gpt-4.1-mini}     when team like "careful-*" and input_tokens < 100k',
      ),
    )
    const careful = fc.property(
      requestsOf(slipped, { team: 'careful-1' }),
      (request) => !decide(slipped, request).models.includes('openai/gpt-4.1-mini'),
    )
    const { failed, counterexample } = fc.check(careful)
    expect(failed).toBe(true)
    expect(counterexample?.[0]).toMatchObject({ team: 'careful-1' })
  })
})
