import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { completionsAt } from '../../compiler/editor/complete.ts'
import { foldsOf } from '../../compiler/editor/folds.ts'
import { hoverAt } from '../../compiler/editor/hover.ts'
import { occurrencesOf } from '../../compiler/editor/occurrences.ts'
import { prove } from '../../compiler/editor/prove.ts'
import { definitionAt, referencesAt } from '../../compiler/editor/references.ts'
import { renameAt } from '../../compiler/editor/rename.ts'
import { semanticTokensOf } from '../../compiler/editor/semantic-tokens.ts'
import { shiftProof } from '../../compiler/editor/shift.ts'
import { type Snapshot, snapshotOf } from '../../compiler/editor/snapshot.ts'
import { outlineOf, type OutlineSymbol } from '../../compiler/editor/symbols.ts'
import { parse } from '../../lang/parse.ts'
import { inputOf } from '../support/corpus.ts'
import { fc } from '../support/fast-check.ts'

const read = (path: string): string => readFileSync(join(import.meta.dirname, '../..', path), 'utf8')
const texts = [
  read('test/corpus/syntax/everything.route'),
  read('policies/cost/main.route'),
  read('policies/failover/main.route'),
  read('test/corpus/acme/acme.route'),
]

const snapshotOfText = (text: string): Snapshot => snapshotOf(inputOf('main.route', [['main.route', text]]))

/** A text of the corpus with a stretch of it replaced, as someone who types leaves it, and a place in it. */
const typing = fc
  .record({
    text: fc.constantFrom(...texts),
    start: fc.nat(10_000),
    length: fc.constantFrom(0, 1, 5, 40),
    typed: fc.oneof(
      fc.constantFrom('', ' ', '"', '{', '}', 'when ', 'use ', '😀', '\n', '.', '/', '|', 'rule x when'),
      fc.string({ maxLength: 5 }),
    ),
  })
  .map(({ text, start, length, typed }) => {
    const at = start % text.length
    return { text: text.slice(0, at) + typed + text.slice(at + length), offset: at + typed.length }
  })

describe('whatever is typed', () => {
  test('no question fails, and each answer lies within the text', () => {
    fc.assert(
      fc.property(typing, ({ text, offset }) => {
        const snapshot = snapshotOfText(text)
        hoverAt(snapshot, undefined, 'main.route', offset)
        definitionAt(snapshot, 'main.route', offset)
        referencesAt(snapshot, 'main.route', offset)
        renameAt(snapshot, 'main.route', offset, 'another')
        for (const { word } of completionsAt(snapshot, 'main.route', offset).slice(0, 1)) {
          expect(word.start).toBeLessThanOrEqual(offset)
          expect(word.end).toBeGreaterThanOrEqual(offset)
          expect(word.end).toBeLessThanOrEqual(text.length)
        }
      }),
      { numRuns: 150 },
    )
  })

  test('words that mean something, and coloured ones, never overlap', () => {
    fc.assert(
      fc.property(typing, ({ text }) => {
        const snapshot = snapshotOfText(text)
        const meant = (occurrencesOf(snapshot).get('main.route') ?? []).map(({ span }) => span)
        const coloured = semanticTokensOf(snapshot, 'main.route')
        const ends = (spans: readonly { start: number; end: number }[]): void => {
          spans.forEach(({ start }, index) =>
            expect(start).toBeGreaterThanOrEqual(spans[index - 1]?.end ?? 0),
          )
        }
        ends(meant)
        ends(coloured.map(({ start, length }) => ({ start, end: start + length })))
      }),
      { numRuns: 150 },
    )
  })

  test('the outline holds each part within its whole, as editors demand', () => {
    fc.assert(
      fc.property(typing, ({ text }) => {
        const parsed = parse({ file: 'main.route', text })
        const within = ({ span, at, children }: OutlineSymbol): void => {
          expect(at.start).toBeGreaterThanOrEqual(span.start)
          expect(at.end).toBeLessThanOrEqual(span.end)
          children.forEach(within)
        }
        outlineOf(parsed.file).forEach(within)
        foldsOf(parsed, text)
      }),
      { numRuns: 150 },
    )
  })

  test('what was proved before lies within the text after', () => {
    const before = texts[1] ?? ''
    const proof = prove(inputOf('main.route', [['main.route', before]]))
    if (proof === undefined) throw new Error('the policy does not check')
    fc.assert(
      fc.property(typing, ({ text }) => {
        const shifted = shiftProof(proof, new Map([['main.route', before]]), new Map([['main.route', text]]))
        for (const { span } of [...shifted.rules, ...shifted.tests]) {
          expect(span.start).toBeGreaterThanOrEqual(0)
          expect(span.end).toBeLessThanOrEqual(text.length)
        }
      }),
      { numRuns: 200 },
    )
  })
})

describe('the corpus', () => {
  test.each(texts.map((text, index) => [index, text] as const))(
    'completes at every place of text %s',
    (_, text) => {
      const snapshot = snapshotOfText(text)
      for (let offset = 0; offset <= text.length; offset += 7) completionsAt(snapshot, 'main.route', offset)
    },
  )
})
