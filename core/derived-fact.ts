import type { Derived } from './types.ts'

/** A comparison with a constant, in the base units of its fact. */
export interface Comparison {
  readonly op: '==' | '!=' | '<' | '<=' | '>' | '>='
  readonly value: number
}

const wholeShare = 10_000n

/** Of a fact that is never negative. */
const never: Comparison = { op: '<', value: 0 }
const always: Comparison = { op: '>=', value: 0 }

/**
 * A comparison of a derived fact as one of the fact that it is derived from: the same requests pass, exactly. 90% of $150
 * is passed at $135; 90% of 7 requests at the 7th.
 */
export function onSource(derived: Derived, compared: Comparison): Comparison {
  return derived.as === 'share' ? shareOnSource(derived, compared) : restOnSource(derived, compared)
}

function shareOnSource({ amount }: Derived, { op, value }: Comparison): Comparison {
  const { floor, ceiling } = shareOf(amount, value)
  switch (op) {
    case '<':
    case '>=':
      return { op, value: ceiling }
    case '<=':
    case '>':
      return { op, value: floor }
    case '==':
      return floor === ceiling ? { op, value: floor } : never
    case '!=':
      return floor === ceiling ? { op, value: floor } : always
  }
}

/** What is left never goes below nothing, so that nothing left is reached at the amount and stays so beyond it. */
function restOnSource({ amount }: Derived, { op, value }: Comparison): Comparison {
  const spent = amount - value
  switch (op) {
    case '>=':
      return value === 0 ? always : { op: '<=', value: spent }
    case '<':
      return value === 0 ? never : { op: '>', value: spent }
    case '>':
      return spent <= 0 ? never : { op: '<', value: spent }
    case '<=':
      return spent <= 0 ? always : { op: '>=', value: spent }
    case '==':
      return value === 0 ? { op: '>=', value: spent } : { op, value: spent }
    case '!=':
      return value === 0 ? { op: '<', value: spent } : { op, value: spent }
  }
}

/** The value of the source where a derived fact has this one; `undefined` when it never has it. */
export function sourceValue({ as, amount }: Derived, value: number): number | undefined {
  if (as === 'rest') return value <= amount ? amount - value : undefined
  const { floor, ceiling } = shareOf(amount, value)
  return floor === ceiling ? floor : undefined
}

/** The derived fact's value where its source has this one: shares in basis points, rounded down. */
export function derivedValue({ as, amount }: Derived, source: number): number {
  if (as === 'rest') return Math.max(0, amount - source)
  return clamp((BigInt(source) * wholeShare) / BigInt(amount))
}

/** `basisPoints` of `amount`, rounded down and up to whole units. */
function shareOf(amount: number, basisPoints: number): { readonly floor: number; readonly ceiling: number } {
  const product = BigInt(amount) * BigInt(basisPoints)
  const floor = product / wholeShare
  return { floor: clamp(floor), ceiling: clamp(product % wholeShare === 0n ? floor : floor + 1n) }
}

/** No count goes past the safe integers, so that a share beyond them is never reached. */
const clamp = (value: bigint): number =>
  value > BigInt(Number.MAX_SAFE_INTEGER) ? Number.MAX_SAFE_INTEGER : Number(value)
