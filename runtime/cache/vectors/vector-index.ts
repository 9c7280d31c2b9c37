import { DIMENSIONS_MAX, DIMENSIONS_MIN } from './arena.ts'
import type { Candidate } from './best.ts'
import { foldedDimensions } from './fold.ts'
import { longestUnusedIn, longestUnusedOf } from './longest-unused.ts'
import { searchPartition } from './search-partition.ts'
import { bytesOf, bytesWithOneMore, createSlots, insert, release } from './slots.ts'
import { hasWebAssembly } from './wasm-arena.ts'

/** Vectors of signed bytes in partitions, searched without any structure beside them: in memory, bounded, and never stale. */
export interface VectorIndex {
  /** Keeps a copy of a vector, and returns its slot; at a bound, what was not used for long gives way. Slots are used again. */
  readonly add: (partition: string, vector: Int8Array) => number
  /** Forgets a slot; one that is free already stays so. */
  readonly remove: (slot: number) => void
  /** Counts a slot as just used. */
  readonly touch: (slot: number) => void
  /** The `count` vectors of the partition that are nearest by cosine, best first, ties by slot; beyond 8,192 vectors a far one may be missed. */
  readonly search: (partition: string, vector: Int8Array, count: number) => readonly Candidate[]
  /** Memory of what is held; the partitions' names are not counted. */
  readonly bytes: number
  readonly size: number
}

export interface VectorIndexOptions {
  readonly dimensions: number
  /** What `bytes` may come to; at least one vector is held. */
  readonly bytesMax: number
  /** By default WebAssembly, where Node has it. Both give the same answers, to the bit. */
  readonly engine?: 'wasm' | 'js'
  /** Told of each slot that gave way to a new vector, before it is used again. */
  readonly evicted?: (slot: number) => void
  /** The most that one search may read: a bound on a partition. */
  readonly searchBytesMax?: number
}

/** Read in some 5 ms, so that no search holds the process up for 10: 262,144 vectors of 512 dimensions. */
const searchBytesDefault = 32 * 1024 * 1024

/** An empty index. Throws a RangeError for a number of dimensions that it cannot hold, and for vectors of another. */
export function createVectorIndex(options: VectorIndexOptions): VectorIndex {
  const { dimensions, bytesMax, evicted, searchBytesMax = searchBytesDefault } = options
  if (!Number.isInteger(dimensions) || dimensions < DIMENSIONS_MIN || dimensions > DIMENSIONS_MAX)
    throw new RangeError(`vectors have ${DIMENSIONS_MIN} to ${DIMENSIONS_MAX} dimensions, not ${dimensions}`)
  const slots = createSlots(dimensions, options.engine ?? (hasWebAssembly ? 'wasm' : 'js'))
  const partitionMax = Math.max(1, Math.floor(searchBytesMax / foldedDimensions(dimensions)))

  return {
    add: (name, vector) => {
      checkLength(vector)
      const partition = slots.partitions.get(name)
      if (partition?.size === partitionMax) evict(longestUnusedOf(slots, partition))
      while (slots.size > 0 && bytesWithOneMore(slots, name) > bytesMax) evict(longestUnusedIn(slots))
      return insert(slots, name, vector)
    },
    remove: (slot) => release(slots, slot),
    touch: (slot) => {
      slots.lastUsed[slot] = ++slots.uses
    },
    search: (name, vector, count) => {
      checkLength(vector)
      const partition = slots.partitions.get(name)
      return partition === undefined || count < 1 ? [] : searchPartition(slots, partition, vector, count)
    },
    get bytes() {
      return bytesOf(slots)
    },
    get size() {
      return slots.size
    },
  }

  function evict(slot: number): void {
    release(slots, slot)
    evicted?.(slot)
  }

  function checkLength(vector: Int8Array): void {
    if (vector.length !== dimensions)
      throw new RangeError(`this index has ${dimensions} dimensions, the vector ${vector.length}`)
  }
}
