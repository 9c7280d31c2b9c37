import type { Atom, Cond } from '../typed.ts'

/** A comparison at one place of a condition, and what leaves the decision to it. */
export interface Occurrence {
  readonly atom: Atom
  /** While these hold, the condition changes with the atom: what stands beside it in `and` holds, in `or` does not. */
  readonly rest: readonly Cond[]
}

/**
 * Every place of a comparison in a condition. With `rest` the two sides of a comparison are those of masking MC/DC
 * (DO-178C; Kelly Hayhurst et al., NASA/TM-2001-210876): a test counts only if its outcome hangs on the comparison.
 */
export function occurrencesOf(condition: Cond): readonly Occurrence[] {
  return find(condition, [])
}

function find(condition: Cond, rest: readonly Cond[]): readonly Occurrence[] {
  switch (condition.kind) {
    case 'atom':
      return [{ atom: condition, rest }]
    case 'not':
      return find(condition.operand, rest)
    case 'all':
      return findEach(condition.operands, rest, (other) => other)
    case 'any':
      return findEach(condition.operands, rest, negate)
  }
}

function findEach(
  operands: readonly Cond[],
  rest: readonly Cond[],
  silence: (other: Cond) => Cond,
): readonly Occurrence[] {
  return operands.flatMap((operand, index) =>
    find(operand, [...rest, ...operands.toSpliced(index, 1).map(silence)]),
  )
}

/** `not` around a condition. */
export const negate = (operand: Cond): Cond => ({ kind: 'not', operand, span: operand.span })
