import type { CubedRule } from '../cubed.ts'

/** Rules that still suffice, none of which can be left out. */
export function irredundant<R extends CubedRule>(
  rules: readonly R[],
  suffice: (some: readonly R[]) => boolean,
): readonly R[] {
  return rules.reduce((left, each) => {
    const fewer = left.filter((other) => other !== each)
    return suffice(fewer) ? fewer : left
  }, rules)
}
