import type { Cube } from '../cube.ts'
import type { Effect } from './effect.ts'

/** What happens to the requests of a cube that no line before takes. */
export interface Line {
  readonly cube: Cube
  readonly effect: Effect
  /** Rules that have a part in it, the deciding one first: indices of the side's rules, -1 for gwc itself. */
  readonly rules: readonly number[]
}

/** One respect in which two policies may differ: of each list the first line that matches decides. */
export interface Strand {
  /** `route`, `cache`, `budget intern_month`. */
  readonly name: string
  readonly before: readonly Line[]
  readonly after: readonly Line[]
}
