import type { RouteTable } from '../../core/tables.ts'
import type { Stage } from '../../lang/ast.ts'
import { help, report } from '../../lang/report.ts'
import type { Shadow } from '../typed.ts'
import type { Choice } from './chain.ts'
import { add, type Place } from './checking.ts'
import { checkKind } from './model-kind.ts'
import { readModel } from './one-model.ts'
import { readShare } from './share.ts'

/** Types `shadow p% to M` beside a stage, which is `undefined` where it has a mistake of its own. */
export function checkShadow(
  place: Place,
  { target }: Stage,
  node: NonNullable<Stage['shadow']>,
  choice: Choice | undefined,
  traffic: RouteTable | undefined,
): Shadow | undefined {
  const share = readShare(place.c, 'shadow', node.share, { what: 'a shadow', effect: 'copies nothing' })
  const model = readModel(place, node.model)
  if (target.kind === 'Deny') return refuseDeny(place, node)
  if (share === undefined || model === undefined) return undefined
  if (!checkKind(place.c, model, node.model.span, traffic)) return undefined
  if (choice?.pick === 'model' && choice.models[0] === model)
    add(place.c, report('GWC1506', { model }, node.model.span, { notes: [toCompare] }))
  return { share, model }
}

const toCompare = help('a shadow shows what another model would have answered')

const refuseDeny = ({ c }: Place, { model }: NonNullable<Stage['shadow']>): undefined =>
  add(c, report('GWC1505', {}, model.span, { notes: [help('remove the `shadow` part')] }))
