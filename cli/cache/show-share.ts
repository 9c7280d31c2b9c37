/** A share as a percent with two places, rounded up: a bound is never shown smaller than it is. */
export const showShare = (share: number): string => `${(Math.ceil(share * 10_000 - 1e-9) / 100).toFixed(2)}%`
