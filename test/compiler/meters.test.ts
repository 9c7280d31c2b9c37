import { describe, expect, test } from 'vitest'
import { serialize } from '../../compiler/emit.ts'
import { interpret } from '../../compiler/interpret.ts'
import { runTests } from '../../compiler/test-runner.ts'
import { explain } from '../../compiler/why.ts'
import { showAction } from '../../compiler/show-outcome.ts'
import { builtinCatalogue } from '../../core/catalogue.ts'
import { decide, decideFacts } from '../../runtime/table/decide.ts'
import { loadTable } from '../../runtime/table/load.ts'
import { compileText, findingsOf } from '../support/compile-text.ts'
import { loadWhole } from '../support/loaded.ts'
import { typed } from '../support/marks.ts'
import { requestView, someState } from '../support/request-view.ts'

const route = `
route {
  rule low when spend.used >= 90% use openai/gpt-4.1-mini
  default use openai/gpt-4.1
}
`

const policy = `
const interns = {"interns", "bootcamp"}
budget spend   $150 per month per developer  when team in interns  warn at 80%, 95%
budget org     $3000 per month
budget burst   soft $40 per day per project
budget own     fit per month per key from key.budget default $50 at most $500
limit  per_key 60 requests per minute per key
limit  tokens_a_day soft 2M tokens per day per team warn at 120%
limit  parallel 8 concurrent per developer
${route}`

const verdict = (facts: Parameters<typeof interpret>[1], text = policy): ReturnType<typeof interpret> =>
  interpret(typed(text), facts)

describe('which budgets and limits a request counts towards', () => {
  test('every one whose condition it meets, in any order', () => {
    expect(verdict({ team: 'interns' }).budget.map(({ name }) => name)).toEqual([
      'spend',
      'org',
      'burst',
      'own',
    ])
    expect(verdict({ team: 'search' }).budget.map(({ name }) => name)).toEqual(['org', 'burst', 'own'])
    expect(verdict({}).limit.map(({ name }) => name)).toEqual(['per_key', 'tokens_a_day', 'parallel'])
  })

  test('each says what is written, in base units', () => {
    const { budget, limit } = typed(policy)
    expect(budget[0]?.action).toEqual({
      kind: 'budget',
      name: 'spend',
      amountNanos: 150_000_000_000,
      period: 'month',
      dimension: { fact: 'developer' },
      soft: false,
      fit: false,
      warnAtBasisPoints: [8_000, 9_500],
    })
    expect(limit[1]?.action).toMatchObject({ of: 'tokens', amount: 2_000_000, period: 'day', soft: true })
    expect([...budget, ...limit].map(showAction)).toEqual([
      '$150 per month per developer warn at 80%, 95%',
      '$3000 per month',
      'soft $40 per day per project',
      'fit per month per key from key.budget default $50 at most $500',
      '60 requests per minute per key',
      'soft 2M tokens per day per team warn at 120%',
      '8 concurrent per developer',
    ])
  })

  test('`was` keeps the name under which the usage is kept', () => {
    const { table } = compileText(`budget spend was interns_month $150 per month\n${route}`)
    expect(table?.rules).toContainEqual(expect.objectContaining({ name: 'spend', was: 'interns_month' }))
  })
})

describe('their state in conditions', () => {
  test('`used`, `left` and `spent` are cuts on one number', () => {
    const rules = `
budget spend $150 per month
route {
  rule used  when spend.used >= 90%   use openai/gpt-4.1
  rule left  when spend.left < $30    use openai/gpt-4.1-mini
  rule spent when spend.spent > $100  use openai/gpt-5.4-nano
  default use openai/gpt-5.4-mini
}`
    const by = (dollars: number): string | undefined =>
      verdict({ 'spend.spent': dollars * 1e9 }, rules).route?.name
    expect([100, 101, 120, 121, 134, 135, 150].map(by)).toEqual([
      'default',
      'spent',
      'spent',
      'left',
      'left',
      'used',
      'used',
    ])
  })

  test('a guard above may ask about a budget below', () =>
    expect(
      findingsOf(`guard { deny "Spent." when spend.left == $0 }\nbudget spend $5 per day\n${route}`),
    ).toEqual([]))

  test('the name inside an included file is that of its own budget', () => {
    const files = {
      'pay.route': 'budget cap $5 per day\nroute { rule low when cap.used > 50% use openai/gpt-4.1-mini }',
    }
    const { budget, route: rules } = typed(
      'budget cap $50 per day\ninclude "pay.route" as pay for team == "pay"\nroute { default use openai/gpt-4.1 }',
      files,
    )
    expect(budget.map(({ name }) => name)).toEqual(['cap', 'pay.cap'])
    expect(JSON.stringify(rules[0]?.condition)).toContain('"pay.cap.spent"')
  })

  test('a test gives them in any unit, and they go unspent where none is given', () => {
    const text = `${policy}
test "near the limit" {
  given team = "interns", spend.used = 95%
  expect use openai/gpt-4.1-mini by low
}
test "the same in money" {
  given team = "interns", spend.left = $7.50
  expect by low
}
test "unspent" {
  given team = "interns"
  expect by default
}`
    expect(runTests(typed(text), builtinCatalogue()).map(({ passed }) => passed)).toEqual([true, true, true])
  })

  test('a test of a request that the budget does not count is told so', () => {
    const found = findingsOf(
      `${policy}\ntest "other team" { given team = "search", spend.used = 95% expect by low }`,
    )
    expect(found.map(({ code, message }) => [code, message])).toEqual([
      ['GWC1222', '`spend` counts nothing of this request, to which it does not apply'],
    ])
  })

  test('the witness of a gap is a request that the budget counts', () => {
    const [found] = findingsOf(`budget b $100 per month when team == "interns"
route { rule a when b.used < 50% use openai/gpt-4.1 }`)
    expect(found?.witness).toEqual({ team: 'interns', 'b.spent': 50_000_000_000 })
  })

  test('`why` counts nothing of a request to which the budget does not apply', () => {
    const { outcome, rules } = explain(typed(policy), { team: 'search', 'spend.spent': 149e9 })
    expect(outcome.by?.name).toBe('default')
    expect(rules.find(({ name }) => name === 'org')?.verdict).toBe('applies')
  })
})

describe('the artifact', () => {
  const { table } = compileText(policy)
  const bytes = Buffer.from(table === undefined ? '' : serialize(table))
  const spentOf =
    (spent: number) =>
    (meter: string): number =>
      meter === 'spend' ? spent : 0

  test('a runtime that cannot charge refuses it by the names of what it lacks', () =>
    expect(loadTable(bytes, new Set())).toEqual({
      ok: false,
      message: expect.stringMatching(
        /requires `budgets`, `limits`, which this version of gwc .* cannot obey yet/,
      ),
    }))

  test('a runtime that can is told every budget and limit of a request', () => {
    const loaded = loadWhole(bytes)
    if (!loaded.ok) throw new Error(loaded.message)
    const { budgets, limits } = decideFacts(loaded.table, { team: 'interns' })
    expect(budgets.map(({ name }) => name)).toEqual(['spend', 'org', 'burst', 'own'])
    expect(limits.map(({ name }) => name)).toEqual(['per_key', 'tokens_a_day', 'parallel'])
  })

  test('the state of a live request is asked for only where the budget applies', () => {
    const loaded = loadWhole(bytes)
    if (!loaded.ok) throw new Error(loaded.message)
    const decided = (team: string): string =>
      decide(loaded.table, requestView({ identity: { team } }), someState({ spentOf: spentOf(149e9) })).rule
    expect(decided('interns')).toBe('main.route#low')
    expect(decided('search')).toBe('main.route#default')
  })
})

test('`up(provider)` is a flag, bare or in quotes, and true where a test does not say', () => {
  const text = `
route {
  rule down when not up(openai) or not up("anthropic") use google/gemini-3.5-flash
  default use openai/gpt-4.1
}`
  expect(verdict({}, text).route?.name).toBe('default')
  expect(verdict({ 'up(anthropic)': false }, text).route?.name).toBe('down')
  expect(compileText(text).table?.requires).toEqual(['provider-state'])
})
