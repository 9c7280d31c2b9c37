import type { Analysis } from './analysis.ts'
import { capability } from './capability.ts'
import { assertions } from './assertions.ts'
import { constantPart } from './constant-part.ts'
import { deadClass } from './dead-class.ts'
import { emptied } from './emptied.ts'
import { gap } from './gap.ts'
import { narrowing } from './narrowing.ts'
import { redundant } from './redundant.ts'
import { trust } from './trust.ts'
import { uncharged } from './uncharged.ts'
import { unproven } from './unproven.ts'
import { unreachable } from './unreachable.ts'
import { unsatisfiable } from './unsatisfiable.ts'
import { untold } from './untold.ts'

/** Every analysis, in the order in which its findings are told. */
export const analyses: readonly Analysis[] = [
  unsatisfiable,
  constantPart,
  unreachable,
  redundant,
  untold,
  gap,
  emptied,
  deadClass,
  capability,
  narrowing,
  trust,
  uncharged,
  assertions,
  unproven,
]
