import { type AnyNode, walk } from '../../lang/walk.ts'
import { parseOnce } from '../parse-once.ts'
import { pickOf } from '../pick.ts'
import type { Policy, PolicyRule, TypedStage } from '../typed.ts'
import { showPrice } from './model-card.ts'
import type { Snapshot } from './snapshot.ts'

/** Words behind a place that no one wrote. */
export interface Inlay {
  readonly offset: number
  readonly text: string
}

/**
 * What the picks of a file come to: of `cheapest` and `best` the model that an ordinary request gets, with its price; of
 * `fastest`, and of a set that a filter leaves, how many there are. Nothing while the policy does not check.
 */
export function inlaysOf(snapshot: Snapshot, file: string): readonly Inlay[] {
  const { policy } = snapshot.checked
  const text = snapshot.input.sources.get(file)
  if (policy === undefined || text === undefined) return []
  const ends = pickEnds(parseOnce({ file, text }).file)
  const rules = [...policy.route, ...policy.embeddings].filter(({ span }) => span.file === file)
  const found = rules.flatMap((rule) =>
    rule.stages.flatMap((stage): Inlay[] => {
      const offset = ends.get(stage.span.start)
      const words = offset === undefined ? undefined : wordsOf(snapshot, policy, rule, stage)
      return offset === undefined || words === undefined ? [] : [{ offset, text: words }]
    }),
  )
  return [...new Map(found.map((each) => [each.offset, each])).values()]
}

/** Where each `cheapest of …` ends, before its `on {…}`, by where it begins. */
function pickEnds(file: AnyNode): ReadonlyMap<number, number> {
  const ends = new Map<number, number>()
  walk(file, ({ kind, span }) => {
    if (kind === 'Pick') ends.set(span.start, span.end)
  })
  return ends
}

function wordsOf(
  { input: { catalogue, asOf } }: Snapshot,
  policy: Policy,
  by: PolicyRule,
  stage: TypedStage,
): string | undefined {
  const count = stage.models.length
  if (stage.pick === 'fastest') return count === 1 ? stage.models[0] : `of ${count}`
  const picked = pickOf({ policy, catalogue, by }, stage, {})
  const model = picked.kind === 'model' ? catalogue.byId.get(picked.model ?? '') : undefined
  if (model === undefined) return undefined
  return `${model.id}, ${showPrice(model, asOf)}${count > 1 ? `, of ${count}` : ''}`
}
