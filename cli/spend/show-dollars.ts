/** Nano-dollars of any size as dollars, exact: `12.5`. */
export function exactDollars(nanos: bigint): string {
  const whole = nanos / 1_000_000_000n
  const rest = String(nanos % 1_000_000_000n)
    .padStart(9, '0')
    .replace(/0+$/, '')
  return rest === '' ? String(whole) : `${whole}.${rest}`
}

/** The same for people: cents from a dollar up, else the first two digits that count. */
export function shownDollars(nanos: bigint): string {
  const dollars = Number(nanos) / 1e9
  if (dollars >= 1) return `$${dollars.toFixed(2)}`
  const digits = nanos === 0n ? 0 : 1 - Math.floor(Math.log10(dollars))
  return `$${exactDollars(BigInt(Math.round(Number(dollars.toFixed(Math.min(digits, 9))) * 1e9)))}`
}
