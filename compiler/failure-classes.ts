import type { FailureClass } from '../schemas/generated/decision-table.ts'

/** One class of upstream failures, as a chain's `on {…}` names it. The classes are disjoint. */
export interface FailureClassRow {
  readonly name: FailureClass
  /** Whether a stage without `on` accepts it. */
  readonly byDefault: boolean
  readonly doc: string
}

/** The one list behind checker, completion and reference. */
export const failureClasses: readonly FailureClassRow[] = [
  { name: '429', byDefault: true, doc: 'The provider asks for fewer requests.' },
  {
    name: 'overloaded',
    byDefault: true,
    doc: 'The provider says it is overloaded: 529, or 503 with those words.',
  },
  { name: '5xx', byDefault: true, doc: 'The provider failed.' },
  { name: 'timeout', byDefault: true, doc: 'A deadline of the `attempt` table passed.' },
  {
    name: 'unavailable',
    byDefault: true,
    doc: 'The request was not sent: no connection, or no account left.',
  },
  { name: 'context', byDefault: false, doc: 'The prompt does not fit the model.' },
  { name: 'refused', byDefault: false, doc: 'The model declined to answer.' },
  { name: 'budget', byDefault: false, doc: 'The hold of this attempt did not fit a budget.' },
]

/** What a stage without `on` accepts. */
export const followedByDefault: readonly FailureClass[] = failureClasses
  .filter(({ byDefault }) => byDefault)
  .map(({ name }) => name)
