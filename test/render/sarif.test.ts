import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv } from 'ajv'
import { describe, expect, test } from 'vitest'
import { renderSarif, resultsMax } from '../../lang/render/sarif.ts'
import { checkedOf, checkedText, findingOf } from '../support/checked.ts'
import { readCorpus } from '../support/corpus.ts'

const vendored = join(import.meta.dirname, '../support/vendored/sarif-2.1.0.schema.json')
const {
  id: _,
  $schema: __,
  ...schema
} = JSON.parse(readFileSync(vendored, 'utf8')) as Record<string, unknown>
const ajv = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false })
  .addFormat('uri', (text) => URL.canParse(text))
  .addFormat('uri-reference', (text) => /^[^\s<>"{}|\\^`]*$/.test(text))
  .addFormat('date-time', true)
const isSarif = ajv.compile(schema)

interface Region {
  readonly startLine: number
  readonly startColumn: number
  readonly endLine: number
  readonly endColumn: number
}

interface Result {
  readonly ruleId: string
  readonly ruleIndex: number
  readonly level: string
  readonly message: { readonly text: string }
  readonly partialFingerprints: Readonly<Record<string, string>>
  readonly locations: readonly { readonly physicalLocation: { readonly region: Region } }[]
  readonly fixes?: readonly object[]
}

interface Run {
  readonly tool: { readonly driver: { readonly rules: readonly { readonly id: string }[] } }
  readonly invocations: readonly {
    readonly toolExecutionNotifications?: readonly { readonly message: { readonly text: string } }[]
  }[]
  readonly results: readonly Result[]
}

/** The one run of a log that is valid SARIF. */
function runOf(log: string): Run {
  const value = JSON.parse(log) as { runs: [Run] }
  expect(isSarif(value), JSON.stringify(isSarif.errors)).toBe(true)
  return value.runs[0]
}

const policy = `gwc 1
route {
  rule long          when input_tokens > 32k                        use anthropic/claude-opus-4.8
  rule long_interns  when team == "interns" and input_tokens > 64k  use openai/gpt-4.1-mini
  rule quick when stream == true use openai/gpt-4.1-mini
  default use openai/gpt-4.1
}
test "a failure" { given model = "auto"
  expect use openai/gpt-4.1-mini }
`

const fingerprints = ({ results }: Run): readonly string[] =>
  results.map(({ partialFingerprints }) => partialFingerprints['gwcFinding/v1'] ?? '').toSorted()

describe('--format sarif', () => {
  test.each(readCorpus(join(import.meta.dirname, '../corpus/broken')))(
    'is valid SARIF for $name',
    ({ input }) => {
      for (const [file, text] of input.sources)
        if (file.endsWith('.route')) runOf(renderSarif(checkedText(text, file)))
    },
  )

  test('names each code once as a rule, and points each result to it', () => {
    const { tool, results } = runOf(renderSarif(checkedText(policy)))
    expect(tool.driver.rules.map(({ id }) => id)).toEqual(['GWC1207', 'GWC2104', 'GWC3101'])
    expect(results.map(({ ruleIndex }) => tool.driver.rules[ruleIndex]?.id)).toEqual(
      results.map(({ ruleId }) => ruleId),
    )
    expect(tool.driver.rules[1]).toMatchObject({
      shortDescription: { text: 'rule that can never run' },
      fullDescription: { text: 'First paragraph.' },
      help: { markdown: expect.stringMatching(/^# GWC2104: page/) },
      defaultConfiguration: { level: 'error' },
    })
  })

  test('puts a finding at its place, with related places and its fix as edits', () => {
    const { results } = runOf(renderSarif(checkedText(policy)))
    expect(results.find(({ ruleId }) => ruleId === 'GWC2104')).toMatchObject({
      level: 'error',
      message: { text: expect.stringMatching(/^rule `long_interns` can never run\neffect: .*\nhelp: /s) },
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri: 'main.route', uriBaseId: '%SRCROOT%' },
            region: { startLine: 4, startColumn: 27, endLine: 4, endColumn: 67 },
          },
        },
      ],
      relatedLocations: [{ physicalLocation: { region: { startLine: 3 } } }],
      fixes: [
        {
          description: { text: 'move it above rule `long`' },
          artifactChanges: [
            {
              replacements: [
                { deletedRegion: { startLine: 3, startColumn: 1, endLine: 3, endColumn: 1 } },
                {
                  deletedRegion: { startLine: 4, startColumn: 1, endLine: 5, endColumn: 1 },
                  insertedContent: { text: '' },
                },
              ],
            },
          ],
        },
      ],
    })
  })

  test('knows a finding again when lines move or are formatted', () => {
    const before = fingerprints(runOf(renderSarif(checkedText(policy))))
    const moved = policy.replace('gwc 1\n', 'gwc 1\n\n// a note\n').replaceAll(/ {2,}when/g, ' when')
    expect(fingerprints(runOf(renderSarif(checkedText(moved))))).toEqual(before)
    expect(new Set(before).size).toBe(3)
  })

  test('tells equal findings apart', () => {
    const twice = [findingOf({}), findingOf({})]
    const log = renderSarif(checkedOf({ policies: [{ root: 'main.route', diagnostics: twice, tests: [] }] }))
    expect(new Set(fingerprints(runOf(log))).size).toBe(2)
  })

  test('paths become URIs', () => {
    const odd = findingOf({ primary: { span: { file: 'a b/ü#.route', start: 0, end: 0 }, text: '' } })
    const log = renderSarif(checkedOf({ policies: [{ root: 'r', diagnostics: [odd], tests: [] }] }))
    expect(runOf(log).results[0]).toMatchObject({
      locations: [{ physicalLocation: { artifactLocation: { uri: 'a%20b/%C3%BC%23.route' } } }],
    })
  })

  test('holds the gravest of too many findings, and says how many there were', () => {
    const many = [
      ...Array.from({ length: resultsMax }, () => findingOf({ code: 'GWC2105', severity: 'warning' })),
      findingOf({}),
    ]
    const log = renderSarif(checkedOf({ policies: [{ root: 'main.route', diagnostics: many, tests: [] }] }))
    const run = runOf(log)
    expect(run.results).toHaveLength(resultsMax)
    expect(run.results[0]).toMatchObject({ ruleId: 'GWC2104' })
    expect(run.invocations[0]?.toolExecutionNotifications?.[0]?.message.text).toBe(
      'gwc found 5001 findings; this log holds the 5000 gravest. `gwc check` shows all.',
    )
  })

  test('of nothing is a log with no results, and no notice', () => {
    const run = runOf(renderSarif(checkedOf({})))
    expect(run.results).toEqual([])
    expect(run.invocations[0]).toEqual({ executionSuccessful: true })
  })
})
