import { expect, test } from 'vitest'
import { compile } from '../../compiler/compile.ts'
import { serialize } from '../../compiler/emit.ts'
import { version } from '../../compiler/version.ts'
import { artifactChecksum } from '../../core/artifact-checksum.ts'
import { builtinCatalogue } from '../../core/catalogue.ts'
import { loadTable } from '../../runtime/table/load.ts'
import type { DecisionTable } from '../../schemas/generated/decision-table.ts'
import { validate } from '../../schemas/generated/decision-table.validate.js'
import { compileText } from '../support/compile-text.ts'
import manifest from '../../package.json' with { type: 'json' }

const root = `gwc 1
zone "Europe/Berlin"
guard { deny "No." when team == "x" and stream }
include "teams/pay.route" as pay for team == "pay"
route {
  rule code  when task == "code"  use openai/gpt-4.1 then openai/gpt-4.1-mini
  default                         use cheapest of {openai/gpt-4.1-mini, openai/gpt-4.1}
}
cache { when tools => off }
`

const pay = `gwc 1
route {

  rule big was huge  when input_tokens > 32k  use openai/gpt-4.1 then openai/gpt-4.1-mini
}
`

function build(folder: string, providers?: readonly string[]): DecisionTable {
  const catalogue = builtinCatalogue()
  const sources = new Map([
    [`${folder}main.route`, root],
    [`${folder}teams/pay.route`, pay],
  ])
  const { table, diagnostics } = compile({
    root: `${folder}main.route`,
    sources,
    catalogue,
    providers,
    asOf: catalogue.date,
  })
  expect(diagnostics).toEqual([])
  if (table === undefined) throw new Error('no table')
  return table
}

test('the artifact has the form of its schema, and the runtime loads it', () => {
  const table = build('')
  expect(validate(table)).toBe(true)
  expect(table.checksum).toBe(artifactChecksum(table))
  expect(loadTable(Buffer.from(serialize(table)))).toMatchObject({ ok: true })
  expect(table).toMatchObject({ compiler: version, zone: 'Europe/Berlin', requires: [] })
})

test('the same policy gives the same bytes, wherever its folder is', () => {
  const bytes = serialize(build(''))
  expect(serialize(build(''))).toBe(bytes)
  expect(serialize(build('/srv/policies/'))).toBe(bytes)
  expect(bytes).not.toContain('/srv')
})

test('each rule tells its file, its line and its earlier name; equal actions appear once; each table ends in a row that takes the rest', () => {
  const { rules, actions, tables } = build('')
  expect(rules.map(({ name, table, file, line }) => `${table} ${name} ${file}:${line}`)).toEqual([
    'guard guard:1 main.route:3',
    'route pay.big teams/pay.route:4',
    'route code main.route:6',
    'route default main.route:7',
    'cache cache:1 main.route:9',
  ])
  expect(rules.flatMap(({ name, was }) => (was === undefined ? [] : [`${was} is ${name}`]))).toEqual([
    'pay.huge is pay.big',
  ])
  expect(actions.map(({ kind }) => kind)).toEqual([
    'deny',
    'chain',
    'chain',
    'chain',
    'cache',
    'attempt',
    'log',
  ])
  expect(tables.route.action[0]).toBe(tables.route.action[1])
  expect([tables.route.rule, tables.cache.rule, tables.attempt.rule]).toEqual([[1, 2, 3], [4, -1], [-1]])
})

test('only models that a decision can need are pinned', () => {
  const ids = (table: DecisionTable): readonly unknown[] =>
    table.models.map((model) => 'id' in model && model.id)
  expect(ids(build(''))).toEqual(['openai/gpt-4.1', 'openai/gpt-4.1-mini'])
  const asks = (condition: string): string =>
    `gwc 1\nroute { rule a ${condition} use asked  default use deny "No." }`
  const named = compileText(
    asks('when model in {openai/gpt-4.1, openai/gpt-4.1-mini} and model != openai/gpt-4.1-mini'),
  )
  expect(named.table && ids(named.table)).toEqual(['openai/gpt-4.1', 'openai/gpt-4.1-mini'])
  const { table, policy } = compileText(asks('when stream'))
  expect(table && ids(table).length).toBe(policy?.served.length)
})

test('axes are looked up cheapest first, and only those that some rule asks about are there', () => {
  const { axes, tables } = build('')
  expect(axes.map(({ fact, cost }) => `${fact} ${cost}`)).toEqual([
    'team free',
    'task free',
    'stream parsed',
    'tools parsed',
    'input_tokens scanned',
  ])
  expect(tables.guard.axes).toEqual([0, 2])
})

test('the version in an artifact is that of the package', () => {
  expect(version).toBe(manifest.version)
})
