import { tableNames } from '../../core/tables.ts'
import type { PolicyRule } from '../rules.ts'

const rowName = new RegExp(`^(.*\\.)?(${tableNames.join('|')}):(\\w+)$`)

/** What messages call a rule: `rule \`quick\``, or its place where it has no name of its own. */
export function nameRule(rule: PolicyRule): string {
  const place = rowName.exec(rule.name)
  if (place === null) return `${kindOf(rule)} \`${rule.name}\``
  const [, prefix = '', table, row] = place
  const within = prefix === '' ? '' : ` of \`${prefix.slice(0, -1)}\``
  return row === 'default' ? `the default of \`${table}\`${within}` : `row ${row} of \`${table}\`${within}`
}

function kindOf(rule: PolicyRule): 'rule' | 'budget' | 'limit' {
  if ('stages' in rule) return 'rule'
  const { kind } = rule.action
  return kind === 'budget' || kind === 'limit' ? kind : 'rule'
}
