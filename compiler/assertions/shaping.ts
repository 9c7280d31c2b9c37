import { areApart } from '../cube.ts'
import { type Region, within, without } from '../region.ts'
import type { Ground } from './ground.ts'

/** Requests of a region that rows of `shape` cap alike. */
export interface Shaped {
  readonly region: Region
  /** Output tokens of one answer, at most; `Infinity` where no row caps them. */
  readonly cap: number
}

/** A region by the rows of `shape` that cap output: all that match apply, and the lowest cap holds. Some parts may be empty. */
export function shapedParts({ cubed }: Ground, region: Region): readonly Shaped[] {
  return cubed.shape.reduce<readonly Shaped[]>(
    (parts, { rule, cubes }) => {
      const { maxOutput } = rule.action
      if (maxOutput === undefined) return parts
      return parts.flatMap((part) => {
        const { region: here, cap } = part
        // A lower cap already, or nobody whom the row concerns: it changes nothing.
        if (cap <= maxOutput || cubes.every((each) => areApart(each, here.cube))) return [part]
        const capped = within(here, cubes).map((each) => ({ region: each, cap: maxOutput }))
        return cubes.some((each) => each.length === 0)
          ? capped
          : [{ region: without(here, cubes), cap }, ...capped]
      })
    },
    [{ region, cap: Infinity }],
  )
}
