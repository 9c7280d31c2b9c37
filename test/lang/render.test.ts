import { expect, test } from 'vitest'
import type { Diagnostic, Label } from '../../lang/diagnostic.ts'
import { indexLines } from '../../lang/line-index.ts'
import { parse } from '../../lang/parse.ts'
import { renderFrames } from '../../lang/render/code-frame.ts'
import { renderJson } from '../../lang/render/json.ts'

const label = (file: string, text: string, part: string, words: string): Label => {
  const start = text.indexOf(part)
  return { span: { file, start, end: start + part.length }, text: words }
}

const finding = (primary: Label, rest: Partial<Diagnostic> = {}): Diagnostic => ({
  code: 'GWC2104',
  severity: 'error',
  message: 'rule `interns_cheap` can never run',
  primary,
  secondary: [],
  notes: [],
  fixes: [],
  witness: undefined,
  ...rest,
})

const plain = (diagnostic: Diagnostic, ...sources: [string, string][]): string =>
  renderFrames([diagnostic], new Map(sources), { colour: false })

const policy = `gwc 1
route {
  rule dev_default   when env == "dev"              use anthropic/claude-opus-4.8
  rule prod_default  when env in {"prod", "stage"}  use openai/gpt-4.1
  rule interns_cheap when team == "interns"         use openai/gpt-4.1-mini
}
`

test('labels on several lines, and notes', () => {
  const diagnostic = finding(
    label('a.route', policy, 'when team == "interns"', 'every request it matches is taken earlier'),
    {
      secondary: [
        label('a.route', policy, 'when env == "dev"', 'takes those with env == "dev"'),
        label('a.route', policy, 'when env in {"prod", "stage"}', 'covers the rest'),
      ],
      notes: [
        { kind: 'effect', text: 'interns never get gpt-4.1-mini' },
        { kind: 'help', text: 'move it above line 3;\nthat changes team == "interns" only' },
      ],
      witness: { team: 'interns', input_tokens: 32_001 },
    },
  )
  expect(plain(diagnostic, ['a.route', policy])).toMatchInlineSnapshot(`
    "error[GWC2104]: rule \`interns_cheap\` can never run
       ┌─ a.route:5:22
     3 │   rule dev_default   when env == "dev"              use anthropic/claude-opus-4.8
       │                      ----------------- takes those with env == "dev"
     4 │   rule prod_default  when env in {"prod", "stage"}  use openai/gpt-4.1
       │                      ----------------------------- covers the rest
     5 │   rule interns_cheap when team == "interns"         use openai/gpt-4.1-mini
       │                      ^^^^^^^^^^^^^^^^^^^^^^ every request it matches is taken earlier
       = effect: interns never get gpt-4.1-mini
       = help: move it above line 3;
              that changes team == "interns" only
       = example: team="interns" input_tokens=32001
    "
  `)
})

test('two labels on one line', () => {
  const text = 'pred p = intern_month.used > $50\n'
  const diagnostic = finding(label('a.route', text, 'intern_month.used', 'a percent'), {
    secondary: [label('a.route', text, '$50', 'money')],
  })
  expect(plain(diagnostic, ['a.route', text])).toMatchInlineSnapshot(`
    "error[GWC2104]: rule \`interns_cheap\` can never run
       ┌─ a.route:1:10
     1 │ pred p = intern_month.used > $50
       │          ^^^^^^^^^^^^^^^^^   --- money
       │          a percent
    "
  `)
})

test('labels in several files', () => {
  const team =
    '// team\nroute {\n  rule long when input_tokens > 32k use openai/x then anthropic/claude-opus-4.8 on {429}\n}\n'
  const org = 'assert "interns never reach premium" never use premium when team in interns\n'
  const diagnostic = finding(label('org.route', org, 'assert', ''), {
    secondary: [
      label('teams/search.route', team, 'anthropic/claude-opus-4.8 on {429}', 'premium, reached on 429'),
    ],
  })
  expect(plain(diagnostic, ['org.route', org], ['teams/search.route', team])).toMatchInlineSnapshot(`
    "error[GWC2104]: rule \`interns_cheap\` can never run
       ┌─ org.route:1:1
     1 │ assert "interns never reach premium" never use premium when team in interns
       │ ^^^^^^
       ┌─ teams/search.route:3:55
     3 │   rule long when input_tokens > 32k use openai/x then anthropic/claude-opus-4.8 on {429}
       │                                                       ---------------------------------- premium, reached on 429
    "
  `)
})

test('tabs, wide characters and controls keep the marks in their columns', () => {
  const text = '\tdeny "日本語 \u001b[31m e\u0301" when stream\n'
  const diagnostic = finding(label('a.route', text, 'when stream', 'here'))
  expect(plain(diagnostic, ['a.route', text])).toMatchInlineSnapshot(`
    "error[GWC2104]: rule \`interns_cheap\` can never run
       ┌─ a.route:1:22
     1 │     deny "日本語 �[31m é" when stream
       │                           ^^^^^^^^^^^ here
    "
  `)
})

test('a long line is shown around its mark', () => {
  const text = `pred p = ${'a or '.repeat(1000)}bad or ${'c or '.repeat(1000)}d`
  const frame = plain(finding(label('a.route', text, 'bad', 'here')), ['a.route', text])
  const [, , shown = '', marks = ''] = frame.split('\n')
  expect(shown.length).toBeLessThan(260)
  expect(shown.slice(marks.indexOf('^'), marks.lastIndexOf('^') + 1)).toBe('bad')
})

test('a file whose text is not at hand is named', () => {
  expect(plain(finding({ span: { file: 'gateway.json', start: 3, end: 5 }, text: '' })))
    .toMatchInlineSnapshot(`
    "error[GWC2104]: rule \`interns_cheap\` can never run
       ┌─ gateway.json
    "
  `)
})

test('without colour there is no escape in the output, and with it there is', () => {
  const { diagnostics } = parse({ file: 'a.route', text: 'zone "\u001b[31m" \u001b' })
  const sources = new Map([['a.route', 'zone "\u001b[31m" \u001b']])
  expect(renderFrames(diagnostics, sources, { colour: false })).not.toContain('\u001b')
  expect(renderFrames(diagnostics, sources, { colour: true })).toContain('\u001b[1;31merror')
})

test('the JSON of a finding', () => {
  const text = 'zone "UTC"\nroute {\n  ruel a when b use c\n}\n'
  const { diagnostics } = parse({ file: 'a.route', text })
  expect(renderJson(diagnostics, new Map([['a.route', text]]))).toMatchInlineSnapshot(`
    "{
      "version": 1,
      "counts": {
        "error": 1,
        "warning": 0,
        "info": 0
      },
      "diagnostics": [
        {
          "code": "GWC0102",
          "severity": "error",
          "title": "misspelled keyword",
          "message": "\`ruel\` is no keyword; did you mean \`rule\`?",
          "file": "a.route",
          "start": {
            "line": 3,
            "column": 3,
            "offset": 21
          },
          "end": {
            "line": 3,
            "column": 7,
            "offset": 25
          },
          "label": "\`rule\`?",
          "secondary": [],
          "notes": [],
          "fixes": [
            {
              "title": "Write rule",
              "applicability": "manual",
              "edits": [
                {
                  "file": "a.route",
                  "start": {
                    "line": 3,
                    "column": 3,
                    "offset": 21
                  },
                  "end": {
                    "line": 3,
                    "column": 7,
                    "offset": 25
                  },
                  "newText": "rule"
                }
              ]
            }
          ],
          "witness": null
        }
      ]
    }
    "
  `)
})

test('lines end with a line feed, a carriage return or both', () => {
  const index = indexLines('a\nbb\r\nccc\rd')
  expect([0, 1, 2, 6, 10, 99].map((offset) => index.positionAt(offset))).toEqual([
    { line: 1, column: 1 },
    { line: 1, column: 2 },
    { line: 2, column: 1 },
    { line: 3, column: 1 },
    { line: 4, column: 1 },
    { line: 4, column: 2 },
  ])
  expect([1, 2, 3, 4, 5].map((line) => index.lineAt(line))).toEqual(['a', 'bb', 'ccc', 'd', ''])
})
