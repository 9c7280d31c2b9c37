import type { FailureClass } from '../schemas/generated/decision-table.ts'
import { edgesOf } from './chain-path.ts'
import type { TypedStage } from './typed.ts'

/**
 * Per stage of a chain, the classes of failures by which it is reached; none for the first. `undefined`: no failure
 * leads there.
 */
export function waysTo(stages: readonly TypedStage[]): readonly (readonly FailureClass[] | undefined)[] {
  const edges = edgesOf(stages)
  const ways: (readonly FailureClass[] | undefined)[] = []
  stages.forEach((_, index) => {
    const classes = edges
      .filter(({ from, to }) => to === index && ways[from] !== undefined)
      .map(({ on }) => on)
    ways.push(index === 0 ? [] : classes.length === 0 ? undefined : [...new Set(classes)])
  })
  return ways
}

/** A way through a chain, and the sum of what its stages weigh. */
export interface Path {
  readonly total: number
  /** Ascending. */
  readonly stages: readonly number[]
}

/** The heaviest way that failures can lead a request through a chain, by what each stage weighs. */
export function heaviestPath(stages: readonly TypedStage[], weights: readonly number[]): Path {
  const edges = edgesOf(stages)
  const from: Path[] = []
  for (let index = stages.length - 1; index >= 0; index--) {
    const rest = edges
      .filter((edge) => edge.from === index)
      .map(({ to }) => from[to])
      .reduce<Path | undefined>((a, b) => (a === undefined || (b?.total ?? 0) > a.total ? b : a), undefined)
    from[index] = {
      total: (weights[index] ?? 0) + (rest?.total ?? 0),
      stages: [index, ...(rest?.stages ?? [])],
    }
  }
  return from[0] ?? { total: 0, stages: [] }
}
