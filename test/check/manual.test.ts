import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { compile } from '../../compiler/compile.ts'
import { runTests } from '../../compiler/test-runner.ts'
import { format } from '../../lang/format.ts'
import { parse } from '../../lang/parse.ts'
import { inputOf } from '../support/corpus.ts'

const read = (path: string): string => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8')

const blocksOf = (path: string, language: string): readonly string[] =>
  [...read(path).matchAll(new RegExp(`\`\`\`${language}\\n([\\s\\S]*?)\`\`\``, 'g'))].map(
    ([, text = '']) => text,
  )

const manual = 'docs/language.md'
const blocks = ['README.md', manual].flatMap((path) =>
  blocksOf(path, 'route').map((text, index) => ({ name: `${path}, block ${index + 1}`, text })),
)

/** What the tests of the manual are about. */
const tested = `
const small = {openai/gpt-4.1-mini, google/gemini-3.5-flash}
route {
  rule long  when input_tokens > 100k  use openai/gpt-4.1
  default                              use cheapest of small
}
cache { default => exact for 1h }
`

test('both have examples', () => expect(blocks.length).toBeGreaterThan(2))

describe.each(blocks)('$name', ({ text }) => {
  test('parses, and formats without a loss', () => {
    expect(parse({ file: 'main.route', text }).diagnostics).toEqual([])
    const once = format({ file: 'main.route', text }).text
    expect(format({ file: 'main.route', text: once }).text).toBe(once)
  })

  test('compiles without a finding, and its tests pass', () => {
    const whole = text.includes('route {') ? text : `${tested}\n${text}`
    const [facts = ''] = blocksOf(manual, 'json')
    const { policy, models, diagnostics } = compile(
      inputOf('main.route', [
        ['main.route', whole],
        ['org.facts.json', facts],
      ]),
    )
    expect(diagnostics.map(({ code, message }) => `${code} ${message}`)).toEqual([])
    const results = policy === undefined ? [] : runTests(policy, models)
    expect(results.flatMap((each) => each.diagnostics.map(({ message }) => message))).toEqual([])
    expect(results.length).toBe(text.includes('expect') ? 3 : 0)
  })
})
