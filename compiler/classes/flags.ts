import { withAbsence } from './absence.ts'
import type { Asked, Axis } from './axis.ts'

/** Classes of a boolean: false is class 0, true is class 1. */
export function flagAxis(asked: Asked): Axis {
  return withAbsence(asked, { classes: { kind: 'flag' }, samples: [false, true], classOf: Number })
}
