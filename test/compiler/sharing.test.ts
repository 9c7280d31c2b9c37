import { describe, expect, test } from 'vitest'
import { compile } from '../../compiler/compile.ts'
import type { CacheRule, RouteRule } from '../../compiler/typed.ts'
import { inputOf } from '../support/corpus.ts'
import { compileTyped } from '../support/compile-typed.ts'
import { saidOf } from '../support/told.ts'
import { all, cache, compare, factRow, flag, not, policyOf, route } from '../support/typed-policy.ts'

const rest = 'route { default use openai/gpt-4.1 }'

function saidWith(text: string): readonly string[] {
  const facts = {
    type: 'object',
    properties: {
      data: {
        enum: ['none', 'pii', 'secret'],
        'x-gwc': { from: 'key:data', default: 'none', sensitive: ['pii', 'secret'] },
      },
    },
  }
  const input = inputOf('main.route', [
    ['main.route', `gwc 1\nfacts "facts.json"\n${rest}\n${text}`],
    ['facts.json', JSON.stringify(facts)],
  ])
  return compile(input).diagnostics.map(({ code, message }) => `${code} ${message}`)
}

describe('a cache', () => {
  test('within the organisation crosses teams', () => {
    expect(saidOf(`gwc 1\n${rest}\ncache { default => exact for 1h within org }`)).toEqual([
      'GWC2701 the default of `cache` shares answers among all teams of an organisation',
    ])
    expect(saidOf(`gwc 1\n${rest}\ncache { default => exact for 1h within team }`)).toEqual([])
  })

  test('of private data is for the one person who asked', () => {
    expect(saidWith('cache { default => exact for 1h within team }')).toEqual([
      'GWC2702 the default of `cache` keeps answers to requests with data in {"pii", "secret"} for everyone `within team`',
    ])
    expect(saidWith('cache { default => exact for 1h within developer }')).toEqual([])
    expect(saidWith('cache { default => exact for 1h }')).toEqual([])
  })

  test('may be wide where private data is kept out', () => {
    expect(
      saidWith('cache {\n when data in {pii, secret} => off\n default => exact for 1h within org\n}'),
    ).toEqual([])
    expect(saidWith('cache {\n when data == pii => off\n default => exact for 1h within org\n}')).toEqual([
      'GWC2702 the default of `cache` keeps answers to requests with data in {"pii", "secret"} for everyone `within org`',
    ])
  })
})

const semantic = (rule: CacheRule): CacheRule => ({
  ...rule,
  action: { kind: 'cache', mode: 'semantic', ttlMs: 1000, within: 'key', confidence: 950 },
})

const saidOfRows = (...rows: readonly CacheRule[]): readonly string[] =>
  compileTyped(
    policyOf({ route: [route('default', undefined, 'openai/gpt-4.1')], cache: rows }),
  ).diagnostics.map(({ code, message }) => `${code} ${message}`)

describe('a semantic cache', () => {
  const never =
    'GWC2703 row 1 of `cache` hardly finds a likeness: calls of tools, temperatures above 0.3 and several answers are never kept for it'

  test('of requests that are never compared is told', () => {
    expect(saidOfRows(semantic(cache('cache:1', flag('tools'), 1)))).toEqual([never])
    expect(saidOfRows(semantic(cache('cache:1', compare('temperature', '>', 1), 1)))).toEqual([never])
    expect(saidOfRows(semantic(cache('cache:1', compare('choices', '>', 1), 1)))).toEqual([never])
  })

  test('of some that are is not, and one that names no temperature is', () => {
    expect(saidOfRows(semantic(cache('cache:1', compare('temperature', '>', 0.3), 1)))).toEqual([])
    expect(saidOfRows(semantic(cache('cache:default', undefined, 1)))).toEqual([])
    expect(
      saidOfRows(semantic(cache('cache:1', all(compare('temperature', '>', 0.1), not(flag('tools'))), 1))),
    ).toEqual([])
  })
})

describe('a split without affinity', () => {
  const [one, other] = ['openai/gpt-4.1', 'anthropic/claude-sonnet-4.6'] as const
  const split = (fact: string): RouteRule => {
    const rule = route('default', undefined, one)
    const arms = [
      { share: 9_000, model: one },
      { share: 1_000, model: other },
    ]
    const stage = {
      span: rule.span,
      pick: 'split',
      models: [one, other],
      on: [],
      shown: 'split',
      split: { fact: factRow(fact), salt: undefined, arms },
    } as const
    return { ...rule, stages: [stage] }
  }
  const saidOfSplit = (fact: string, affinity?: RouteRule['span']): readonly string[] =>
    compileTyped(policyOf({ route: [split(fact)], affinity })).diagnostics.map(({ message }) => message)

  test('goes by what stays for a conversation', () => {
    expect(saidOfSplit('task')).toEqual([
      'rule `default` may send one conversation to several models: `task` can change from turn to turn',
    ])
    expect(saidOfSplit('developer')).toEqual([])
    expect(saidOfSplit('session')).toEqual([])
  })

  test('or keeps its pick for the session', () => {
    expect(saidOfSplit('task', { file: 'main.route', start: 0, end: 1 })).toEqual([])
  })
})
