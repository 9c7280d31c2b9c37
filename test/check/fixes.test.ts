import { describe, expect, test } from 'vitest'
import type { Edit, Fix } from '../../lang/diagnostic.ts'
import { inputOf } from '../support/corpus.ts'
import { checkInput } from '../support/marks.ts'

const findings = (text: string) => checkInput(inputOf('main.route', [['main.route', text]])).diagnostics

const apply = (text: string, edits: readonly Edit[]): string =>
  edits
    .toSorted((a, b) => b.span.start - a.span.start)
    .reduce((done, { span, newText }) => done.slice(0, span.start) + newText + done.slice(span.end), text)

/** The one finding's one fix, and what the text says after it. */
function fixed(text: string): { readonly fix: Fix | undefined; readonly after: string } {
  const found = findings(text)
  expect(found).toHaveLength(1)
  const fix = found[0]?.fixes[0]
  return { fix, after: apply(text, fix?.edits ?? []) }
}

describe('fixes', () => {
  test.each([
    ['machine', 'input_tokens > 5m', 'input_tokens > 5M'],
    ['machine', 'stream == true', 'stream'],
    ['machine', 'stream != true', 'not stream'],
    ['machine', 'team == openai/gpt-4.1', 'team == "openai/gpt-4.1"'],
    ['manual', 'tema == "a"', 'team == "a"'],
    ['manual', 'strem', 'stream'],
    ['manual', 'task == archtecture', 'task == architecture'],
    ['manual', 'task == "archtecture"', 'task == "architecture"'],
    ['manual', 'model in {openai/gpt-4.2}', 'model in {openai/gpt-4.1}'],
    ['manual', 'model in family("claude-opus-48")', 'model in family("claude-opus-4.8")'],
    ['manual', 'prompt contains password', 'prompt contains "password"'],
  ] as const)('%s: %s', (applicability, before, after) => {
    const wrap = (condition: string): string => `guard { deny "no" when ${condition} }`
    const { fix, after: text } = fixed(wrap(before))
    expect(text).toBe(wrap(after))
    expect(fix?.applicability).toBe(applicability)
    expect(findings(text)).toEqual([])
  })

  test('a constant is mended where it is written, and never by machine: others may use it', () => {
    const { fix, after } = fixed('const long = 5m\nguard { deny "no" when input_tokens > long }')
    expect(after).toContain('const long = 5M')
    expect(fix?.applicability).toBe('manual')
    expect(findings(after)).toEqual([])
  })

  test.each([
    ['then asked on {rate_limit}', 'then asked on {429}'],
    ['then asked on {overload}', 'then asked on {overloaded}'],
  ])('%s', (before, after) =>
    expect(fixed(`route { default use openai/gpt-4.1 ${before} }`).after).toContain(after),
  )
})
