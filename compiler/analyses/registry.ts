import type { Analysis } from './analysis.ts'
import { constantPart } from './constant-part.ts'
import { gap } from './gap.ts'
import { redundant } from './redundant.ts'
import { unproven } from './unproven.ts'
import { unreachable } from './unreachable.ts'
import { unsatisfiable } from './unsatisfiable.ts'

/** Every analysis, in the order in which its findings are told. */
export const analyses: readonly Analysis[] = [
  unsatisfiable,
  constantPart,
  unreachable,
  redundant,
  gap,
  unproven,
]
