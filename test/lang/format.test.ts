import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { format } from '../../lang/format.ts'
import { parse } from '../../lang/parse.ts'
import { print } from '../../lang/print.ts'
import { isSameTree } from '../../lang/same-tree.ts'
import { tokenize } from '../../lang/tokens.ts'
import { file } from '../support/arbitrary-ast.ts'
import { fc } from '../support/fast-check.ts'

const corpus = ['acme/acme.route', 'acme/teams/payments.route', 'syntax/everything.route']
const readCorpus = (name: string): string =>
  readFileSync(new URL(`../corpus/${name}`, import.meta.url), 'utf8')
const formatted = (text: string): string => {
  const { text: after, diagnostics } = format({ file: 'a.route', text })
  expect(diagnostics.map(({ code, message }) => `${code}: ${message}\n${text}`)).toEqual([])
  return after
}

/** `///` that documents nothing may become `//`: the words are what must survive. */
const commentsOf = (text: string): readonly string[] =>
  parse({ file: 'a.route', text })
    .comments.map((comment) => comment.text.replace(/^\/\/\/(?!\/)/, '//'))
    .toSorted()

test.each(corpus)('the layout of %s', async (name) => {
  await expect(formatted(readCorpus(name))).toMatchFileSnapshot(`formatted/${name.replaceAll('/', '-')}`)
})

/** Text with comments at random places between its tokens. */
const commented = fc
  .tuple(
    file,
    fc.array(
      fc.record({
        at: fc.nat({ max: 400 }),
        text: fc.constantFrom('// a', '/// doc', '//', '//// four', '// a longer comment: "quoted" {braces}'),
        before: fc.constantFrom('', ' ', '\n', '\n\n\n', '\r\n  '),
      }),
      { maxLength: 8 },
    ),
  )
  .map(([tree, comments]) => insertComments(print(tree), comments))

function insertComments(
  text: string,
  comments: readonly { readonly at: number; readonly text: string; readonly before: string }[],
): string {
  const { tokens } = tokenize(text)
  const ends = [0, ...tokens.map(({ startOffset, image }) => startOffset + image.length)]
  const placed = comments.map((comment) => ({ ...comment, offset: ends[comment.at % ends.length] ?? 0 }))
  let result = text
  for (const { offset, before, text: words } of placed.toSorted((a, b) => b.offset - a.offset)) {
    result = `${result.slice(0, offset)}${before}${words}\n${result.slice(offset)}`
  }
  return result
}

/** A line break inside a row of a test table would begin another row. */
const parses = (text: string): boolean => parse({ file: 'a.route', text }).diagnostics.length === 0

test('formatting keeps every comment and what the file says, and formatting again changes nothing', () => {
  let formattedCount = 0
  fc.assert(
    fc.property(commented, (text) => {
      if (!parses(text)) return
      formattedCount++
      const once = formatted(text)
      expect(commentsOf(once), text).toEqual(commentsOf(text))
      expect(isSameTree(itemsOf(once), itemsOf(text)), text).toBe(true)
      expect(formatted(once), text).toBe(once)
    }),
    { numRuns: 500 },
  )
  expect(formattedCount).toBeGreaterThan(200)
})

const itemsOf = (text: string) => parse({ file: 'a.route', text }).file.items

describe('comments stay where they were', () => {
  test.each([
    ['before a row', 'route {\n  // why\n  default use asked\n}'],
    ['behind a row', 'route {\n  default  use asked  // why\n}'],
    ['behind the brace', 'route {  // why\n  default  use asked\n}'],
    ['after the last row', 'route {\n  default  use asked\n  // why\n}'],
    ['between elements of a set', 'const a = {\n  "x",\n  // why\n  "y",\n}'],
    ['behind an element', 'const a = {\n  "x",  // why\n  "y",\n}'],
    ['in an empty set', 'const a = {\n  // why\n}'],
    ['after an empty line', 'const a = 1\n\n// why\n\nconst b = 2'],
  ])('%s', (_, text) => {
    const lines = formatted(`gwc 1\n${text}`).split('\n')
    const where = lines.findIndex((line) => line.includes('// why'))
    const before = `gwc 1\n${text}`.split('\n')
    expect(where).toBe(before.findIndex((line) => line.includes('// why')))
    expect(lines[where]?.trim()).toBe(before[where]?.trim())
  })
})

test('the language version is put first', () => {
  expect(formatted('zone "UTC"')).toBe('gwc 1\nzone "UTC"\n')
})

test('a file with mistakes is left as it is', () => {
  const text = 'route  {\n ruel a when b use c }'
  const { text: after, diagnostics } = format({ file: 'a.route', text })
  expect(after).toBe(text)
  expect(diagnostics.map(({ code }) => code)).toEqual(['GWC0102'])
})
