import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { parse, sourceLengthMax } from '../../lang/parse.ts'
import { walk } from '../../lang/walk.ts'
import { fc } from '../support/fast-check.ts'

const corpus = ['acme/acme.route', 'acme/teams/payments.route', 'syntax/everything.route']
const readCorpus = (name: string): string =>
  readFileSync(new URL(`../corpus/${name}`, import.meta.url), 'utf8')
const codesOf = (text: string): readonly string[] =>
  parse({ file: 'a.route', text }).diagnostics.map(({ code }) => code)

test.each(corpus)('%s parses without a finding', (name) => {
  expect(parse({ file: name, text: readCorpus(name) }).diagnostics).toEqual([])
})

test('every node of a tree covers its own text, without the space around it', () => {
  const text = readCorpus('syntax/everything.route')
  for (const item of parse({ file: 'a.route', text }).file.items) {
    walk(item, ({ kind, span }) => {
      const covered = text.slice(span.start, span.end)
      expect(covered, kind).not.toBe('')
      expect(covered, kind).toBe(covered.trim())
    })
  }
})

describe('any text is parsed', () => {
  const finds = (text: string): void => {
    const { file, diagnostics } = parse({ file: 'a.route', text })
    expect(file.kind).toBe('File')
    for (const { primary } of diagnostics) {
      expect(primary.span.start).toBeGreaterThanOrEqual(0)
      expect(primary.span.end).toBeLessThanOrEqual(text.length)
      expect(primary.span.start).toBeLessThanOrEqual(primary.span.end)
    }
  }

  test('arbitrary characters', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 200 }), finds), { numRuns: 1000 })
  })

  const words = readCorpus('syntax/everything.route').split(/(\s+)/)
  test('the words of a policy in any order', () => {
    const soup = fc.array(fc.constantFrom(...words), { maxLength: 60 }).map((parts) => parts.join(''))
    fc.assert(fc.property(soup, finds), { numRuns: 300 })
  })

  test('a policy with a piece cut out, doubled or replaced', () => {
    const mutated = fc
      .tuple(
        fc.constantFrom(...corpus),
        fc.nat(),
        fc.nat({ max: 40 }),
        fc.constantFrom('', '}', '{', '"', '(', '|', ' when ', '\n', 'é', '5x'),
      )
      .map(([name, at, length, put]) => {
        const text = readCorpus(name)
        const start = at % text.length
        return text.slice(0, start) + put + text.slice(start + length)
      })
    fc.assert(fc.property(mutated, finds), { numRuns: 200 })
  })
})

describe('bounds', () => {
  test('nesting past the limit is one finding, however deep', () => {
    expect(codesOf(`pred p = ${'('.repeat(100_000)}a`)).toEqual(['GWC0109'])
    expect(codesOf(`pred p = ${'not '.repeat(100_000)}a`)).toEqual(['GWC0109'])
    expect(codesOf(`const c = a${' + a'.repeat(100_000)}`)).toEqual(['GWC0109'])
  })

  test('nesting up to the limit is accepted', () => {
    expect(codesOf(`pred p = ${'('.repeat(64)}a${')'.repeat(64)}`)).toEqual([])
    expect(codesOf(`pred p = ${'('.repeat(65)}a${')'.repeat(65)}`)).toEqual(['GWC0109'])
  })

  test('a file past the largest size is refused by its size', () => {
    expect(codesOf('a'.repeat(10_000_000))).toEqual(['GWC0110'])
    expect(codesOf(' '.repeat(sourceLengthMax))).toEqual([])
  })

  test('a large file of mistakes ends, with a bounded number of findings', () => {
    const { diagnostics } = parse({ file: 'a.route', text: 'route {\n  ruel a use\n}\n'.repeat(5000) })
    expect(diagnostics.length).toBeGreaterThan(40)
    expect(diagnostics.length).toBeLessThanOrEqual(200)
  })
})

describe('what a keyword may also be', () => {
  test('contextual keywords are names where names stand', () => {
    const text =
      'pred cache = budget == tokens and key == session and model == auto and rule and log in test and not off'
    expect(codesOf(text)).toEqual([])
  })

  test('`model` is a fact, a form of a model and a form of a set', () => {
    expect(
      codesOf('const a = {model "odd", model("openai/*")}\npred b = model in a and model == model "odd"'),
    ).toEqual([])
  })
})

test('a declaration with a mistake keeps its name and nothing that could mislead', () => {
  const { file } = parse({ file: 'a.route', text: 'const a = {x y}\nroute {\n  rule r when a b use c\n}' })
  expect(file.items).toMatchObject([
    { kind: 'Const', name: { text: 'a' }, value: { kind: 'Missing' } },
    {
      kind: 'Route',
      items: [{ kind: 'Rule', name: { text: 'r' }, when: { condition: { kind: 'Missing' } } }],
    },
  ])
})

test('documentation is what stands between a declaration and the token before', () => {
  const { file } = parse({
    file: 'a.route',
    text: '/// One\n/// two.\n// plain\nconst a = 1\n//// no\npred b = c',
  })
  expect(file.items).toMatchObject([{ doc: 'One\ntwo.' }, { doc: undefined }])
})
