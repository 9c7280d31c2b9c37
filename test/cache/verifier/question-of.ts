import { readQuestion, type Question } from '../../../runtime/cache/question/read-question.ts'
import { type Verdict, verify } from '../../../runtime/cache/verifier/verify.ts'

/** The question of a text that must be fit to be compared. */
export function questionOf(text: string): Question {
  const reading = readQuestion(text)
  if (reading.kind === 'unfit') throw new Error(`${text}: ${reading.why}`)
  return reading.question
}

/** What the verifier says of two texts; `undefined` where one is not fit to be compared. */
export function verdictOf(asked: string, kept: string): Verdict | undefined {
  const [one, other] = [readQuestion(asked), readQuestion(kept)]
  return one.kind === 'question' && other.kind === 'question'
    ? verify(one.question, other.question)
    : undefined
}
