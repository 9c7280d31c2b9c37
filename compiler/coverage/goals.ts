import type { PolicyRule } from '../rules.ts'
import { showValue } from '../show.ts'
import { showAction } from '../show-outcome.ts'
import { type TableName, tableNames, tables } from '../../core/tables.ts'
import type { Atom, Cond, Policy } from '../typed.ts'
import { edgesOf } from './edges.ts'
import { isExpectable } from './expectable.ts'
import type { Goal, GoalCase } from './goal.ts'
import { negate, type Occurrence, occurrencesOf } from './occurrence.ts'

/**
 * Everything that tests are to show of a policy. A comparison counts once, where it is written: that of a predicate or
 * of an include's condition is shown by any rule that it is part of.
 */
export function goalsOf(policy: Policy): readonly Goal[] {
  const rules = tableNames.flatMap((table): readonly TableRule[] =>
    policy[table].map((rule: PolicyRule) => ({ table, rule })),
  )
  return [...rules.map(ruleGoal), ...comparisonGoals(rules, countingOf(policy)), ...outcomeGoals(rules)]
}

interface TableRule {
  readonly table: TableName
  readonly rule: PolicyRule
}

const caseOf = (
  { table, rule }: TableRule,
  condition: Cond,
  rest: Partial<Pick<GoalCase, 'at' | 'isExpected'>> = {},
): GoalCase => ({ table, rule, condition, at: undefined, isExpected: false, ...rest })

function ruleGoal(each: TableRule): Goal {
  return {
    kind: 'rule',
    ...each,
    span: each.rule.at,
    lack: tables[each.table] === 'every' ? 'never applies' : 'never decides',
    atom: undefined,
    tiers: [[caseOf(each, each.rule.condition)]],
  }
}

// ---------------------------------------------------------------------------------------------- comparisons

interface Place extends TableRule {
  readonly rest: Occurrence['rest']
}

/** What holds of a request whose fact has a value: a budget or limit has counted something only where it applies. */
type Counting = (atom: Atom, value: number) => readonly Cond[]

function countingOf({ budget, limit }: Policy): Counting {
  const conditions = new Map([...budget, ...limit].map(({ name, condition }) => [name, condition]))
  return ({ fact: { origin } }, value) => {
    const condition = origin.kind === 'meter' && value > 0 ? conditions.get(origin.name) : undefined
    return condition === undefined ? [] : [condition]
  }
}

function comparisonGoals(rules: readonly TableRule[], counting: Counting): readonly Goal[] {
  const places = new Map<Atom, Place[]>()
  for (const each of rules) {
    for (const { atom, rest } of occurrencesOf(each.rule.condition)) {
      const known = places.get(atom)
      if (known === undefined) places.set(atom, [{ ...each, rest }])
      else known.push({ ...each, rest })
    }
  }
  return [...places].flatMap(([atom, found]) => [
    ...sideGoals(atom, found),
    ...edgeGoals(atom, found, counting),
  ])
}

function sideGoals(atom: Atom, places: readonly Place[]): readonly Goal[] {
  return [true, false].map((side) =>
    comparisonGoal('side', atom, places, `never ${side}`, [
      (place) => caseOf(place, together([sideOf(atom, side), ...place.rest], atom)),
      (place) => caseOf(place, sideOf(atom, side)),
    ]),
  )
}

const sideOf = (atom: Atom, side: boolean): Cond => (side ? atom : negate(atom))

function edgeGoals(atom: Atom, places: readonly Place[], counting: Counting): readonly Goal[] {
  const { fact } = atom
  return edgesOf(atom).map((value) =>
    comparisonGoal('edge', atom, places, `never at ${showValue(fact, value)}`, [
      (place) =>
        caseOf(place, together([...place.rest, ...counting(atom, value)], atom), {
          at: { fact, atom, value },
        }),
    ]),
  )
}

function comparisonGoal(
  kind: Goal['kind'],
  atom: Atom,
  places: readonly Place[],
  lack: string,
  tiers: readonly ((place: Place) => GoalCase)[],
): Goal {
  const [first] = places
  if (first === undefined) throw new Error(`no rule asks ${atom.fact.name}`)
  const { table, rule } = first
  return { kind, table, rule, span: atom.span, lack, atom, tiers: tiers.map((toCase) => places.map(toCase)) }
}

const together = (operands: readonly Cond[], { span }: Atom): Cond => ({ kind: 'all', operands, span })

// ---------------------------------------------------------------------------------------------- outcomes

/** What rules do, once for all rules of a table that do the same; tables of which no test can speak are left out. */
function outcomeGoals(rules: readonly TableRule[]): readonly Goal[] {
  const same = Map.groupBy(
    rules.filter(({ table }) => isExpectable(table)),
    ({ table, rule }) => `${table} ${showAction(rule)}`,
  )
  return [...same.values()].flatMap((group) => {
    const [first] = group
    if (first === undefined) return []
    return [
      {
        kind: 'outcome' as const,
        ...first,
        span: first.rule.span,
        lack: 'never expected',
        atom: undefined,
        tiers: [group.map((each) => caseOf(each, each.rule.condition, { isExpected: true }))],
      },
    ]
  })
}
