/** Refuses an amount that is no whole number from 0 to 2^53: what is added to counters must stay exact. */
export function assertNanos(name: string, amount: number): void {
  if (Number.isSafeInteger(amount) && amount >= 0) return
  throw new RangeError(`${name} is a whole number from 0 to ${Number.MAX_SAFE_INTEGER}, not ${amount}`)
}
