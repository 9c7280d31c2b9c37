import { describe, expect, test } from 'vitest'
import { interpret } from '../../compiler/interpret.ts'
import { outcomeOf } from '../../compiler/outcome.ts'
import { serialize } from '../../compiler/emit.ts'
import { settingsOf } from '../../compiler/settings.ts'
import { loadTable } from '../../runtime/table/load.ts'
import { compileText, findingsOf } from '../support/compile-text.ts'

const generation = 'route { default use openai/gpt-4.1 }\n'
const codesOf = (text: string): readonly string[] => findingsOf(`gwc 1\n${text}`).map(({ code }) => code)

function decided(text: string, facts: Readonly<Record<string, string | number | boolean>>) {
  const { policy, diagnostics } = compileText(`gwc 1\n${text}`)
  if (policy === undefined) throw new Error(diagnostics.map(({ message }) => message).join('\n'))
  const verdict = interpret(policy, facts)
  return { outcome: outcomeOf(policy, verdict, facts), ...settingsOf(verdict) }
}

describe('shape', () => {
  const rows = (...list: readonly string[]): string => `${generation}shape {\n${list.join('\n')}\n}`

  test('of all rows that match the lower number holds', () => {
    const text = rows(
      'when team == "interns" => max_output 4k',
      'when input_tokens > 100k => compact to 60k',
      'always => max_output 16k, prompt_cache auto',
    )
    expect(codesOf(text)).toEqual([])
    expect(decided(text, { team: 'interns', input_tokens: 200_000 }).shape).toEqual({
      kind: 'shape',
      maxOutput: 4_000,
      compactTo: 60_000,
      promptCache: 'auto',
    })
  })

  test('told both ways for some request: an error with that request', () => {
    const text = rows('when stream => prompt_cache off', 'when tools => prompt_cache auto')
    const [finding] = findingsOf(`gwc 1\n${text}`)
    expect(finding?.code).toBe('GWC1510')
    expect(finding?.witness).toMatchObject({ stream: true, tools: true })
  })

  test('rows that no request matches together are silent, also where the guard denies what both match', () => {
    expect(codesOf(rows('when stream => prompt_cache off', 'when not stream => prompt_cache auto'))).toEqual(
      [],
    )
    const denied = 'guard { deny "No." when stream and tools }\n'
    expect(
      codesOf(denied + rows('when stream => prompt_cache off', 'when tools => prompt_cache auto')),
    ).toEqual([])
  })

  test('a row that asks nothing more than others is told', () =>
    expect(codesOf(rows('when stream => max_output 8k', 'always => max_output 4k'))).toEqual(['GWC2105']))
})

test('what is never used is gone from arms, shadows and judges; an empty chain denies', () => {
  const text = `guard { never use {openai/gpt-4.1, openai/gpt-4.1-mini} when team == "a" }
route {
  rule split when stream use split by developer {50% openai/gpt-4.1, 50% anthropic/claude-sonnet-4.6}
  rule alone when tools  use split by developer {50% openai/gpt-4.1, 50% openai/gpt-4.1-mini}
  default                use anthropic/claude-sonnet-4.6 shadow 5% to openai/gpt-4.1-mini
}
cache { default => semantic 0.95 for 1h verify judge openai/gpt-4.1-mini }`
  const left = decided(text, { team: 'a', stream: true }).outcome
  expect(left.kind === 'use' && left.stages[0]?.models).toEqual(['anthropic/claude-sonnet-4.6'])
  expect(decided(text, { team: 'a', tools: true }).outcome.kind).toBe('deny')
  const { outcome, cache } = decided(text, { team: 'a' })
  expect(outcome.kind === 'use' && outcome.stages[0]?.shadow).toBe(undefined)
  expect(cache.judge).toBe(undefined)
  expect(decided(text, { team: 'b' }).cache.judge).toEqual({ model: 'openai/gpt-4.1-mini' })
})

test('embeddings go by their own table, else where they were asked for', () => {
  const asked = decided(generation, {
    endpoint: 'embeddings',
    model: 'openai/text-embedding-3-small',
  }).outcome
  expect(asked.kind === 'use' && asked.stages.map(({ shown }) => shown)).toEqual(['asked'])
  const own = `${generation}route embeddings { default use openai/text-embedding-3-large }`
  const told = decided(own, { endpoint: 'embeddings' }).outcome
  expect(told.kind === 'use' && told.by?.name).toBe('embeddings:default')
})

test.each([['compact', `${generation}shape { always => compact to 60k }`]])(
  '`%s` is refused at load by its name, until the proxy obeys it',
  (feature, text) => {
    const { table } = compileText(`gwc 1\n${text}`)
    const loaded = table && loadTable(Buffer.from(serialize(table)))
    expect(loaded).toMatchObject({ ok: false, message: expect.stringContaining(`\`${feature}\``) })
  },
)

test.each([
  'route {\n affinity session\n default use cheapest of {openai/gpt-4.1, openai/gpt-4.1-mini}\n}',
  'route { default use openai/gpt-4.1 shadow 5% to openai/gpt-4.1-mini }',
  'route {\n rule down when not up(openai) use google/gemini-3.5-flash\n default use openai/gpt-4.1\n}',
  'route { default use split by developer {50% openai/gpt-4.1, 50% openai/gpt-4.1-mini} }',
  'route { default use best of {openai/gpt-4.1, openai/gpt-4.1-mini} }',
  `${generation}route embeddings { default use openai/text-embedding-3-small }`,
  `${generation}log { default => metadata }`,
  `${generation}log { default => content sample 5% }`,
  `${generation}shape { always => max_output 4k, prompt_cache off }`,
  `${generation}shape { always => prompt_cache auto }`,
  `${generation}attempt { default => abort drain }`,
  `${generation}cache { default => semantic 0.95 for 1h }`,
  `${generation}cache { default => semantic 0.95 for 1h verify judge openai/gpt-4.1-mini }`,
])('%s is obeyed already', (text) => {
  const { table } = compileText(`gwc 1\n${text}`)
  expect(table && loadTable(Buffer.from(serialize(table)))).toMatchObject({ ok: true })
})
