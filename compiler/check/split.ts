import { showQuantity } from '../../core/quantity.ts'
import { splitBuckets } from '../../core/split-bucket.ts'
import type { RouteTable } from '../../core/tables.ts'
import type { FactRow } from '../../core/types.ts'
import type { Split as SplitNode } from '../../lang/ast.ts'
import type { Fix, Note } from '../../lang/diagnostic.ts'
import { help, note, report } from '../../lang/report.ts'
import { quote } from '../../lang/string-text.ts'
import type { Split } from '../typed.ts'
import type { Choice } from './chain.ts'
import { add, type Place } from './checking.ts'
import { describeType } from './describe.ts'
import { checkKind } from './model-kind.ts'
import { readModel } from './one-model.ts'
import { rewrite } from './rewrite.ts'
import { readShare } from './share.ts'
import { findSubject } from './subject.ts'

/** An arm, and the node that it was written as. */
interface Arm {
  readonly share: number
  readonly model: string
  readonly node: SplitNode['arms'][number]
}

/** Types `split by FACT salt "…" {p% m, …}`. */
export function checkSplit(
  place: Place,
  node: SplitNode,
  traffic: RouteTable | undefined,
): Choice | undefined {
  const fact = node.by.kind === 'Missing' ? undefined : findDivider(place, node.by)
  const read = node.arms.map((arm) => readArm(place, arm, traffic))
  const arms = read.filter((arm) => arm !== undefined)
  if (fact === undefined || arms.length < read.length) return undefined
  const isWhole = checkTwice(place, arms) && checkTotal(place, node, arms)
  if (isWhole) warnOfOne(place, node, arms)
  return isWhole ? choiceOf(fact, node, arms) : undefined
}

function choiceOf(fact: FactRow, { salt }: SplitNode, arms: readonly Arm[]): Choice {
  const split: Split = {
    fact,
    salt: salt?.value,
    arms: arms.map(({ share, model }) => ({ share, model })),
  }
  const salted = salt === undefined ? '' : ` salt ${quote(salt.value)}`
  const shown = arms.map(({ share, model }) => `${showQuantity(share, 'percent')} ${model}`).join(', ')
  return {
    pick: 'split',
    models: arms.map(({ model }) => model),
    split,
    shown: `split by ${fact.name}${salted} {${shown}}`,
  }
}

/** A fact whose values stand for somebody or something that is to stay with its arm. */
function findDivider(place: Place, name: Exclude<SplitNode['by'], { kind: 'Missing' }>): FactRow | undefined {
  const fact = findSubject(place, name)
  if (fact === undefined || fact.type.kind === 'string' || fact.type.kind === 'enum') return fact
  const notes = [
    help('`developer`, `key`, `session` or another fact that is a name gives each of its values one arm'),
  ]
  return add(
    place.c,
    report('GWC1504', { fact: fact.name, type: describeType(fact.type) }, name.span, { notes }),
  )
}

function readArm(
  place: Place,
  node: SplitNode['arms'][number],
  traffic: RouteTable | undefined,
): Arm | undefined {
  const share = readShare(place.c, 'share', node.share, { what: 'an arm', effect: 'gets no request' })
  const model = readModel(place, node.model)
  if (share === undefined || model === undefined) return undefined
  return checkKind(place.c, model, node.model.span, traffic) ? { share, model, node } : undefined
}

function checkTwice({ c }: Place, arms: readonly Arm[]): boolean {
  const again = arms.find(({ model }, index) => arms.findIndex((arm) => arm.model === model) < index)
  const first = arms.find(({ model }) => model === again?.model)
  if (again === undefined || first === undefined) return true
  const both = showQuantity(first.share + again.share, 'percent')
  add(
    c,
    report('GWC1502', { model: again.model }, again.node.model.span, {
      secondary: [{ span: first.node.model.span, text: 'its first arm' }],
      notes: [help(`one arm says the same: \`${both} ${again.model}\``)],
    }),
  )
  return false
}

/** A rollout that has come to its end, or one that never began. */
function warnOfOne({ c }: Place, node: SplitNode, [arm, ...others]: readonly Arm[]): void {
  if (arm === undefined || others.length > 0) return
  const notes = [help(`\`use ${arm.model}\` says the same`)]
  add(c, report('GWC1514', { model: arm.model }, node.span, { notes }))
}

function checkTotal({ c }: Place, node: SplitNode, arms: readonly Arm[]): boolean {
  const total = arms.reduce((sum, { share }) => sum + share, 0)
  if (total === splitBuckets) return true
  const { notes, fixes } = adviceOn(arms, total)
  add(c, report('GWC1501', { total: showQuantity(total, 'percent') }, node.span, { notes, fixes }))
  return false
}

/** The largest arm takes up what is missing, where it can. */
function adviceOn(
  arms: readonly Arm[],
  total: number,
): { readonly notes: readonly Note[]; readonly fixes: readonly Fix[] } {
  const largest = arms.reduce<Arm | undefined>(
    (most, arm) => (most && most.share >= arm.share ? most : arm),
    undefined,
  )
  const share = (largest?.share ?? 0) + splitBuckets - total
  if (largest === undefined || share <= 0)
    return { notes: [note('shares are of all requests that reach the stage')], fixes: [] }
  const fitting = showQuantity(share, 'percent')
  return {
    notes: [help(`with \`${fitting} ${largest.model}\` they come to 100%`)],
    fixes: [rewrite(largest.node.share.span, fitting)],
  }
}
