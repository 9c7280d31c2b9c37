import type { Space } from '../compiler/classes.ts'
import type { Policy } from '../compiler/typed.ts'
import type { TestPolicy } from './types.ts'

/** What stands behind a `TestPolicy`: its typed tree, and the classes that it tells apart. Users of the package see none of it. */
export interface Inside {
  readonly policy: Policy
  readonly space: Space
}

const insides = new WeakMap<TestPolicy, Inside>()

/** Puts the inside behind a policy. */
export function hide(policy: TestPolicy, inside: Inside): TestPolicy {
  insides.set(policy, inside)
  return policy
}

/** What stands behind a policy; a TypeError for what `readPolicy` did not give. */
export function insideOf(policy: TestPolicy): Inside {
  const inside = insides.get(policy)
  if (inside === undefined) throw new TypeError('this is no policy that `readPolicy` gave')
  return inside
}
