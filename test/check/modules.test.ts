import { describe, expect, test } from 'vitest'
import { references } from '../../compiler/input.ts'
import { normalise, resolvePath } from '../../compiler/paths.ts'
import { showCond } from '../../compiler/show.ts'
import { parse } from '../../lang/parse.ts'
import { inputOf } from '../support/corpus.ts'
import { checkInput, marksFound, marksIn, typed } from '../support/marks.ts'

const agree = (text: string, others?: Readonly<Record<string, string>>): void =>
  expect(marksFound(text, others)).toEqual(marksIn(text))

describe('paths', () => {
  test.each([
    ['teams/a.route', 'b.route', 'teams/b.route'],
    ['teams/a.route', '../b.route', 'b.route'],
    ['teams/a.route', './x/../b.route', 'teams/b.route'],
    ['a.route', 'x\\b.route', 'x/b.route'],
    ['a.route', '../b.route', undefined],
    ['teams/a.route', '../../b.route', undefined],
    ['a.route', '/etc/passwd', undefined],
    ['a.route', 'C:/b.route', undefined],
    ['a.route', 'https://example.com/b.route', undefined],
  ])('from %s, %s is %s', (from, written, path) => {
    const resolved = resolvePath(from, written, '.')
    expect(resolved.ok ? resolved.path : undefined).toBe(path)
  })

  test('the folder of the root is the bound, wherever it is', () => {
    expect(resolvePath('/p/q/a.route', '../b.route', '/p/q')).toEqual({ ok: false, why: 'outside' })
    expect(resolvePath('/p/q/t/a.route', '../b.route', '/p/q')).toEqual({ ok: true, path: '/p/q/b.route' })
    expect(resolvePath('/p/qq/a.route', 'b.route', '/p/q')).toEqual({ ok: false, why: 'outside' })
    expect(normalise('../a/./b/../c')).toBe('../a/c')
  })

  test('references lists what a file names, and nothing outside', () => {
    const text =
      'facts "f.json"\nimport "n.route"\ninclude "../up.route" as up for team == "a"\ninclude "t/x.route" as x for team == "b"'
    expect(references(parse({ file: 'main.route', text }).file, 'main.route')).toEqual([
      'f.json',
      'n.route',
      't/x.route',
    ])
  })
})

describe('include', () => {
  const others = {
    'a.route':
      'route {\n  rule quick when stream use asked\n  default use openai/gpt-4.1\n}\nguard { deny "a" always }\ncache { default => off }\ninclude "b.route" as inner for project == "x"',
    'b.route': 'route { default use openai/gpt-4.1-mini }',
  }

  test('stands in its place, with its condition on every row and its name before every rule', () => {
    const policy = typed('include "a.route" as pay for team == "a"\nroute { default use asked }', {
      ...others,
      'a.route': others['a.route'].replace('  default use openai/gpt-4.1\n', ''),
    })
    expect(
      policy.route.map(({ name, condition, isDefault }) => [name, showCond(condition), isDefault]),
    ).toEqual([
      ['pay.quick', 'team == "a" and stream', false],
      ['pay.inner.default', 'team == "a" and project == "x"', false],
      ['default', 'always', true],
    ])
    expect(policy.guard.map(({ name, condition }) => [name, showCond(condition)])).toEqual([
      ['pay.guard:1', 'team == "a"'],
    ])
    expect(policy.cache.map(({ name }) => name)).toEqual(['pay.cache:default'])
  })

  test('its default is its last row', () => {
    expect(marksFound('include "a.route" as pay for team == "a"', others)).toEqual(['b.route GWC1313'])
  })

  test('nothing follows the root default, not even a file', () => {
    const text = 'route { default use asked }\ninclude "b.route" as b for team == "b"'
    expect(marksFound(text, others)).toEqual(['b.route GWC1313'])
  })

  test('names above are visible below, inside the file too; its own stay inside', () =>
    agree(
      `
const small = {openai/gpt-4.1-mini}
include "a.route" as a for team == "a"
const late = {openai/gpt-4.1}
route { default use cheapest of inner }
//                              ^^^^^ GWC1009
`,
      { 'a.route': 'const inner = small\nroute { default use cheapest of inner }' },
    ))

  test('a name that the outer file declares below is unknown inside', () =>
    expect(
      marksFound('include "a.route" as a for team == "a"\nconst late = {openai/gpt-4.1}', {
        'a.route': 'route { default use cheapest of late }',
      }),
    ).toEqual(['a.route GWC1001']))

  test('is guarded by identity, through predicates too', () =>
    agree(
      `
pred quick = stream
include "a.route" as a for team == "a" and quick
//                         ^^^^^^^^^^^^^^^^^^^^^ GWC1104
include "a.route" as b for hour == 3 or team == "b"
//                         ^^^^^^^^^ GWC1104
`,
      { 'a.route': '' },
    ))

  test('facts, zone and affinity belong to the root', () => {
    const found = marksFound('include "a.route" as a for team == "a"', {
      'a.route': 'zone "UTC"\nfacts "f.json"\nroute { affinity session }',
    })
    expect(found).toEqual(['a.route GWC1105', 'a.route GWC1105', 'a.route GWC1105'])
  })

  test('circles of one and of two end', () => {
    expect(marksFound('include "main.route" as a for team == "a"')).toEqual(['1:9+12 GWC1103'])
    expect(
      marksFound('import "a.route"', { 'a.route': 'import "b.route"', 'b.route': 'import "a.route"' }),
    ).toEqual(['b.route GWC1103'])
  })

  test('files that double each other end at a bound', () => {
    const files = Object.fromEntries(
      Array.from({ length: 20 }, (_, i) => [
        `f${i}.route`,
        `include "f${i + 1}.route" as x for team == "a"\ninclude "f${i + 1}.route" as y for team == "b"`,
      ]),
    )
    const found = marksFound('include "f0.route" as r for team == "a"', { ...files, 'f20.route': '' })
    expect(found).toHaveLength(1)
    expect(found[0]).toMatch(/GWC1113$/)
  })

  test('a mistake in a file that is included twice is one mistake', () => {
    expect(
      marksFound('include "a.route" as a for team == "a"\ninclude "a.route" as b for team == "b"', {
        'a.route': 'guard { deny "x" when strem }',
      }),
    ).toEqual(['a.route GWC1001'])
  })
})

test('facts and zone: once, and of this world', () =>
  agree(
    `
zone "Mars/Olympus"
//   ^^^^^^^^^^^^^^ GWC1108
zone "UTC"
//:1+10 GWC1107
facts "g.json"
//    ^^^^^^^^ GWC1101
`,
    { 'f.json': '{}' },
  ))

test('a policy whose root is not there says so', () => {
  expect(checkInput(inputOf('gone.route', [])).diagnostics).toMatchObject([{ code: 'GWC1101' }])
})
