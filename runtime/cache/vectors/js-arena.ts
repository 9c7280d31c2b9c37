import { SLICE, type Arena } from './arena.ts'

/** Plain JavaScript: what the WebAssembly engine is held against, and what serves where Node runs without it (`--jitless`). */
export function createJsArena(dimensions: number): Arena {
  let vectors = new Int8Array(0)
  const query = new Int8Array(dimensions)
  const scores = new Int32Array(SLICE)

  const dot = (slot: number): number => {
    const start = slot * dimensions
    let sum = 0
    for (let i = 0; i < dimensions; i++) sum += (vectors[start + i] ?? 0) * (query[i] ?? 0)
    return sum
  }

  return {
    reserve: (slots) => {
      const grown = new Int8Array(slots * dimensions)
      grown.set(vectors)
      vectors = grown
    },
    write: (slot, vector) => vectors.set(vector, slot * dimensions),
    ask: (asked) => query.set(asked),
    score: (slots, from, count) => {
      for (let i = 0; i < count; i++) scores[i] = dot(slots[from + i] ?? 0)
      return scores
    },
  }
}
