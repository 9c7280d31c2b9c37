import { describe, expect, test } from 'vitest'
import { matchGlob } from '../../core/glob.ts'
import { buildStringClasses, classOfString, stringClassesMax } from '../../core/string-classes.ts'
import { fc } from '../support/fast-check.ts'

/** The definition of a glob, as a regular expression: what the real matchers are held against. */
function naive(glob: string, value: string): boolean {
  const source = Array.from(glob, (each) =>
    each === '*' ? '[^]*' : each === '?' ? '[^]' : `\\u{${each.codePointAt(0)?.toString(16)}}`,
  )
  return new RegExp(`^${source.join('')}$`, 'u').test(value)
}

const letters = fc.constantFrom('a', 'b', '-', '.', 'é', '𝛼')
const word = fc.string({ unit: letters, maxLength: 8 })
const glob = fc.string({ unit: fc.oneof(letters, fc.constantFrom('*', '?')), maxLength: 7 })

describe('globs', () => {
  test('match whole strings, case-sensitive', () => {
    expect(matchGlob('gpt-*', 'gpt-4.1')).toBe(true)
    expect(matchGlob('gpt-*', 'my-gpt-4.1')).toBe(false)
    expect(matchGlob('gpt-*', 'GPT-4.1')).toBe(false)
    expect(matchGlob('openai/*', 'openai/gpt-4.1')).toBe(true)
    expect(matchGlob('o?', 'o3')).toBe(true)
    expect(matchGlob('o?', 'o')).toBe(false)
    expect(matchGlob('', '')).toBe(true)
    expect(matchGlob('*', '')).toBe(true)
  })

  test('agree with the definition', () => {
    fc.assert(
      fc.property(glob, word, (pattern, value) => matchGlob(pattern, value) === naive(pattern, value)),
      { numRuns: 3_000 },
    )
  })

  test('a pathological pattern stays cheap', () => {
    expect(matchGlob(`${'*a'.repeat(50)}b`, 'a'.repeat(5_000))).toBe(false)
  })
})

describe('string classes', () => {
  test('one class per set of patterns, with a witness', () => {
    const built = buildStringClasses(['gpt-4'], ['gpt-*', '*-mini'])
    if (!built.ok) throw new Error('refused')
    const shown = built.classes.map(({ literal, globs, witness }) => [
      literal ?? '',
      globs.join(' '),
      witness,
    ])
    expect(shown).toHaveLength(5)
    expect(new Set(shown)).toEqual(
      new Set([
        ['', '', ''],
        ['', '*-mini', '-mini'],
        ['', 'gpt-*', 'gpt-'],
        ['', 'gpt-* *-mini', 'gpt-mini'],
        ['gpt-4', 'gpt-*', 'gpt-4'],
      ]),
    )
    expect(classOfString(built.automaton, 'gpt-4.1-mini')).toBe(classOfString(built.automaton, 'gpt-5-mini'))
  })

  test('what a class says is so for every string, and every string has its class', () => {
    fc.assert(
      fc.property(
        fc.array(word, { maxLength: 3 }),
        fc.array(glob, { minLength: 1, maxLength: 4 }),
        fc.array(word, { maxLength: 12 }),
        (literals, globs, values) => {
          const built = buildStringClasses(literals, globs)
          if (!built.ok) throw new Error('refused')
          for (const value of [...values, ...literals, ...built.classes.map((each) => each.witness)]) {
            const found = built.classes[classOfString(built.automaton, value)]
            expect(found?.literal).toBe(literals.includes(value) ? value : undefined)
            expect(found?.globs).toEqual([...new Set(globs)].filter((pattern) => naive(pattern, value)))
          }
        },
      ),
      { numRuns: 600 },
    )
  })

  test('each witness lies in its own class, so no listed class is empty', () => {
    fc.assert(
      fc.property(fc.array(word, { maxLength: 6 }), fc.array(glob, { maxLength: 4 }), (literals, globs) => {
        const built = buildStringClasses(literals, globs)
        if (!built.ok) throw new Error('refused')
        expect(built.classes.map(({ witness }) => classOfString(built.automaton, witness))).toEqual(
          built.classes.map((_, index) => index),
        )
      }),
      { numRuns: 600 },
    )
  })

  test('the same patterns give the same plain data', () => {
    const once = buildStringClasses(['a'], ['*b', 'a?c'])
    expect(JSON.parse(JSON.stringify(once))).toEqual(
      JSON.parse(JSON.stringify(buildStringClasses(['a'], ['*b', 'a?c']))),
    )
  })

  test('globs that multiply past the cap are refused by name', () => {
    const globs = Array.from('abcdefghi', (letter) => `*${letter}*`)
    expect(2 ** globs.length).toBeGreaterThan(stringClassesMax)
    expect(buildStringClasses([], globs)).toEqual({ ok: false, globs, cap: stringClassesMax })
  })

  test('literals count for nothing: ten thousand of them beside a glob are as many classes', () => {
    const literals = Array.from({ length: 10_000 }, (_, index) => `team-${index}`)
    const built = buildStringClasses(literals, ['team-*9', 'other*'])
    if (!built.ok) throw new Error('refused')
    expect(built.classes).toHaveLength(3 + literals.length)
    expect(built.classes[classOfString(built.automaton, 'team-1239')]).toEqual({
      literal: 'team-1239',
      globs: ['team-*9'],
      witness: 'team-1239',
    })
    expect(built.classes[classOfString(built.automaton, 'team-x9')]).toMatchObject({
      literal: undefined,
      globs: ['team-*9'],
    })
  })

  test('a set of globs that only literals match is no class', () => {
    const built = buildStringClasses(['a', 'b'], ['a', 'b', 'c'])
    if (!built.ok) throw new Error('refused')
    expect(built.classes.map(({ literal, globs }) => [literal, globs.join()])).toEqual([
      [undefined, ''],
      [undefined, 'c'],
      ['a', 'a'],
      ['b', 'b'],
    ])
  })

  test('a single glob that needs too many states is refused, not built', () => {
    expect(buildStringClasses([], [`*a${'?'.repeat(30)}`])).toMatchObject({ ok: false })
  })

  test('minimising merges what no string tells apart', () => {
    const built = buildStringClasses([], ['*a*'])
    expect(built).toMatchObject({
      ok: true,
      automaton: {
        alphabet: ['a'],
        next: [
          [0, 1],
          [1, 1],
        ],
      },
    })
  })
})
