/** The interval that an address lies in, by bisection: the last that starts at it or before. `starts`: ascending, from 0. */
export function intervalOf(starts: readonly bigint[], address: bigint): number {
  let low = 0
  let high = starts.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((starts[middle] as bigint) <= address) low = middle
    else high = middle - 1
  }
  return low
}
