import type { Atom, Cond } from './typed.ts'

/** Every atom of a condition, as written. */
export function atomsOf(condition: Cond): readonly Atom[] {
  switch (condition.kind) {
    case 'all':
    case 'any':
      return condition.operands.flatMap(atomsOf)
    case 'not':
      return atomsOf(condition.operand)
    case 'atom':
      return [condition]
  }
}
