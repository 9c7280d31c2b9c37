import { describe, expect, test } from 'vitest'
import type { Severity } from '../../lang/diagnostic.ts'
import { renderGithub } from '../../lang/render/github.ts'
import { checkedOf, checkedText, findingOf } from '../support/checked.ts'

const render = (
  findings: readonly ReturnType<typeof findingOf>[],
  sources: readonly [string, string][] = [],
) =>
  renderGithub(
    checkedOf({
      policies: [{ root: 'main.route', diagnostics: findings, tests: [] }],
      sources: new Map(sources),
    }),
  )

/** The lines that a runner obeys: those outside of stopped stretches that begin with a command. */
function obeyed(log: string): readonly string[] {
  let stoppedBy: string | undefined
  return log.split('\n').filter((line) => {
    if (stoppedBy !== undefined) {
      if (line.trim() === `::${stoppedBy}::`) stoppedBy = undefined
      return false
    }
    stoppedBy = /^::stop-commands::(.*)$/.exec(line)?.[1]
    return stoppedBy === undefined && line.startsWith('::') && !/^::(?:end)?group::/.test(line)
  })
}

describe('--format github', () => {
  test('annotates the place with message, effect, fix and the way to the page', () => {
    const log = renderGithub(
      checkedText('gwc 1\nroute {\n  default use openai/gpt-4.1\n}\nguard { deny "no" when steram }\n'),
    )
    expect(obeyed(log)).toEqual([
      '::error file=main.route,line=5,col=24,endColumn=30,title=GWC1001::there is no flag or predicate named `steram`%0Ahelp: did you mean `stream`?%0Amore: gwc explain GWC1001',
    ])
  })

  test.each([
    ['error', 'error'],
    ['warning', 'warning'],
    ['info', 'notice'],
  ] as const)('%s is told as %s', (severity: Severity, command) => {
    expect(obeyed(render([findingOf({ severity })]))[0]).toMatch(new RegExp(`^::${command} `))
  })

  test('errors come first: GitHub shows the first ten', () => {
    const log = render([findingOf({ severity: 'warning' }), findingOf({ severity: 'error' })])
    expect(obeyed(log).map((line) => line.split(' ')[0])).toEqual(['::error', '::warning'])
  })

  test('a range of several lines has no columns: GitHub takes none', () => {
    const text = 'one\ntwo\nthree\n'
    const several = findingOf({ primary: { span: { file: 'a.route', start: 1, end: 6 }, text: '' } })
    expect(obeyed(render([several], [['a.route', text]]))[0]).toMatch(/file=a\.route,line=1,endLine=2,title=/)
  })

  test('what a command would read as its own is escaped', () => {
    const odd = findingOf({
      message: '100%, \r\n::error::no',
      primary: { span: { file: 'a,b:c%.route', start: 0, end: 0 }, text: '' },
    })
    expect(obeyed(render([odd]))).toEqual([
      '::error file=a%2Cb%3Ac%25.route,title=GWC2104::100%25, %0D%0A::error::no%0Amore: gwc explain GWC2104',
    ])
  })

  test('no text of a policy is obeyed, whatever it says', () => {
    const hostile = 'a ::gwc-frames:: ::gwc-frames-::\n::gwc-frames::\n::add-mask::secret\n##[error]x\n'
    const findings = [0, 36, 51, 70].map((start) =>
      findingOf({
        primary: { span: { file: 'a.route', start, end: start + 1 }, text: '::gwc-frames::' },
        notes: [{ kind: 'help', text: 'x\n::gwc-frames::\n::set-env::' }],
      }),
    )
    expect(obeyed(render(findings, [['a.route', hostile]])).map((line) => line.split(' ')[0])).toEqual([
      '::error',
      '::error',
      '::error',
      '::error',
    ])
  })

  test('says that the log shows more than GitHub does', () => {
    const log = render(Array.from({ length: 11 }, () => findingOf({})))
    expect(obeyed(log).at(-1)).toBe(
      '::notice title=gwc::GitHub shows the first 10 annotations of a kind and step; the log of this step shows all 11',
    )
  })

  test('of nothing is the line that sums up', () => {
    expect(render([])).toBe('summary\n')
  })
})
