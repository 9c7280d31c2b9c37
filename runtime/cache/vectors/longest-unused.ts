import type { Partition } from './partition.ts'
import type { Slots } from './slots.ts'

/** Slots looked at: the one among them that was not used for longest gives way. Redis comes near to LRU in the same way (`maxmemory-samples`). */
const looks = 16

/** A slot of the whole index that was not used for long. The index is not empty. */
export function longestUnusedIn(slots: Slots): number {
  return longestUnused(slots, slots.owners.length, (at) => at)
}

/** A slot of one partition that was not used for long. */
export function longestUnusedOf(slots: Slots, { slots: list, size }: Partition): number {
  return longestUnused(slots, size, (at) => list[at] ?? 0)
}

/** Goes on where the last look ended, so that each slot has its turn; free slots do not count as looked at. */
function longestUnused(slots: Slots, size: number, slotAt: (at: number) => number): number {
  let found = -1
  for (let steps = 0, seen = 0; steps < size && seen < looks; steps++) {
    slots.hand = (slots.hand + 1) % size
    const slot = slotAt(slots.hand)
    if (slots.owners[slot] === undefined) continue
    seen += 1
    if (found < 0 || lastUse(slots, slot) < lastUse(slots, found)) found = slot
  }
  return found
}

function lastUse({ lastUsed }: Slots, slot: number): number {
  return lastUsed[slot] ?? 0
}
