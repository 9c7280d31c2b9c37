import type { Arena } from './arena.ts'
import { fold, foldedDimensions } from './fold.ts'
import { createJsArena } from './js-arena.ts'
import { append, createPartition, takeOut, type Partition } from './partition.ts'
import { createWasmArena } from './wasm-arena.ts'

/** What the index knows of each slot. Arrays are by slot. */
export interface Slots {
  readonly dimensions: number
  readonly whole: Arena
  /** The same vectors, folded: a large partition is searched by these first. */
  readonly folded: Arena
  readonly partitions: Map<string, Partition>
  /** `undefined` of a free slot. */
  readonly owners: (Partition | undefined)[]
  readonly free: number[]
  /** Where a slot stands in its partition's list. */
  places: Int32Array
  /** 1 ÷ the vector's length; 0 of the zero vector. */
  inverses: Float64Array
  foldedInverses: Float64Array
  /** The number of the use that was its last. */
  lastUsed: Float64Array
  uses: number
  /** Slots in use. */
  size: number
  /** Where the next look for what is long unused starts. */
  hand: number
}

/** Per vector beside its dimensions: owner, place and its list's entry with the slack of both, lengths, last use. */
const slotBytes = 48
/** Per partition, its name apart. */
const partitionBytes = 256
const firstCapacity = 64

/** No slots yet, on one of the two engines. */
export function createSlots(dimensions: number, engine: 'wasm' | 'js'): Slots {
  const createArena = engine === 'wasm' ? createWasmArena : createJsArena
  return {
    dimensions,
    whole: createArena(dimensions),
    folded: createArena(foldedDimensions(dimensions)),
    partitions: new Map(),
    owners: [],
    free: [],
    places: new Int32Array(0),
    inverses: new Float64Array(0),
    foldedInverses: new Float64Array(0),
    lastUsed: new Float64Array(0),
    uses: 0,
    size: 0,
    hand: 0,
  }
}

/** Memory of the slots in use. What is reserved ahead is at most an eighth more. */
export function bytesOf({ size, dimensions, partitions }: Slots): number {
  return size * bytesPerVector(dimensions) + partitions.size * partitionBytes
}

function bytesPerVector(dimensions: number): number {
  return dimensions + foldedDimensions(dimensions) + slotBytes
}

/** What `bytesOf` would say with one more vector in a partition. */
export function bytesWithOneMore(slots: Slots, partition: string): number {
  const opened = slots.partitions.has(partition) ? 0 : partitionBytes
  return bytesOf(slots) + bytesPerVector(slots.dimensions) + opened
}

/** Puts a vector into a free slot, or a new one, and returns it. */
export function insert(slots: Slots, name: string, vector: Int8Array): number {
  const slot = slots.free.pop() ?? slots.owners.length
  if (slot === slots.places.length) reserve(slots)
  const partition = slots.partitions.get(name) ?? createPartition(name)
  slots.partitions.set(name, partition)
  slots.owners[slot] = partition
  slots.places[slot] = append(partition, slot)
  slots.lastUsed[slot] = ++slots.uses
  write(slots, slot, vector, fold(vector))
  slots.size += 1
  return slot
}

function write(slots: Slots, slot: number, vector: Int8Array, folded: Int8Array): void {
  slots.whole.write(slot, vector)
  slots.inverses[slot] = inverseLength(vector)
  slots.folded.write(slot, folded)
  slots.foldedInverses[slot] = inverseLength(folded)
}

/** Frees a slot, and its partition when it was the last one there. */
export function release(slots: Slots, slot: number): void {
  const partition = slots.owners[slot]
  if (partition === undefined) return
  const place = slots.places[slot] ?? 0
  slots.places[takeOut(partition, place)] = place
  if (partition.size === 0) slots.partitions.delete(partition.name)
  slots.owners[slot] = undefined
  slots.free.push(slot)
  slots.size -= 1
}

/** 1 ÷ the length of a vector. Sums of squares of bytes are whole numbers, and IEEE 754 rounds roots alike everywhere. */
export function inverseLength(vector: Int8Array): number {
  let squares = 0
  for (const value of vector) squares += value * value
  return squares === 0 ? 0 : 1 / Math.sqrt(squares)
}

function reserve(slots: Slots): void {
  const capacity = Math.max(firstCapacity, Math.ceil(slots.places.length * 1.125))
  slots.whole.reserve(capacity)
  slots.folded.reserve(capacity)
  slots.places = grown(slots.places, new Int32Array(capacity))
  slots.inverses = grown(slots.inverses, new Float64Array(capacity))
  slots.foldedInverses = grown(slots.foldedInverses, new Float64Array(capacity))
  slots.lastUsed = grown(slots.lastUsed, new Float64Array(capacity))
}

function grown<T extends Int32Array | Float64Array>(from: T, into: T): T {
  into.set(from)
  return into
}
