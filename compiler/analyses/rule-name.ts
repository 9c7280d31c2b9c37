import { type PolicyRule, tableNames } from '../rules.ts'
import type { Policy, TableName } from '../typed.ts'

/** What messages call a rule: `rule \`quick\``, or its place where it has no name of its own. */
export function nameRule(rule: PolicyRule): string {
  const place = /^(.*\.)?(guard|route|cache|attempt):(\w+)$/.exec(rule.name)
  if (place === null) return `rule \`${rule.name}\``
  const [, prefix = '', table, row] = place
  const within = prefix === '' ? '' : ` of \`${prefix.slice(0, -1)}\``
  return row === 'default' ? `the default of \`${table}\`${within}` : `row ${row} of \`${table}\`${within}`
}

/** The table that a rule stands in. */
export function tableOfRule(policy: Policy, rule: PolicyRule): TableName | undefined {
  return tableNames.find((table) => (policy[table] as readonly PolicyRule[]).includes(rule))
}
