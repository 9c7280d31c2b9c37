import { report } from '../../lang/report.ts'
import type { Span } from '../../lang/span.ts'
import type { Cond } from '../typed.ts'
import { add, type Checking } from './checking.ts'

/** Predicates that use each other twice would double with each line; this many comparisons is far past any policy. */
const atomsMax = 4_096

const sizes = new WeakMap<Cond, number>()

/** How many comparisons a condition has, its predicates spelled out. Shared parts are counted each time, measured once. */
function sizeOf(condition: Cond): number {
  const known = sizes.get(condition)
  if (known !== undefined) return known
  const size =
    condition.kind === 'atom'
      ? 1
      : condition.kind === 'not'
        ? sizeOf(condition.operand)
        : condition.operands.reduce((sum, each) => sum + sizeOf(each), 0)
  sizes.set(condition, size)
  return size
}

/** Refuses a condition that is too large to be worked on, before anything walks through it. */
export function limitSize(c: Checking, condition: Cond | undefined, at: Span): Cond | undefined {
  if (condition === undefined) return undefined
  const size = sizeOf(condition)
  return size <= atomsMax ? condition : add(c, report('GWC1223', { size, max: atomsMax }, at))
}
