import { describe, expect, test } from 'vitest'
import { applied, renameableAt, renameAt } from '../../compiler/editor/rename.ts'
import { marked } from '../support/marked.ts'

/** The texts after renaming what stands at `¦`, or why it is refused. */
function renamed(
  name: string,
  text: string,
  others: Readonly<Record<string, string>> = {},
): Readonly<Record<string, string>> | string {
  const { snapshot, file, offset } = marked(text, others)
  const renaming = renameAt(snapshot, file, offset, name)
  if (!renaming.ok) return renaming.why
  const edits = Map.groupBy(renaming.edits, ({ span }) => span.file)
  return Object.fromEntries(
    [...edits].map(([path, list]) => [path, applied(snapshot.input.sources.get(path) ?? '', list)]),
  )
}

describe('rename', () => {
  test('changes a constant at its declaration and at each use, in included files too', () => {
    const main =
      'const sma¦ll = {openai/gpt-4.1}\ninclude "a.route" as a for team == "a"\nroute { default use cheapest of small }'
    expect(renamed('tiny', main, { 'a.route': 'route { default use fastest of small }' })).toEqual({
      'main.route': main.replace('¦', '').replaceAll('small', 'tiny'),
      'a.route': 'route { default use fastest of tiny }',
    })
  })

  test('changes a rule in tests, and the part of a full name that means it', () => {
    const main =
      'include "a.route" as a for team == "a"\nroute { default use openai/gpt-4.1 }\ntest "t" { given team = "a", stream = true expect by a.quick }'
    const inner = 'route { rule qui¦ck when stream use openai/gpt-4.1 }\n'
    expect(renamed('fast', main, { 'a.route': inner })).toEqual({
      'main.route': main.replace('a.quick', 'a.fast'),
      'a.route': inner.replace('qui¦ck', 'fast'),
    })
  })

  test('changes the name of an include in full names', () => {
    const main =
      'include "a.route" as pa¦y for team == "a"\nroute { default use openai/gpt-4.1 }\ntest "t" { given team = "a", stream = true expect by pay.quick }'
    expect(
      renamed('payments', main, { 'a.route': 'route { rule quick when stream use openai/gpt-4.1 }' }),
    ).toEqual({
      'main.route': main.replace('pa¦y', 'payments').replace('pay.quick', 'payments.quick'),
    })
  })

  test('keeps what a budget has spent: its old name follows `was`', () => {
    const text =
      'budget org¦_month $5 per month\nassert "counted" charged org_month\nroute { default use openai/gpt-4.1 }'
    expect(renamed('all_month', text)).toEqual({
      'main.route': text
        .replace('org¦_month', 'all_month was org_month')
        .replace('charged org_month', 'charged all_month'),
    })
  })

  test('changes a fact of one’s own in the facts file', () => {
    const facts =
      '{"type": "object", "properties": {"tier": {"enum": ["a", "b"], "x-gwc": {"from": "header:x-tier", "default": "a"}}}}'
    const text = 'facts "facts.json"\nroute { rule x when ti¦er == a use openai/gpt-4.1 default use asked }'
    expect(renamed('level', text, { 'facts.json': facts })).toEqual({
      'main.route': text.replace('ti¦er', 'level'),
      'facts.json': facts.replace('"tier"', '"level"'),
    })
  })

  test.each([
    ['team', 'the name of a fact', /already the name of a built-in fact/],
    ['big', 'the name of another constant', /already the name of a set of models/],
    ['when', 'a word of the language', /`when` is a word of the language/],
    ['a-b', 'no name', /`a-b` is no name/],
    ['a.b', 'a name with a dot', /is no name/],
  ])('refuses %s: %s', (name, _, why) => {
    const text =
      'const sma¦ll = {openai/gpt-4.1}\nconst big = {openai/gpt-4.1}\nroute { default use cheapest of small }'
    expect(renamed(name, text)).toMatch(why)
  })

  test('refuses the name of another rule', () => {
    expect(
      renamed('b', 'route { rule ¦a when stream use asked rule b when tools use asked default use asked }'),
    ).toMatch(/`b` already names a rule/)
  })

  test.each([
    'route { default use open¦ai/gpt-4.1 }',
    'route { rule x when te¦am == "a" use asked }',
    'ro¦ute { }',
  ])('offers nothing at %s', (text) => {
    const { snapshot, file, offset } = marked(text)
    expect(renameableAt(snapshot, file, offset)).toBeUndefined()
    expect(renamed('x', text)).toMatch(/nothing here that gwc can rename/)
  })
})
