import * as fc from 'fast-check'
import type { Axis } from '../compiler/classes.ts'
import { valuesOf } from './fact-values.ts'
import { insideOf } from './inside.ts'
import { settle, toSources } from './settle.ts'
import type { FactValue, Request, TestPolicy } from './types.ts'

/**
 * Requests of a policy, as facts: most values stand at the boundaries of the classes that its conditions tell apart (the
 * two sides of `> 100k`, every name it knows and one that it does not, texts with and without its words). `given` fixes
 * facts, so that a property speaks of part of the traffic: `requestsOf(policy, { team: 'interns' })`.
 * @throws TypeError when `given` names a fact that the policy does not know.
 */
export function requestsOf(policy: TestPolicy, given: Request = {}): fc.Arbitrary<Request> {
  const { policy: typed, space } = insideOf(policy)
  const fixed = toSources(typed, given)
  const axes = Map.groupBy(space.axes, ({ fact }): string => fact.name)
  const free = [...typed.facts.values()].filter(
    ({ name, derived }) => derived === undefined && !(name in fixed),
  )
  const values = free.map(
    (fact) => [fact.name, valuesOf(fact, axes.get(fact.name) ?? noAxes, typed)] as const,
  )
  return fc
    .record(Object.fromEntries(values))
    .map((facts) => withoutUnsaid(settle(typed, { ...facts, ...fixed })))
}

const noAxes: readonly Axis[] = []

function withoutUnsaid(facts: Readonly<Record<string, FactValue | undefined>>): Request {
  return Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined))
}
