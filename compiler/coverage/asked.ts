import { type Facts, holds } from '../holds.ts'
import { type PolicyRule, ruleIndices } from '../rules.ts'
import { type TableName, tables } from '../../core/tables.ts'
import { routeTableOf } from '../traffic.ts'
import type { Policy } from '../typed.ts'

/** Whether a request asks a rule: nothing before it has decided. */
export type Asked = (table: TableName, rule: PolicyRule) => boolean

/** Whether a rule ends the decision: of the guard's rows those that deny. */
export const isDeny = (rule: PolicyRule): boolean => 'action' in rule && rule.action.kind === 'deny'

/** Each request has one of the two tables of routes, and every other table. */
const isOf = (route: TableName, table: TableName): boolean =>
  table === route || (table !== 'route' && table !== 'embeddings')

/** Says of each request which rules it asks. A deny of the guard is told before the other tables are asked, the first before the next. */
export function askingOf(policy: Policy): (facts: Facts) => Asked {
  const places = ruleIndices(policy)
  const placeOf = (rule: PolicyRule | undefined): number => (rule && places.get(rule)) ?? Infinity
  return (facts) => {
    const firstOf = (rules: readonly PolicyRule[]): number =>
      placeOf(rules.find(({ condition }) => holds(condition, facts)))
    const denied = firstOf(policy.guard.filter(isDeny))
    const route = routeTableOf(facts)
    const decided = new Map<TableName, number>()
    const decidedIn = (table: TableName): number => {
      const known = decided.get(table) ?? (tables[table] === 'first' ? firstOf(policy[table]) : Infinity)
      decided.set(table, known)
      return known
    }
    return (table, rule) =>
      isOf(route, table) &&
      (denied === Infinity ? placeOf(rule) <= decidedIn(table) : isDeny(rule) && placeOf(rule) <= denied)
  }
}
