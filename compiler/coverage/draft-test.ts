import type { FactValue } from '../../core/types.ts'
import type { Witness } from '../../lang/diagnostic.ts'
import { interpret } from '../interpret.ts'
import { outcomeOf } from '../outcome.ts'
import type { PolicyRule } from '../rules.ts'
import type { Policy } from '../typed.ts'
import type { Goal } from './goal.ts'
import { writeExpectation, type WrittenExpectation } from './write-outcome.ts'
import { writeValue } from './write-value.ts'

/** A test that is not written yet: a request, and what the policy makes of it today. */
export interface DraftTest {
  /** The rule that it is about. */
  readonly about: PolicyRule
  readonly given: ReadonlyMap<string, FactValue>
  /** The facts as `given` takes them. */
  readonly written: ReadonlyMap<string, string>
  readonly expect: WrittenExpectation
}

/** Drafts the test of a request; `undefined` where one of its facts cannot be written down. */
export function draftTest(policy: Policy, { rule }: Goal, facts: Witness): DraftTest | undefined {
  const written = new Map<string, string>()
  for (const [name, value] of Object.entries(facts)) {
    const fact = policy.facts.get(name)
    const text = fact && writeValue(policy, fact, value)
    if (text === undefined) return undefined
    written.set(name, text)
  }
  const verdict = interpret(policy, facts)
  return {
    about: rule,
    given: new Map(Object.entries(facts)),
    written,
    expect: writeExpectation(outcomeOf(policy, verdict, facts), verdict),
  }
}
