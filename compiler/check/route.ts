import type { RouteDefault, RouteRule, RouteTable } from '../../lang/ast.ts'
import type { Span } from '../../lang/span.ts'
import type { RouteTable as Traffic } from '../../core/tables.ts'
import { checkAffinity } from './affinity.ts'
import { carryOver } from './former-names.ts'
import { checkChain } from './chain.ts'
import { checkAfterDefault, checkWhen, nameRow, nameRule, type Walk } from './walk.ts'

/** Types the rows of a `route` table into the policy's one list. */
export function checkRoute(w: Walk, table: RouteTable): void {
  const traffic: Traffic = table.traffic === 'embeddings' ? 'embeddings' : 'route'
  for (const item of table.items) {
    if (item.kind === 'Rule') checkRule(w, item, traffic)
    else if (item.kind === 'RouteDefault') checkDefault(w, item, traffic)
    else checkAffinity(w, item, traffic)
  }
}

function checkRule(w: Walk, rule: RouteRule, traffic: Traffic): void {
  const isLast = checkAfterDefault(
    w,
    traffic,
    rule.name.kind === 'Missing' ? openingOf(rule.span, 'rule') : rule.name.span,
  )
  const row = checkWhen(w, rule.when)
  const stages = checkChain(w.place, rule.chain, traffic)
  const name = rule.name.kind === 'Missing' ? undefined : nameRule(w, rule.name, 'rule')
  if (!isLast || row === undefined || stages === undefined || name === undefined) return
  const was = rule.was && { was: carryOver(w, rule.was, name) }
  w.out[traffic].push({ name, ...was, span: rule.span, ...row, stages })
}

function checkDefault(w: Walk, rule: RouteDefault, traffic: Traffic): void {
  const opening = openingOf(rule.span, 'default')
  const isLast = checkAfterDefault(w, traffic, opening)
  w.defaults.set(traffic, w.defaults.get(traffic) ?? opening)
  const row = checkWhen(w, { kind: 'Default', span: opening })
  const stages = checkChain(w.place, rule.chain, traffic)
  const name = nameRow(w, traffic, true, opening)
  if (!isLast || row === undefined || stages === undefined) return
  w.out[traffic].push({ name, span: rule.span, ...row, stages })
}

const openingOf = (span: Span, word: string): Span => ({
  ...span,
  end: Math.min(span.end, span.start + word.length),
})
