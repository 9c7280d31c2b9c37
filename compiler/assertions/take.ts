/** The first `count` of a sequence; what would come after them is never worked out. */
export function* take<T>(count: number, sequence: Iterable<T>): Generator<T> {
  let left = count
  for (const each of sequence) {
    yield each
    left -= 1
    if (left === 0) return
  }
}
