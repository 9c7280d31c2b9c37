import type { FailureClass } from '../schemas/generated/decision-table.ts'
import { failureClasses } from './failure-classes.ts'
import type { TypedStage } from './typed.ts'

type Stage = Pick<TypedStage, 'pick' | 'on'>

/** Index of the stage that a failure of a class leads to: the first later one that accepts it; -1 where the chain ends. */
export function nextStage(stages: readonly Stage[], from: number, failure: FailureClass): number {
  return stages.findIndex(({ on }, index) => index > from && on.includes(failure))
}

/** A failure that leads from one stage to another. */
export interface Edge {
  readonly from: number
  readonly to: number
  readonly on: FailureClass
}

/** Every way from stage to stage that a request can go. `deny` never fails. */
export function edgesOf(stages: readonly Stage[]): readonly Edge[] {
  const reached = new Set([0])
  return stages.flatMap(({ pick }, from) => {
    if (!reached.has(from) || pick === 'deny') return []
    const edges = failureClasses
      .map(({ name }): Edge => ({ from, to: nextStage(stages, from, name), on: name }))
      .filter(({ to }) => to !== -1)
    for (const { to } of edges) reached.add(to)
    return edges
  })
}

/**
 * The stages that are tried in turn, from one on, while each cannot take the request: such a stage counts as
 * unavailable. The last is a `deny`, or one after which the chain ends.
 */
export function skippedTo(stages: readonly Stage[], from: number): readonly number[] {
  const path: number[] = []
  for (let at = from; at !== -1; at = nextStage(stages, at, 'unavailable')) {
    path.push(at)
    if (stages[at]?.pick === 'deny') break
  }
  return path
}
