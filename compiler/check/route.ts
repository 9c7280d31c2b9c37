import type { RouteDefault, RouteRule, RouteTable } from '../../lang/ast.ts'
import { help, report } from '../../lang/report.ts'
import type { Span } from '../../lang/span.ts'
import { add } from './checking.ts'
import { carryOver } from './former-names.ts'
import { checkChain } from './chain.ts'
import { refuse } from './unsupported.ts'
import { checkAfterDefault, checkWhen, nameRow, nameRule, type Walk } from './walk.ts'

/** Types the rows of a `route` table into the policy's one list. */
export function checkRoute(w: Walk, table: RouteTable): void {
  if (table.traffic === 'embeddings')
    return refuse(w.c, 'embeddings', { ...table.span, end: table.span.start + 'route'.length })
  for (const item of table.items) {
    if (item.kind === 'Rule') checkRule(w, item)
    else if (item.kind === 'RouteDefault') checkDefault(w, item)
    else if (w.around === undefined) refuse(w.c, 'affinity', item.span)
    else
      add(
        w.c,
        report('GWC1105', { what: '`affinity`' }, item.span, {
          notes: [help(`move it to \`${w.c.input.root}\``)],
        }),
      )
  }
}

function checkRule(w: Walk, rule: RouteRule): void {
  const isLast = checkAfterDefault(
    w,
    'route',
    rule.name.kind === 'Missing' ? openingOf(rule.span, 'rule') : rule.name.span,
  )
  const row = checkWhen(w, rule.when)
  const stages = checkChain(w.place, rule.chain)
  const name = rule.name.kind === 'Missing' ? undefined : nameRule(w, rule.name, 'rule')
  if (!isLast || row === undefined || stages === undefined || name === undefined) return
  const was = rule.was && { was: carryOver(w, rule.was, name) }
  w.out.route.push({ name, ...was, span: rule.span, ...row, stages })
}

function checkDefault(w: Walk, rule: RouteDefault): void {
  const opening = openingOf(rule.span, 'default')
  const isLast = checkAfterDefault(w, 'route', opening)
  w.defaults.set('route', w.defaults.get('route') ?? opening)
  const row = checkWhen(w, { kind: 'Default', span: opening })
  const stages = checkChain(w.place, rule.chain)
  const name = nameRow(w, 'route', true, opening)
  if (!isLast || row === undefined || stages === undefined) return
  w.out.route.push({ name, span: rule.span, ...row, stages })
}

const openingOf = (span: Span, word: string): Span => ({
  ...span,
  end: Math.min(span.end, span.start + word.length),
})
