import { expect, test } from 'vitest'
import { DIMENSIONS, encode } from '../../../runtime/cache/encoder/encode.ts'
import { readQuestion } from '../../../runtime/cache/question/read-question.ts'
import { verify } from '../../../runtime/cache/verifier/verify.ts'
import { fc } from '../../support/fast-check.ts'
import { pairSets, pairsOf } from '../corpus/pairs.ts'
import { questionOf, verdictOf } from './question-of.ts'

const questions = pairSets.flatMap(pairsOf).flatMap(({ asked, kept }) => [asked, kept])

/** Lone surrogates, marks that combine with nothing, words of the tables and of objects' prototypes. */
const hostile = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 700 }),
  fc
    .array(
      fc.constantFrom(
        'constructor',
        '__proto__',
        'toString',
        'how',
        'do',
        'I',
        '"',
        '\ud800',
        '\u0301',
        '5km',
        '--hard',
        "'s",
        'the',
      ),
      { maxLength: 80 },
    )
    .map((words) => words.join(' ')),
  fc
    .constantFrom(...questions)
    .chain((text) => fc.nat(text.length).map((at) => `${text.slice(0, at)}\u0000${text.slice(at)}`)),
  fc.constantFrom(
    `a${'\u0301'.repeat(599)}`,
    '"'.repeat(600),
    '('.repeat(600),
    'a.'.repeat(300),
    `${' '.repeat(2_000)}why me`,
  ),
)

test('any text is read, and a question accepts itself', () => {
  fc.assert(
    fc.property(hostile, (text) => {
      const reading = readQuestion(text)
      if (reading.kind === 'unfit') return
      expect(verify(reading.question, reading.question)).toMatchObject({ kind: 'accept', unexplained: 0 })
      expect(encode(reading.question)).toHaveLength(DIMENSIONS)
    }),
  )
})

test('every question of the corpus accepts itself, however often it is asked', () => {
  for (const text of questions.filter((question) => readQuestion(question).kind === 'question'))
    expect(verify(questionOf(text), questionOf(`${text} `)).kind, text).toBe('accept')
})

test('it does not matter who asked first', () => {
  fc.assert(
    fc.property(fc.constantFrom(...questions), fc.constantFrom(...questions), (asked, kept) => {
      expect(verdictOf(asked, kept)).toEqual(verdictOf(kept, asked))
    }),
  )
  for (const { asked, kept } of pairSets.flatMap(pairsOf))
    expect(verdictOf(asked, kept), asked).toEqual(verdictOf(kept, asked))
})

test('a word more is a case for a judge, two more are another question', () => {
  const kept = questionOf('How to sort a list in Python?')
  expect(verify(questionOf('what is the way to sort a list in python'), kept)).toMatchObject({
    kind: 'accept',
  })
  expect(verify(questionOf('How to sort a linked list in Python?'), kept)).toMatchObject({
    kind: 'grey',
    unexplained: 1,
  })
  expect(verify(questionOf('How to sort a huge linked list in Python?'), kept)).toMatchObject({
    kind: 'reject',
    unexplained: 2,
  })
})
