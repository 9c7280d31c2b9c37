import { expect, test } from 'vitest'
import { renderTables, tableFormats } from '../../compiler/render-table.ts'
import { tableViews } from '../../compiler/table-view.ts'
import type { Policy } from '../../compiler/typed.ts'
import { explain } from '../../compiler/why.ts'
import { compileText } from '../support/compile-text.ts'

const text = `gwc 1
guard { deny "No | <b>" when team == "x" and tools }
route {
  rule large  when input_tokens > 32k and (task == "code" or not stream)  use openai/gpt-4.1
  rule pay    when team like "pay-*" and prompt contains "bill"           use openai/gpt-4.1-mini
  default                                                                 use openai/gpt-4.1-mini
}
`

function policyOf(): Policy {
  const { policy } = compileText(text)
  if (policy === undefined) throw new Error('the policy does not check')
  return policy
}

test('each rule says why: what decides, and the first part that does not hold with what the request has there', () => {
  const { outcome, rules } = explain(policyOf(), { team: 'pay-eu', input_tokens: 40_000, stream: true })
  expect(outcome).toMatchObject({ kind: 'use', by: { name: 'default' } })
  expect(
    rules.map(({ name, verdict, failed }) => [
      name,
      verdict,
      failed?.condition,
      failed?.facts.map(({ shown }) => shown),
    ]),
  ).toEqual([
    ['guard:1', 'fails', 'team == "x"', ['"pay-eu"']],
    ['large', 'fails', 'task == "code" or not stream', ['"other"', 'true']],
    ['pay', 'fails', 'prompt contains "bill"', ['""']],
    ['default', 'decides', undefined, undefined],
  ])
  const failed = rules[1]?.failed
  expect(failed && text.slice(failed.span.start, failed.span.end)).toContain('task == "code" or not stream')
})

test('one rule alone, and a rule that matches too late', () => {
  const { outcome, rules } = explain(policyOf(), { team: 'x', tools: true, input_tokens: 40_000 }, 'default')
  expect(outcome).toMatchObject({ kind: 'deny', message: 'No | <b>', status: 403 })
  expect(rules.map(({ name, verdict }) => [name, verdict])).toEqual([['default', 'too-late']])
})

test('the table for people: a row per case, a column per fact', () => {
  const [guard, route] = tableViews(policyOf())
  expect(guard?.facts).toEqual(['team', 'tools'])
  expect(route?.facts).toEqual(['team', 'task', 'stream', 'input_tokens', 'prompt'])
  expect(route?.rows.map(({ rule, conditions, outcome }) => [rule, ...conditions, outcome])).toEqual([
    ['large', '', '== "code"', '', '> 32k', '', 'use openai/gpt-4.1'],
    ['large', '', '', 'no', '> 32k', '', 'use openai/gpt-4.1'],
    ['pay', 'like "pay-*"', '', '', '', 'contains "bill"', 'use openai/gpt-4.1-mini'],
    ['default', '', '', '', '', '', 'use openai/gpt-4.1-mini'],
  ])
})

test('every form of it keeps the text of a policy text', () => {
  const views = tableViews(policyOf())
  const [terminal, markdown, html, csv, json] = tableFormats.map((format) => renderTables(views, format))
  expect(terminal?.split('\n').slice(0, 4)).toEqual([
    'guard',
    'rule     team    tools  outcome',
    '───────  ──────  ─────  ──────────────────────────',
    'guard:1  == "x"  yes    deny "No | <b>" status 403',
  ])
  expect(markdown).toContain('| guard:1 | == "x" | yes | deny "No \\| &lt;b>" status 403 |')
  expect(html).toContain('<td>deny &quot;No | &lt;b&gt;&quot; status 403</td>')
  expect(csv?.split('\r\n')[1]).toBe(`guard,guard:1,"'== ""x""",yes,,,,,"deny ""No | <b>"" status 403"`)
  expect(JSON.parse(json ?? '')[0]).toEqual({
    table: 'guard',
    rows: [
      { rule: 'guard:1', when: { team: '== "x"', tools: 'yes' }, outcome: 'deny "No | <b>" status 403' },
    ],
  })
})
