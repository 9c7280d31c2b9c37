import { seriesMax } from './family.ts'

/** A function that keeps what it returned, by its argument: series are found once, then by one lookup. What comes beyond the bound is found anew each time. */
export function remembered<K, V>(find: (key: K) => V): (key: K) => V {
  const known = new Map<K, V>()
  return (key) => {
    const found = known.get(key)
    if (found !== undefined) return found
    const made = find(key)
    if (known.size < seriesMax) known.set(key, made)
    return made
  }
}

/** The same for two arguments. */
export function rememberedPair<A, B, V>(find: (a: A, b: B) => V): (a: A, b: B) => V {
  const byA = remembered((a: A) => remembered((b: B) => find(a, b)))
  return (a, b) => byA(a)(b)
}

/** A value that is made when it is first asked for. */
export function once<V>(make: () => V): () => V {
  let value: V | undefined
  return () => (value ??= make())
}
