import { affinity } from './affinity.ts'
import type { Analysis } from './analysis.ts'
import { capability } from './capability.ts'
import { aroundBudget } from './around-budget.ts'
import { assertions } from './assertions.ts'
import { constantPart } from './constant-part.ts'
import { deadClass } from './dead-class.ts'
import { emptied } from './emptied.ts'
import { gap } from './gap.ts'
import { idleLikeness } from './idle-likeness.ts'
import { narrowing } from './narrowing.ts'
import { otherTraffic } from './other-traffic.ts'
import { redundant } from './redundant.ts'
import { sharedCache } from './shared-cache.ts'
import { shape } from './shape.ts'
import { trust } from './trust.ts'
import { uncharged } from './uncharged.ts'
import { unpriced } from './unpriced.ts'
import { unproven } from './unproven.ts'
import { unreachable } from './unreachable.ts'
import { unsatisfiable } from './unsatisfiable.ts'
import { unsteadySplit } from './unsteady-split.ts'
import { untold } from './untold.ts'

/** Every analysis, in the order in which its findings are told. */
export const analyses: readonly Analysis[] = [
  unsatisfiable,
  constantPart,
  unreachable,
  otherTraffic,
  redundant,
  shape,
  affinity,
  untold,
  gap,
  emptied,
  deadClass,
  capability,
  narrowing,
  unpriced,
  aroundBudget,
  trust,
  uncharged,
  sharedCache,
  idleLikeness,
  unsteadySplit,
  assertions,
  unproven,
]
