import type { Answer } from './operation.ts'
import type { Row } from './rows.ts'

/** An answer, and the rows that must be written before it counts. */
export interface Decided {
  readonly answer: Answer
  readonly rows: readonly Row[]
}

export const done: Decided = { answer: { kind: 'done' }, rows: [] }

export const refused = (message: string): Decided => ({ answer: { kind: 'refused', message }, rows: [] })

export const unknown = (attemptId: string): Decided => ({ answer: { kind: 'unknown', attemptId }, rows: [] })
