import type { Question } from '../question/question.ts'

/** Whether two questions are one. */
export interface Verdict {
  /** `grey` is a miss, unless a judge is asked and agrees. */
  readonly kind: 'accept' | 'reject' | 'grey'
  /** The row that decided, e.g. `numbers`, `negation`, `unexplained`. */
  readonly rule: string
  /** Words of one question that nothing in the other explains, by the side that has more of them. */
  readonly unexplained: number
  /** The words that decided, for `gwc cache why`; never for a log. */
  readonly words: readonly string[]
}

/** Whether the answer to one question answers the other. Symmetric and deterministic; a question accepts itself. */
export function verify(asked: Question, kept: Question): Verdict {
  if (asked.canonical === kept.canonical)
    return { kind: 'accept', rule: 'canonical', unexplained: 0, words: [] }
  const left = missingFrom(asked, kept)
  const right = missingFrom(kept, asked)
  const unexplained = Math.max(left.length, right.length)
  const rule = unexplained === 0 ? 'order' : 'unexplained'
  return { kind: unexplained === 1 ? 'grey' : 'reject', rule, unexplained, words: [...left, ...right].sort() }
}

function missingFrom(question: Question, other: Question): readonly string[] {
  const there = new Set(other.items.map(({ key }) => key))
  return question.items.map(({ key }) => key).filter((key) => !there.has(key))
}
