import { firstTables, type TableName, tableNames, tables } from '../core/tables.ts'
import type { FactValue } from '../core/types.ts'
import type { Span } from '../lang/span.ts'
import { atomsOf } from './classes.ts'
import { type Facts, holds } from './holds.ts'
import { interpret, type Verdict } from './interpret.ts'
import { type Outcome, outcomeOf } from './outcome.ts'
import type { PolicyRule } from './rules.ts'
import { settleMeters } from './settle-meters.ts'
import { showCond, showValue } from './show.ts'
import type { Cond, Policy } from './typed.ts'

/** Why one request is decided as it is: plain data, for `gwc why`, editors and tests. */
export interface Explanation {
  readonly outcome: Outcome
  readonly verdict: Verdict
  readonly rules: readonly RuleExplanation[]
}

export interface RuleExplanation {
  readonly name: string
  readonly table: TableName
  readonly span: Span
  /**
   * `decides`: first match of its table, or the deny that is told. `applies`: another row that matches of a table whose rows all apply.
   * `too-late`: it matches, but an earlier row decides. `fails`: it does not match.
   */
  readonly verdict: 'decides' | 'applies' | 'too-late' | 'fails'
  /** Of a rule that fails: the first part that does not hold. */
  readonly failed: FailedPart | undefined
}

/** The first part of a condition that does not hold, and what the request has there. */
export interface FailedPart {
  readonly span: Span
  /** As a policy spells it. */
  readonly condition: string
  readonly facts: readonly {
    readonly name: string
    /** After defaults; `undefined` when the request lacks the fact. */
    readonly value: FactValue | undefined
    readonly shown: string
  }[]
}

/** Decides a request and says of every rule, or of the one named `only`, why it does or does not. */
export function explain(policy: Policy, given: Facts, only?: string): Explanation {
  const facts = settleMeters(policy, given)
  const verdict = interpret(policy, facts)
  const outcome = outcomeOf(policy, verdict, facts)
  const deciding = new Set<PolicyRule | undefined>([
    outcome.by,
    ...firstTables.map((table) => verdict[table]),
  ])
  const rules = tableNames.flatMap((table) =>
    policy[table]
      .filter(({ name }) => only === undefined || name === only)
      .map((rule): RuleExplanation => {
        const failed = failedPart(rule.condition, facts)
        const verdictOf = (): RuleExplanation['verdict'] =>
          failed !== undefined
            ? 'fails'
            : deciding.has(rule)
              ? 'decides'
              : tables[table] === 'every'
                ? 'applies'
                : 'too-late'
        return { name: rule.name, table, span: rule.at, verdict: verdictOf(), failed }
      }),
  )
  return { outcome, verdict, rules }
}

/** The first part of a condition that does not hold; `undefined` when the condition holds. */
export function failedPart(condition: Cond, facts: Facts): FailedPart | undefined {
  if (holds(condition, facts)) return undefined
  const part = firstFailing(condition, facts)
  const rows = new Map(atomsOf(part).map(({ fact }) => [fact.name, fact]))
  return {
    span: part.span,
    condition: showCond(part),
    facts: [...rows.values()].map((fact) => {
      const value = facts[fact.name] ?? fact.default
      return { name: fact.name, value, shown: value === undefined ? 'missing' : showValue(fact, value) }
    }),
  }
}

/** INVARIANT: the condition does not hold. */
function firstFailing(condition: Cond, facts: Facts): Cond {
  if (condition.kind === 'all') {
    const failing = condition.operands.find((operand) => !holds(operand, facts))
    return failing === undefined ? condition : firstFailing(failing, facts)
  }
  const [only, ...others] = condition.kind === 'any' ? condition.operands : []
  return only !== undefined && others.length === 0 ? firstFailing(only, facts) : condition
}
