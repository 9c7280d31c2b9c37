/** The slots of one partition, in no order: a search of it reads these and no other. */
export interface Partition {
  readonly name: string
  slots: Int32Array
  size: number
}

/** An empty partition; it grows from room for two, so that many small ones cost little. */
export function createPartition(name: string): Partition {
  return { name, slots: new Int32Array(2), size: 0 }
}

/** Adds a slot, and returns its place in the list. */
export function append(partition: Partition, slot: number): number {
  if (partition.size === partition.slots.length) {
    const grown = new Int32Array(partition.size * 2)
    grown.set(partition.slots)
    partition.slots = grown
  }
  partition.slots[partition.size] = slot
  return partition.size++
}

/** Takes out the slot at a place: the last one moves there and is returned. */
export function takeOut(partition: Partition, place: number): number {
  partition.size -= 1
  const moved = partition.slots[partition.size] ?? 0
  partition.slots[place] = moved
  return moved
}
