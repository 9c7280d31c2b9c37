import { describe, expect, test } from 'vitest'
import { completionsAt } from '../../compiler/editor/complete.ts'
import { marked } from '../support/marked.ts'

/** What is offered at `¦`, the likeliest first. */
function offered(text: string, others: Readonly<Record<string, string>> = {}): readonly string[] {
  const { snapshot, file, offset } = marked(text, others)
  return completionsAt(snapshot, file, offset)
    .toSorted((a, b) => a.rank - b.rank)
    .map(({ label }) => label)
}

const names = `
const small = {openai/gpt-4.1-mini, deepseek/deepseek-v4-flash}
const strong = openai/gpt-4.1
const interns = {"interns", "bootcamp"}
pred private = team == "secret"
`

describe('completion in a condition', () => {
  test('offers facts and predicates after `when`', () => {
    const found = offered(`${names} route { rule x when ¦`)
    expect(found).toEqual(expect.arrayContaining(['team', 'input_tokens', 'stream', 'private', 'not', 'has']))
    expect(found).not.toContain('small')
    expect(found).not.toContain('openai/gpt-4.1')
  })

  test.each([
    ['team', ['!=', '==', 'in', 'like', 'not in']],
    ['input_tokens', ['!=', '<', '<=', '==', '>', '>=', 'in', 'not in']],
    ['weekday', ['!=', '==', 'in', 'not in']],
    ['prompt', ['contains']],
    ['stream', []],
  ])('offers the operators that `%s` has', (fact, operators) => {
    const found = offered(`route { rule x when ${fact} ¦`)
    const wanted = ['==', '!=', '<', '<=', '>', '>=', 'in', 'not in', 'like', 'contains']
    expect(found.filter((word) => wanted.includes(word)).toSorted()).toEqual(operators)
    expect(found).toEqual(expect.arrayContaining(['and', 'or', 'use']))
  })

  test('offers the words of a list, and `other` where it is open', () => {
    expect(offered('route { rule x when weekday == ¦')).toEqual(expect.arrayContaining(['mon', 'sun']))
    expect(offered('route { rule x when client == ¦')).toEqual(expect.arrayContaining(['codex', 'other']))
  })

  test('offers texts that the policy compares the fact with elsewhere, also inside quotes', () => {
    const rest = 'route { rule a when team == "search" use asked rule b when team in {"ads"} use asked }'
    expect(offered(`${rest} route { rule x when team == ¦`)).toEqual(
      expect.arrayContaining(['"search"', '"ads"']),
    )
    expect(offered(`${rest} route { rule x when team == "se¦"`)).toEqual(['"ads"', '"search"'])
  })

  test('offers sets after `in`, of constants for a text and of models for `model`', () => {
    expect(offered(`${names} route { rule x when team in ¦`)).toContain('interns')
    expect(offered(`${names} route { rule x when team in ¦`)).not.toContain('small')
    expect(offered(`${names} route { rule x when model in ¦`)).toContain('small')
  })

  test('offers only facts that may be missing after `has`', () => {
    const found = offered('route { rule x when has ¦')
    expect(found).toContain('session')
    expect(found).not.toContain('stream')
  })

  const month = 'budget month $5 per month\n'

  test('offers the numbers of budgets, their values in their own unit, and providers in `up(…)`', () => {
    expect(offered(`${month} route { rule x when ¦`)).toEqual(
      expect.arrayContaining(['month.used', 'month.spent', 'month.left', 'up(…)']),
    )
    expect(offered(`${month} route { rule x when month.used ¦`)).toContain('>=')
    expect(offered('route { rule x when up(¦')).toEqual(expect.arrayContaining(['openai', 'anthropic']))
  })

  test('writes the budget of a file around without a prefix, that of an included file with it', () => {
    const others = { 'a.route': 'budget inner $5 per month\nroute { rule y when ¦' }
    expect(offered(`${month}include "a.route" as a for team == "a"`, others)).toEqual(
      expect.arrayContaining(['month.used', 'inner.used']),
    )
    const text = `${month}include "a.route" as a for team == "a"\nroute { rule x when ¦`
    expect(offered(text, { 'a.route': 'budget inner $5 per month' })).toContain('a.inner.used')
  })

  test('offers properties of models in a filter', () => {
    const found = offered(`${names} route { rule x when stream use cheapest of small where ¦`)
    expect(found).toEqual(expect.arrayContaining(['quality', 'price.output', 'context']))
    expect(found).not.toContain('team')
  })
})

describe('completion of outcomes', () => {
  test('offers models with their prices, constants that stand for one, and the picks', () => {
    const { snapshot, file, offset } = marked(`${names} route { rule x when stream use ¦`)
    const found = completionsAt(snapshot, file, offset)
    expect(found.find(({ label }) => label === 'openai/gpt-4.1-mini')?.detail).toBe('$0.40 in · $1.60 out')
    expect(found.map(({ label }) => label)).toEqual(
      expect.arrayContaining(['strong', 'cheapest of', 'fastest of', 'asked', 'deny']),
    )
  })

  test('replaces the whole name of a model, slash and dots with it', () => {
    const { snapshot, file, offset } = marked('route { default use openai/gpt-4.¦1-mi }')
    const [found] = completionsAt(snapshot, file, offset).filter(({ kind }) => kind === 'model')
    const { start, end } = found?.word ?? { start: 0, end: 0 }
    expect(snapshot.input.sources.get(file)?.slice(start, end)).toBe('openai/gpt-4.1-mi')
  })

  test('offers the classes of failures, each said in a few words', () => {
    const found = offered('route { default use asked then openai/gpt-4.1 on {429, ¦')
    expect(found).toEqual(expect.arrayContaining(['429', '5xx', 'overloaded', 'timeout', 'refused']))
  })

  test.each([
    ['cache { when stream => ¦', ['exact', 'off', 'semantic']],
    ['cache { when stream => exact for 1h within ¦', ['team', 'org', 'key']],
    ['attempt { default => ¦', ['total', 'retries', 'first_token']],
    ['budget b $5 per ¦', ['month', 'day']],
    ['budget b $5 per month per ¦', ['team', 'developer']],
    ['assert "x" ¦', ['never use', 'always use', 'denied', 'cost', 'reachable']],
  ])('%s', (text, wanted) => {
    expect(offered(text)).toEqual(expect.arrayContaining(wanted))
  })
})

describe('completion elsewhere', () => {
  const rules = 'route { rule quick when stream use asked default use asked }'

  test('offers declarations and tables at the margin, after anything', () => {
    expect(offered(`${rules}\n¦`)).toEqual(
      expect.arrayContaining(['const', 'route', 'cache', 'test', 'include']),
    )
  })

  test('offers rules by name in tests and assertions, those of included files by their full name', () => {
    const others = { 'a.route': 'route { rule inner when stream use asked }' }
    const head = `${rules}\ninclude "a.route" as a for team == "a"\n`
    expect(offered(`${head}test "t" { expect by ¦`, others)).toEqual(['quick', 'a.inner', 'default'])
    expect(offered(`${head}assert "t" reachable ¦`, others)).toEqual(['quick', 'a.inner', 'default'])
  })

  test('knows the columns of a test table', () => {
    const table = `${rules}\ntest table "t" {\n  | weekday | stream || by | cache\n`
    expect(offered(`${table}  | ¦`)).toEqual(expect.arrayContaining(['mon', 'sun']))
    expect(offered(`${table}  | mon | ¦`)).toEqual(expect.arrayContaining(['true', 'false']))
    expect(offered(`${table}  | mon | true || ¦`)).toEqual(['quick', 'default'])
    expect(offered(`${table}  | mon | true || quick | ¦`)).toEqual(['off', 'exact', 'semantic'])
  })

  test('offers zones, files and families inside quotes', () => {
    expect(offered('zone "¦"')).toContain('"Europe/Berlin"')
    expect(offered('include "¦"', { 'teams/a.route': '' })).toEqual(['"teams/a.route"'])
    expect(offered('const x = family("¦")')).toContain('"gpt-4.1"')
  })

  test.each(['// rule ¦', 'const ¦', 'route { rule ¦', 'deny "some words ¦'])(
    'offers nothing at %s',
    (text) => {
      expect(offered(text)).toEqual([])
    },
  )

  test('still answers where the line above is broken', () => {
    expect(offered(`route {\n  rule a when when use\n  rule b when te¦ use asked\n}`)).toContain('team')
  })
})
