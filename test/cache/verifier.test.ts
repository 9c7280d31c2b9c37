import { expect, test } from 'vitest'
import { DIMENSIONS, encode } from '../../runtime/cache/encoder/encode.ts'
import { readQuestion, type Question } from '../../runtime/cache/question/read-question.ts'
import { verify } from '../../runtime/cache/verifier/verify.ts'
import { fc } from '../support/fast-check.ts'

const hostile = fc.string({ unit: 'binary', maxLength: 700 })

function question(text: string): Question {
  const reading = readQuestion(text)
  if (reading.kind === 'unfit') throw new Error(`${text}: ${reading.why}`)
  return reading.question
}

test('any text is read, and a question accepts itself', () => {
  fc.assert(
    fc.property(hostile, (text) => {
      const reading = readQuestion(text)
      if (reading.kind === 'unfit') return
      expect(verify(reading.question, reading.question).kind).toBe('accept')
      expect(encode(reading.question)).toHaveLength(DIMENSIONS)
    }),
  )
})

test('a word more is a case for a judge, two more are another question', () => {
  const kept = question('How to sort a list in Python?')
  expect(verify(question('how to sort a list in python'), kept)).toMatchObject({ kind: 'accept' })
  expect(verify(question('How to quickly sort a list in Python?'), kept)).toMatchObject({
    kind: 'grey',
    unexplained: 1,
  })
  expect(verify(question('How to quickly sort a linked list in Python?'), kept)).toMatchObject({
    kind: 'reject',
  })
})
