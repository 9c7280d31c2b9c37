/** A stream of numbers that a seed decides: fast enough for a million inputs, and the same on each machine. */
export interface Random {
  /** A whole number from 0 to below `count`. */
  readonly below: (count: number) => number
  readonly pick: <T>(values: readonly T[]) => T
}

/** Marsaglia's xorshift on 32 bits ("Xorshift RNGs", 2003); zero is no state. */
export function randomFrom(seed: number): Random {
  let state = seed >>> 0 || 1
  const next = (): number => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return (state >>>= 0)
  }
  const below = (count: number): number => next() % Math.max(1, count)
  const pick = <T>(values: readonly T[]): T => {
    const value = values[below(values.length)]
    if (value === undefined) throw new Error('nothing to pick from')
    return value
  }
  return { below, pick }
}
