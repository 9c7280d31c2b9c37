import { type Cube, meet } from '../cube.ts'
import { effectOf, type Removed } from './effect.ts'
import type { Line } from './line.ts'
import type { Row, Side } from './side.ts'

/** The cube of requests that ask for one of these models; `undefined` where the space tells none of them apart. */
export type AskingFor = (models: readonly string[]) => Cube | undefined

/**
 * The lines of one row: one for each combination of `never use` rows that takes something out of what it does, and one
 * for the rest of its requests.
 */
export function linesOfRow(side: Side, row: Row, askingFor: AskingFor): readonly Line[] {
  const whole: Part = { cube: row.cube, removed: { models: new Set(), asked: false }, rules: [row.rule] }
  const models = modelsIn(row)
  const asks = row.action.kind === 'chain' && row.action.stages.some(({ pick }) => pick === 'asked')
  const removals = models.size === 0 && !asks ? [] : removalsOf(side, models, asks ? askingFor : nobody)
  return removals
    .filter(({ cube }) => meet(cube, row.cube) !== undefined)
    .reduce<readonly Part[]>((parts, removal) => parts.flatMap((part) => split(part, removal)), [whole])
    .map(({ cube, removed, rules }) => ({
      cube,
      effect: effectOf(row.action, removed, side.table.axes),
      rules,
    }))
}

const nobody: AskingFor = () => undefined

/** Every model that a row names, shadows and judges too. */
function modelsIn({ action }: Row): ReadonlySet<string> {
  if (action.kind === 'cache') return new Set(action.judge === undefined ? [] : [action.judge.model])
  if (action.kind !== 'chain') return new Set()
  return new Set(
    action.stages.flatMap(({ models, shadow }) =>
      shadow === undefined ? models : [...models, shadow.model],
    ),
  )
}

/** A part of a row, and what the guard takes out of its action there. */
interface Part {
  readonly cube: Cube
  readonly removed: Removed
  readonly rules: readonly number[]
}

/** The requests for which one `never use` row takes something out of an action. */
interface Removal extends Removed {
  readonly cube: Cube
  readonly rule: number
}

function removalsOf(side: Side, named: ReadonlySet<string>, askingFor: AskingFor): readonly Removal[] {
  return side.rows.guard.flatMap(({ cube, rule, action }): readonly Removal[] => {
    if (action.kind !== 'never-use') return []
    const models = new Set(action.models.filter((model) => named.has(model)))
    const own: readonly Removal[] = models.size === 0 ? [] : [{ cube, rule, models, asked: false }]
    const asking = askingFor(action.models)
    const asked = asking === undefined ? undefined : meet(cube, asking)
    return asked === undefined ? own : [...own, { cube: asked, rule, models: new Set(), asked: true }]
  })
}

/** The part inside the removal comes first, so that what is left of the part is outside it. */
function split(part: Part, { cube, rule, models, asked }: Removal): readonly Part[] {
  const inside = meet(part.cube, cube)
  const isNew = (asked && !part.removed.asked) || [...models].some((model) => !part.removed.models.has(model))
  if (inside === undefined || !isNew) return [part]
  const removed = {
    models: new Set([...part.removed.models, ...models]),
    asked: asked || part.removed.asked,
  }
  return [{ cube: inside, removed, rules: [...part.rules, rule] }, part]
}
