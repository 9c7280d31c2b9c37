import { describe, expect, test } from 'vitest'
import { classesOf } from '../../compiler/classes.ts'
import { cubesOf, type Cubes } from '../../compiler/cubes.ts'
import type { Cond } from '../../compiler/typed.ts'
import { showCube } from '../../compiler/show.ts'
import { compileTyped } from '../support/compile-typed.ts'
import { seeded } from '../support/generate-rules.ts'
import { all, any, compare, finds, flag, is, like, not, policyOf, route } from '../support/typed-policy.ts'

function shown(condition: Cond): readonly string[] | Cubes {
  const { space } = classesOf(policyOf({ route: [route('r', condition, 'openai/gpt-4.1')] }))
  const found = cubesOf(condition, space)
  return found.kind === 'cubes' ? found.cubes.map((cube) => showCube(space, cube)) : found
}

describe('a condition becomes the fewest cubes', () => {
  test('cases of one fact are one cube', () => {
    expect(shown(any(is('env', 'dev'), is('env', 'test')))).toEqual(['env in {"dev", "test"}'])
    expect(shown(any(compare('input_tokens', '<', 5), compare('input_tokens', '>', 9)))).toEqual([
      '(input_tokens < 5 or input_tokens >= 10)',
    ])
  })

  test('bounds are shown in the round spelling, and a single number as such', () => {
    expect(shown(all(compare('input_tokens', '>', 100_000), compare('input_tokens', '<=', 200_000)))).toEqual(
      ['input_tokens > 100k and input_tokens <= 200k'],
    )
    expect(
      shown(all(compare('input_tokens', '>=', 100_000), compare('input_tokens', '<=', 100_000))),
    ).toEqual(['input_tokens == 100k'])
  })

  test('a cube inside another goes, and two that differ on one fact join', () => {
    expect(shown(any(flag('stream'), all(flag('stream'), flag('tools'))))).toEqual(['stream'])
    expect(shown(any(all(flag('stream'), flag('tools')), all(not(flag('stream')), flag('tools'))))).toEqual([
      'tools',
    ])
  })

  test('negation goes down to the tests', () => {
    expect(shown(not(any(flag('stream'), is('team', 'a'))))).toEqual(['team != "a" and not stream'])
    expect(shown(not(all(flag('stream'), is('team', 'a'))))).toEqual(['not stream', 'team != "a"'])
  })

  test('of nothing: everything and nothing', () => {
    expect(shown(all())).toEqual(['always'])
    expect(shown(any())).toEqual([])
  })
})

describe('what is too large is refused, and says what multiplies', () => {
  const three = (a: string, b: string, c: string): Cond => any(flag(a), is(b, 'x'), compare(c, '>', 3))

  test('a rule with too many cases', () => {
    const condition = all(
      three('stream', 'team', 'input_tokens'),
      three('tools', 'project', 'messages'),
      three('images', 'org', 'max_output'),
      three('reasoning', 'developer', 'hour'),
      is('env', 'dev'),
    )
    const { table, diagnostics } = compileTyped(
      policyOf({ route: [route('wide', condition, 'openai/gpt-4.1')] }),
    )
    expect(table).toBeUndefined()
    expect(diagnostics.map(({ message }) => message)).toEqual([
      'rule `wide` comes to at least 81 separate cases, and 64 is the most that a rule may have',
    ])
    expect(diagnostics[0]?.secondary.map(({ text }) => text)).toEqual([
      '3 cases',
      '3 cases',
      '3 cases',
      '3 cases',
    ])
    expect(diagnostics[0]?.notes[0]?.text).toMatch(/^these multiply: 3 × 3 × 3 × 3;/)
  })

  test('a condition that explodes stops early', () => {
    const named = [
      'team',
      'project',
      'org',
      'developer',
      'key',
      'session',
      'path_project',
      'task',
      'client',
      'model',
    ]
    const factors = [
      ...['stream', 'tools', 'images', 'reasoning', 'json_schema', 'model_allowed'].map((name) => flag(name)),
      ...['input_tokens', 'messages', 'max_output', 'hour'].map((name) => compare(name, '>', 3)),
    ].map((each, index) => any(each, is(named[index] ?? 'team', 'v')))
    const { diagnostics } = compileTyped(
      policyOf({ route: [route('wild', all(...factors), 'openai/gpt-4.1')] }),
    )
    expect(diagnostics.map(({ code }) => code)).toEqual(['GWC2302'])
  })

  test('globs that tell too much apart', () => {
    const globs = Array.from('abcdefghij', (letter) => like('team', `*${letter}*`))
    const rules = [route('r', any(...globs), 'openai/gpt-4.1'), route('default', undefined, 'openai/gpt-4.1')]
    const { table, diagnostics } = compileTyped(policyOf({ route: rules }))
    expect(table).toBeUndefined()
    expect(diagnostics.map(({ code, message }) => [code, message])).toEqual([
      ['GWC2303', 'the globs on `team` tell more than 256 kinds of value apart'],
    ])
    expect(diagnostics[0]?.secondary).toHaveLength(9)
  })
})

describe('rules that overlap in every way', () => {
  const facts = ['stream', 'tools', 'images', 'reasoning', 'json_schema'] as const
  const random = seeded(7)
  const literal = (): Cond => {
    const kinds = [
      () => flag(facts[random(5)] ?? 'stream'),
      () => compare('input_tokens', '>', 1000 * random(10)),
      () => compare('hour', '<=', random(23)),
      () => compare('temperature', '>', random(10) / 10),
      () => is('team', `t${random(6)}`, `t${random(6)}`),
      () => is('task', 'chat', 'code'),
    ]
    const chosen = (kinds[random(kinds.length)] ?? literal)()
    return random(2) === 0 ? chosen : not(chosen)
  }
  const rules = Array.from({ length: 120 }, (_, index) =>
    route(
      `r${index}`,
      all(literal(), literal(), literal()),
      index % 2 === 0 ? 'openai/gpt-4.1' : 'openai/gpt-4.1-mini',
    ),
  )
  const policy = policyOf({ route: [...rules, route('default', undefined, 'openai/gpt-4.1')] })

  test('are decided all the same, each time alike', () => {
    const once = compileTyped(policy).diagnostics
    expect(once.some(({ code }) => code === 'GWC2104')).toBe(true)
    expect(once.some(({ code }) => code === 'GWC2301')).toBe(false)
    expect(compileTyped(policy).diagnostics).toEqual(once)
  })

  test('or are said to be unproven: 3-satisfiability at its hardest, one clause a rule', () => {
    const word = (index: number): Cond => finds('prompt', `word${String(index).padStart(2, '0')}`)
    const one = (): Cond => (random(2) === 0 ? word(random(50)) : not(word(random(50))))
    const clauses = Array.from({ length: 215 }, (_, index) =>
      route(`c${index}`, all(one(), one(), one()), 'openai/gpt-4.1'),
    )
    const { diagnostics } = compileTyped(
      policyOf({
        route: [
          ...clauses,
          route('last', flag('stream'), 'openai/gpt-4.1-mini'),
          route('route:default', undefined, 'openai/gpt-4.1'),
        ],
      }),
    )
    const unproven = diagnostics.filter(({ code }) => code === 'GWC2301')
    expect(unproven.length).toBeGreaterThan(0)
    expect(unproven[0]?.message).toMatch(
      /^unproven: whether rule `c\d+` can run is not settled within 25\d{4} steps$/,
    )
  })
})
