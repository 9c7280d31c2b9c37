import type { FactRow, FactValue } from '../core/types.ts'
import { atomsOf, type Axis, classesOf } from './classes.ts'
import { type Facts, holds } from './holds.ts'
import { interpret } from './interpret.ts'
import { outcomeOf } from './outcome.ts'
import type { PolicyRule } from './rules.ts'
import { showValue } from './show.ts'
import type { Cond, Policy } from './typed.ts'
import { firstTables } from '../core/tables.ts'

/** One fact of a request that, changed alone, makes a rule decide. */
export interface Difference {
  readonly fact: string
  /** What the request has, and what it would need; `undefined`: the fact is not there. */
  readonly got: FactValue | undefined
  readonly needed: FactValue | undefined
  /** As a policy spells it: `stream = true`, or `without session`. */
  readonly shown: string
}

/**
 * The first fact on which a request differs from those that a rule decides: of the facts that the rule's condition asks,
 * those that fail first, then of the rules that decide in its place. `undefined` where no single fact will do.
 */
export function firstDifference(policy: Policy, facts: Facts, wanted: PolicyRule): Difference | undefined {
  const asked = [...factsAsked(policy, facts, wanted)]
  if (asked.length === 0) return undefined
  const { axes } = classesOf(policy).space
  for (const fact of asked) {
    for (const needed of valuesOn(axes, fact)) {
      const changed = { ...facts, [fact.name]: needed }
      if (!decides(policy, changed, wanted)) continue
      const shown =
        needed === undefined ? `without ${fact.name}` : `${fact.name} = ${showValue(fact, needed)}`
      return { fact: fact.name, got: facts[fact.name] ?? fact.default, needed, shown }
    }
  }
  return undefined
}

/** Facts worth changing: those of the wanted rule where it fails, else those of what decides before it. */
function factsAsked(policy: Policy, facts: Facts, wanted: PolicyRule): ReadonlySet<FactRow> {
  const own = factsOf(failing(wanted.condition, facts))
  const before = [...policy.guard, ...firstTables.flatMap((table): readonly PolicyRule[] => policy[table])]
    .filter((rule) => rule !== wanted && holds(rule.condition, facts))
    .flatMap(({ condition }) => factsOf([condition]))
  return new Set([...own, ...before])
}

function failing(condition: Cond, facts: Facts): readonly Cond[] {
  const operands = condition.kind === 'all' ? condition.operands : [condition]
  const failed = operands.filter((operand) => !holds(operand, facts))
  return failed.length > 1 ? failed.slice(0, 1) : failed
}

const factsOf = (conditions: readonly Cond[]): readonly FactRow[] =>
  conditions.flatMap((condition) => atomsOf(condition).map(({ fact }) => fact))

/** The default, then a value of each class; of texts, where a value is of several classes, the words that are looked for. */
function valuesOn(axes: readonly Axis[], fact: FactRow): readonly (FactValue | undefined)[] {
  const values = axes
    .filter((axis) => axis.fact === fact)
    .flatMap(({ classes, samples }) => {
      if (classes.kind !== 'contains') return samples
      return fact.type.kind === 'text' ? ['', classes.literal] : [[], [classes.literal]]
    })
  return fact.default === undefined ? values : [fact.default, ...values]
}

/** Whether a rule decides its part: the outcome, or in a table of settings the first row that matches. */
function decides(policy: Policy, facts: Facts, wanted: PolicyRule): boolean {
  const verdict = interpret(policy, facts)
  const outcome = outcomeOf(policy, verdict, facts)
  if ('stages' in wanted || wanted === outcome.by) return outcome.by === wanted
  return outcome.kind === 'use' && firstTables.some((table) => verdict[table] === wanted)
}
