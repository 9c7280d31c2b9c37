import type { RouteTable } from '../../core/tables.ts'
import type { Model } from '../../core/catalogue.ts'
import { help, report } from '../../lang/report.ts'
import type { Span } from '../../lang/span.ts'
import { add, type Checking } from './checking.ts'
import type { ModelSet } from './scope.ts'

/** What a model must make to answer the traffic of a table. */
const kindOf = { route: 'generation', embeddings: 'embedding' } as const satisfies Record<
  RouteTable,
  Model['kind']
>

/** Whether a model makes what the traffic asks for; reports one that does not. A test may name any. */
export function checkKind(c: Checking, id: string, at: Span, traffic: RouteTable | undefined): boolean {
  if (traffic === undefined || c.input.catalogue.byId.get(id)?.kind === kindOf[traffic]) return true
  const makes = traffic === 'route' ? 'vectors' : 'text'
  const notes = [
    help(
      makes === 'vectors'
        ? 'embeddings have a table of their own: `route embeddings { … }`'
        : 'what is to be generated is decided in `route { … }`',
    ),
  ]
  add(c, report('GWC1509', { model: id, makes }, at, { notes }))
  return false
}

/**
 * The members of a set that make what the traffic asks for. A pattern or a set that both tables use may have others:
 * those are left out, unless none is left.
 */
export function ofTraffic(
  c: Checking,
  { ids }: ModelSet,
  at: Span,
  traffic: RouteTable | undefined,
): readonly string[] | undefined {
  if (traffic === undefined) return ids
  const fitting = ids.filter((id) => c.input.catalogue.byId.get(id)?.kind === kindOf[traffic])
  const [first] = ids
  if (fitting.length > 0 || first === undefined) return fitting
  checkKind(c, first, at, traffic)
  return undefined
}
