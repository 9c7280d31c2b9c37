import type { Witness } from '../../lang/diagnostic.ts'
import type { Space } from '../classes.ts'
import type { Steps } from '../cover.ts'
import type { Cube } from '../cube.ts'
import { witnessOf } from '../witness.ts'
import type { Compared } from './differences.ts'

/** Whether a request that is decided differently lies in none of the cubes. */
export type Beyond =
  | { readonly kind: 'none' | 'unproven' }
  | { readonly kind: 'witness'; readonly strand: string; readonly witness: Witness }

/** The first request that is decided differently and lies in none of the cubes. */
export function firstOutside(
  space: Space,
  found: readonly Compared[],
  allowed: readonly Cube[],
  steps: Steps,
): Beyond {
  let isProven = true
  for (const { strand, differences, askRest } of found) {
    for (const { target, taken } of differences) {
      const rest = askRest(target, [...taken, ...allowed], steps)
      if (rest.kind === 'witness') return { kind: 'witness', strand, witness: witnessOf(space, rest.cube) }
      if (rest.kind === 'unproven') isProven = false
    }
  }
  return { kind: isProven ? 'none' : 'unproven' }
}
