import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { syntax } from '../../lang/codes/syntax.ts'
import { parse } from '../../lang/parse.ts'
import { renderFrames } from '../../lang/render/code-frame.ts'

/** A file of broken policies, each after a line `=== title`, and the same file with the messages after each. */
const broken = readFileSync(new URL('broken-policies.txt', import.meta.url), 'utf8')
const cases = broken
  .split(/^=== /m)
  .slice(1)
  .map((part) => {
    const [title = '', ...lines] = part.split('\n')
    return { title, text: lines.join('\n').trimEnd() }
  })

test('the messages of broken policies', async () => {
  const shown = cases.map(({ title, text }) => {
    const { diagnostics } = parse({ file: 'broken.route', text })
    const frames = renderFrames(diagnostics, new Map([['broken.route', text]]), { colour: false })
    return `=== ${title}\n${text}\n\n${frames}`
  })
  await expect(shown.join('\n')).toMatchFileSnapshot('broken-policies.messages.txt')
})

describe('one mistake, one message', () => {
  // The title says how many mistakes there are when there is more than one.
  test.each(cases)('$title', ({ title, text }) => {
    const count = Number(/\((\d+)\)$/.exec(title)?.[1] ?? 1)
    const { diagnostics } = parse({ file: 'broken.route', text })
    expect(diagnostics.map(({ code, message }) => `${code} ${message}`)).toHaveLength(count)
  })
})

describe('a fix mends what it points at', () => {
  test.each(cases.filter(({ title }) => !/\(\d+\)$/.test(title)))('$title', ({ text }) => {
    const [fix] = parse({ file: 'broken.route', text }).diagnostics.flatMap(({ fixes }) => fixes)
    if (!fix) return
    const [edit] = fix.edits
    if (!edit) throw new Error('a fix without an edit')
    const mended = text.slice(0, edit.span.start) + edit.newText + text.slice(edit.span.end)
    // What is left stands further on: the other one of two brackets.
    const left = parse({ file: 'broken.route', text: mended }).diagnostics
    const end = edit.span.start + edit.newText.length
    expect(
      left.filter(({ primary }) => primary.span.start < end).map(({ message }) => `${message}\n${mended}`),
    ).toEqual([])
  })
})

describe('the page of each code', () => {
  test.each(Object.keys(syntax).filter((code) => code !== 'GWC0118'))('%s', (code) => {
    const page = readFileSync(new URL(`../../docs/diagnostics/${code}.md`, import.meta.url), 'utf8')
    const [avoid = '', prefer = ''] = [...page.matchAll(/```route\n([\s\S]*?)```/g)].map((match) => match[1])
    const codesOf = (text: string): readonly string[] =>
      parse({ file: 'page.route', text }).diagnostics.map((one) => one.code)
    // A file of two million characters is not printed on a page.
    if (code !== 'GWC0110') expect(new Set(codesOf(avoid))).toEqual(new Set([code]))
    expect(codesOf(prefer)).toEqual([])
  })
})
