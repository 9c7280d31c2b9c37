/** Gathers what is said within one turn of the event loop, and says it at once: a message between processes costs as much as many small ones. */
export function batched<T>(say: (items: readonly T[]) => void): (item: T) => void {
  let items: T[] = []
  const flush = (): void => {
    const said = items
    items = []
    say(said)
  }
  return (item) => {
    if (items.length === 0) setImmediate(flush)
    items.push(item)
  }
}
