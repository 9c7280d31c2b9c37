import type { RouteTable } from '../../core/tables.ts'
import type { Affinity } from '../../lang/ast.ts'
import { help, report } from '../../lang/report.ts'
import { add } from './checking.ts'
import { readChoice } from './setting.ts'
import type { Walk } from './walk.ts'

/** Types `affinity session`: once, and in the root file, since it holds for every team's requests. */
export function checkAffinity(w: Walk, item: Affinity, traffic: RouteTable): void {
  if (w.around !== undefined) return refuseElsewhere(w, item)
  if (traffic === 'embeddings') return refuseEmbeddings(w, item)
  if (item.by.kind === 'Missing') return
  if (readChoice(w.c, ['session'], 'way to hold a pick', item.by) === undefined) return
  const earlier = w.c.affinity
  if (earlier === undefined) w.c.affinity = item.span
  else
    add(
      w.c,
      report('GWC1220', { what: 'a second `affinity`', why: 'the first holds for every rule' }, item.span, {
        secondary: [{ span: earlier, text: 'said here first' }],
      }),
    )
}

function refuseElsewhere({ c }: Walk, { span }: Affinity): void {
  const notes = [help(`move it to \`${c.input.root}\``)]
  add(c, report('GWC1105', { what: '`affinity`' }, span, { notes }))
}

function refuseEmbeddings({ c }: Walk, { span }: Affinity): void {
  const why = 'embeddings are of one model, and no session warms a cache'
  add(c, report('GWC1220', { what: '`affinity` in `route embeddings`', why }, span))
}
