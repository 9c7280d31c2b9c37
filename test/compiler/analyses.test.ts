import { describe, expect, test } from 'vitest'
import { compile } from '../../compiler/compile.ts'
import { holds } from '../../compiler/holds.ts'
import { interpret } from '../../compiler/interpret.ts'
import type { Diagnostic } from '../../lang/diagnostic.ts'
import { compileText, findingsOf } from '../support/compile-text.ts'
import { inputOf } from '../support/corpus.ts'
import { compileTyped } from '../support/compile-typed.ts'
import {
  all,
  any,
  attempt,
  cache,
  compare,
  deny,
  flag,
  is,
  neverUse,
  not,
  policyOf,
  route,
} from '../support/typed-policy.ts'

/** A finding as its reader sees it, without its places. */
const told = ({ code, message, primary, secondary, notes }: Diagnostic): object => ({
  code,
  message,
  label: primary.text,
  labels: secondary.map(({ text }) => text),
  notes: notes.map(({ kind, text }) => `${kind}: ${text}`),
})

const textAt = (
  text: string,
  { span }: { readonly span: { readonly start: number; readonly end: number } },
): string => text.slice(span.start, span.end)

const [big, small, other] = ['anthropic/claude-opus-4.8', 'openai/gpt-4.1-mini', 'openai/gpt-4.1'] as const

describe('a rule that can never run', () => {
  test('a default after the default of a file that is taken in whole: both are shown, and the way out', () => {
    const { diagnostics } = compile(
      inputOf('main.route', [
        ['main.route', 'include "a.route" as a\nroute { default use asked }'],
        ['a.route', 'route { default use openai/gpt-4.1 }'],
      ]),
    )
    expect(diagnostics.map((each) => [told(each), ...each.secondary.map(({ span }) => span.file)])).toEqual([
      [
        {
          code: 'GWC2104',
          message: 'rule `default` can never run',
          label: 'nothing is left for it',
          labels: ['this default takes every request that is left'],
          notes: [
            'help: keep one default, or take that file in with a condition: `include "…" as NAME for COND`',
          ],
        },
        'a.route',
      ],
    ])
  })

  const text = `gwc 1
route {
  rule dev_default   when env == "dev"                      use anthropic/claude-opus-4.8
  rule prod_default  when env in {"prod", "stage", "test"}  use openai/gpt-4.1
  rule interns_cheap when team == "interns"                 use openai/gpt-4.1-mini // as agreed
}
`

  test('names what each earlier rule takes, what happens now, and where to move it', () => {
    const [finding] = findingsOf(text)
    expect(finding && told(finding)).toEqual({
      code: 'GWC2104',
      message: 'rule `interns_cheap` can never run',
      label: 'every request it matches is taken earlier',
      labels: [
        'takes those with env == "dev", and picks another model',
        'covers the rest, and picks another model',
      ],
      notes: [
        'effect: requests with team == "interns" get anthropic/claude-opus-4.8 or openai/gpt-4.1, never openai/gpt-4.1-mini',
        'help: move it above rule `dev_default`; that changes team == "interns" only',
      ],
    })
  })

  test('points at the conditions', () => {
    const [finding] = findingsOf(text)
    expect(finding && [finding.primary, ...finding.secondary].map((label) => textAt(text, label))).toEqual([
      'team == "interns"',
      'env == "dev"',
      'env in {"prod", "stage", "test"}',
    ])
  })

  test('is repaired by its fix: the row moves with its comment, and no finding is left', () => {
    const [finding] = findingsOf(text)
    const edits = finding?.fixes[0]?.edits ?? []
    const fixed = edits
      .toSorted((a, b) => b.span.start - a.span.start)
      .reduce((now, { span, newText }) => now.slice(0, span.start) + newText + now.slice(span.end), text)
    expect(fixed.indexOf('interns_cheap')).toBeLessThan(fixed.indexOf('dev_default'))
    expect(fixed).toContain('// as agreed\n')
    expect(findingsOf(fixed)).toEqual([])
  })

  test('names no rule that could be left out, and one with another outcome', () => {
    const { diagnostics } = compileTyped(
      policyOf({
        route: [
          route('narrow', all(is('team', 'a'), flag('stream')), small),
          route('telling', all(is('team', 'a'), flag('tools')), big),
          route('wide', is('team', 'a', 'b'), small),
          route('late', is('team', 'a'), small),
          route('default', undefined, other),
        ],
      }),
    )
    expect(diagnostics.map(told)).toMatchObject([
      {
        code: 'GWC2104',
        message: 'rule `late` can never run',
        labels: [
          'takes those with tools, and picks another model',
          'takes all of them, with the same outcome',
        ],
      },
    ])
  })

  test('is not told to move where that would silence the rule above', () => {
    const rules = [route('a', all(is('team', 'a'), flag('stream')), big), route('b', flag('stream'), other)]
    const { diagnostics } = compileTyped(
      policyOf({
        route: [...rules, route('c', flag('stream'), small), route('default', undefined, other)],
      }),
    )
    const [finding] = diagnostics
    expect(finding?.fixes).toEqual([])
    expect(finding?.notes.at(-1)?.text).toBe('remove it, or narrow rule `b`')
  })

  test('may be one that the guard denies whole', () => {
    const { diagnostics } = compileTyped(
      policyOf({
        guard: [deny('guard:1', is('team', 'x'))],
        route: [route('r', all(is('team', 'x'), flag('stream')), big), route('default', undefined, other)],
      }),
    )
    expect(diagnostics.map(told)).toMatchObject([
      { code: 'GWC2104', labels: ['takes all of them, and denies them'] },
    ])
  })

  test('is found in `cache` and `attempt` too', () => {
    const rest = { route: [route('default', undefined, other)] }
    const cached = policyOf({
      ...rest,
      cache: [cache('cache:1', flag('stream'), 0), cache('cache:2', all(flag('stream'), flag('tools')), 5)],
    })
    const attempted = policyOf({
      ...rest,
      attempt: [attempt('attempt:1', flag('stream'), 5), attempt('attempt:2', flag('stream'), 6)],
    })
    expect(compileTyped(cached).diagnostics.map(({ message }) => message)).toEqual([
      'row 2 of `cache` can never run',
    ])
    expect(compileTyped(attempted).diagnostics.map(({ message }) => message)).toEqual([
      'row 2 of `attempt` can never run',
    ])
  })

  test('is not one that earlier rules leave a single value', () => {
    const { diagnostics, table } = compileTyped(
      policyOf({
        route: [
          route('below', compare('input_tokens', '<', 1000), small),
          route('above', compare('input_tokens', '>', 1000), big),
          route(
            'exactly',
            all(compare('input_tokens', '>=', 1000), compare('input_tokens', '<=', 1000)),
            other,
          ),
        ],
      }),
    )
    expect(diagnostics).toEqual([])
    expect(table?.selfTest.map(({ facts }) => facts)).toContainEqual({ input_tokens: 1000 })
  })
})

describe('a gap', () => {
  test('is described, with a request that falls through', () => {
    const policy = policyOf({
      route: [
        route('a', is('team', 'a'), small),
        route('b', all(not(is('team', 'a')), compare('temperature', '<=', 0.3)), big),
      ],
    })
    const { diagnostics } = compileTyped(policy)
    expect(diagnostics.map(({ code, message }) => [code, message])).toEqual([
      ['GWC2201', 'no rule of `route` takes a request with team != "a" and temperature > 0.3'],
    ])
    expect(interpret(policy, diagnostics[0]?.witness ?? {}).route).toBeUndefined()
  })

  test('leaves out what does not matter', () => {
    const { diagnostics } = compileTyped(
      policyOf({
        route: [route('a', all(flag('stream'), is('team', 'a')), small), route('b', flag('stream'), big)],
      }),
    )
    expect(diagnostics[0]?.message).toBe('no rule of `route` takes a request with not stream')
  })

  test('is none where the guard denies what is left', () => {
    const { diagnostics, table } = compileTyped(
      policyOf({ guard: [deny('guard:1', not(flag('stream')))], route: [route('a', flag('stream'), small)] }),
    )
    expect(diagnostics).toEqual([])
    expect(table?.tables.route.rule).toEqual([1, -1])
  })

  test('is everything where there is no route', () => {
    expect(findingsOf('gwc 1\n').map(({ code, message }) => [code, message])).toEqual([
      ['GWC2201', 'no rule of `route` takes a request'],
    ])
  })
})

describe('contradictions', () => {
  test('are shown by the fewest operands, of the include as well', () => {
    const three = all(
      is('team', 'a'),
      any(not(is('team', 'a')), flag('tools')),
      any(not(is('team', 'a')), not(flag('tools'))),
    )
    const { diagnostics } = compileTyped(
      policyOf({ route: [route('r', three, small), route('default', undefined, other)] }),
    )
    expect(diagnostics.map(told)).toMatchObject([
      {
        code: 'GWC2101',
        labels: ['wants team == "a"', 'but here team != "a" or tools', 'but here team != "a" or not tools'],
      },
    ])
  })

  test('between the literals of one prompt are seen: what contains the whole contains the part', () => {
    const text = `gwc 1
route {
  rule r  when prompt contains "drop table" and not prompt contains "DROP"  use openai/gpt-4.1
  default use openai/gpt-4.1-mini
}`
    expect(findingsOf(text).map(({ code }) => code)).toEqual(['GWC2101'])
  })
})

describe('guards', () => {
  const rest = { route: [route('default', undefined, other)] }

  test('that other guards make needless are told', () => {
    const policy = policyOf({
      ...rest,
      guard: [
        deny('guard:1', is('team', 'x')),
        deny('guard:2', all(is('team', 'x'), flag('stream'))),
        neverUse('guard:3', is('team', 'x'), big),
      ],
    })
    expect(compileTyped(policy).diagnostics.map(({ code, message }) => `${code} ${message}`)).toEqual([
      'GWC2105 row 3 of `guard` changes nothing: other rules do the same for each of its requests',
      'GWC2803 row 2 of `guard` is never told: earlier rows deny each of its requests',
    ])
  })

  test('whose words differ are not the same', () => {
    const policy = policyOf({
      ...rest,
      guard: [neverUse('guard:1', is('team', 'x'), big), neverUse('guard:2', is('team', 'x'), small)],
    })
    expect(compileTyped(policy).diagnostics).toEqual([])
  })
})

test('every witness of the corpus policy shows what it claims', () => {
  const { policy, table } = compileText(`gwc 1
guard { deny "No." when prompt contains "secret" and not team in {"legal", "audit"} }
route {
  rule long   when input_tokens > 100k and temperature <= 0.3  use anthropic/claude-opus-4.8
  rule teams  when team like "pay-*" and not team == "pay-eu"  use openai/gpt-4.1
  rule said   when has session and session like "s?"           use openai/gpt-4.1
  default                                                      use openai/gpt-4.1-mini
}
cache { when stream => off  default => exact for 1h within team }`)
  expect(
    table?.selfTest.map(({ facts, expect: { guard, route: routed, cache: cached } }) => ({
      facts,
      guard,
      routed,
      cached,
    })),
  ).toEqual([
    { facts: { prompt: 'secret' }, guard: [0], routed: 4, cached: 6 },
    { facts: { team: 'legal', input_tokens: 100_001, temperature: 0 }, guard: [], routed: 1, cached: 6 },
    { facts: { team: 'pay-x' }, guard: [], routed: 2, cached: 6 },
    { facts: { team: 'legal', session: 'sx' }, guard: [], routed: 3, cached: 6 },
    { facts: { team: 'legal' }, guard: [], routed: 4, cached: 6 },
    { facts: { team: 'legal', stream: true }, guard: [], routed: 4, cached: 5 },
  ])
  const denied = policy?.guard[0]
  expect(denied && holds(denied.condition, { prompt: 'a SECRET' })).toBe(true)
})
