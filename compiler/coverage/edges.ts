import type { FactRow } from '../../core/types.ts'
import type { Atom } from '../typed.ts'

/** Decimals have at most three places in a policy, so this is the step from one that can be written to the next. */
const stepsPerOne = 1_000

/**
 * The values at which a comparison of a number turns: its constant and the neighbour on the other side; for `==` and
 * `!=` both neighbours. None for what compares no number, and none outside the fact's range.
 */
export function edgesOf({ fact, test }: Atom): readonly number[] {
  if (test.kind !== 'compare') return []
  const { value } = test
  switch (test.op) {
    case '<':
    case '>=':
      return inRange(fact, [beside(fact, value, -1), value])
    case '<=':
    case '>':
      return inRange(fact, [value, beside(fact, value, 1)])
    case '==':
    case '!=':
      return inRange(fact, [beside(fact, value, -1), value, beside(fact, value, 1)])
  }
}

function beside({ type }: FactRow, value: number, steps: 1 | -1): number {
  const isDecimal = type.kind === 'number' && type.unit === 'decimal'
  return isDecimal ? Math.round(value * stepsPerOne + steps) / stepsPerOne : value + steps
}

function inRange({ type }: FactRow, values: readonly number[]): readonly number[] {
  if (type.kind !== 'number') return []
  const { min = -Infinity, max = Infinity } = type
  return values.filter((value) => value >= min && value <= max)
}
