import type { ShapeAction } from '../schemas/generated/decision-table.ts'

/** What a request is shaped to where no row of the policy says: it goes as it came. */
export const builtinShape: ShapeAction = { kind: 'shape' }

/**
 * The rows of `shape` that match, put together: the lower number holds. INVARIANT: the checker has proved that no two of
 * them want `prompt_cache` both ways.
 */
export function meetShapes(rows: readonly ShapeAction[]): ShapeAction {
  const maxOutput = lowest(rows.map((row) => row.maxOutput))
  const compactTo = lowest(rows.map((row) => row.compactTo))
  const promptCache = rows.find((row) => row.promptCache !== undefined)?.promptCache
  return {
    kind: 'shape',
    ...(maxOutput === undefined ? {} : { maxOutput }),
    ...(compactTo === undefined ? {} : { compactTo }),
    ...(promptCache === undefined ? {} : { promptCache }),
  }
}

function lowest(numbers: readonly (number | undefined)[]): number | undefined {
  const said = numbers.filter((each) => each !== undefined)
  return said.length === 0 ? undefined : Math.min(...said)
}
