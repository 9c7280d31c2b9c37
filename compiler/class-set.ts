/**
 * A set of classes of one axis: bit c % 32 of word c / 32 stands for class c. Sets of one axis have the same number of
 * words, and no bit beyond the last class.
 */
export type ClassSet = Readonly<Uint32Array>

/** The set of no class, of an axis with `count` classes. */
export function noClass(count: number): Uint32Array {
  return new Uint32Array((count + 31) >>> 5)
}

/** The set of every class of an axis with `count` classes. */
export function everyClass(count: number): Uint32Array {
  const set = noClass(count).fill(0xffff_ffff)
  if ((count & 31) !== 0) set[set.length - 1] = 2 ** (count & 31) - 1
  return set
}

/** The set of the classes listed. */
export function classes(count: number, members: Iterable<number>): Uint32Array {
  const set = noClass(count)
  for (const member of members) addClass(set, member)
  return set
}

/** Adds one class to a set under construction. */
export function addClass(set: Uint32Array, member: number): void {
  set[member >>> 5] = word(set, member >>> 5) | (1 << (member & 31))
}

export function hasClass(set: ClassSet, member: number): boolean {
  return (word(set, member >>> 5) & (1 << (member & 31))) !== 0
}

export function intersection(a: ClassSet, b: ClassSet): Uint32Array {
  const both = new Uint32Array(a.length)
  for (let i = 0; i < a.length; i++) both[i] = word(a, i) & word(b, i)
  return both
}

export function union(a: ClassSet, b: ClassSet): Uint32Array {
  const either = new Uint32Array(a.length)
  for (let i = 0; i < a.length; i++) either[i] = word(a, i) | word(b, i)
  return either
}

/** The classes of `all` that `set` lacks. */
export function difference(all: ClassSet, set: ClassSet): Uint32Array {
  const rest = new Uint32Array(all.length)
  for (let i = 0; i < all.length; i++) rest[i] = word(all, i) & ~word(set, i)
  return rest
}

export function isNoClass(set: ClassSet): boolean {
  for (let i = 0; i < set.length; i++) if (set[i] !== 0) return false
  return true
}

export function areDisjoint(a: ClassSet, b: ClassSet): boolean {
  for (let i = 0; i < a.length; i++) if ((word(a, i) & word(b, i)) !== 0) return false
  return true
}

/** Whether every class of `part` is in `whole`. */
export function includesAll(whole: ClassSet, part: ClassSet): boolean {
  for (let i = 0; i < whole.length; i++) if ((word(part, i) & ~word(whole, i)) !== 0) return false
  return true
}

export function areEqual(a: ClassSet, b: ClassSet): boolean {
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false
  return true
}

/** How many classes it has. */
export function countOf(set: ClassSet): number {
  let count = 0
  for (let i = 0; i < set.length; i++) for (let rest = word(set, i); rest !== 0; rest &= rest - 1) count += 1
  return count
}

/** Its classes, ascending. */
export function classList(set: ClassSet): number[] {
  const list: number[] = []
  for (let i = 0; i < set.length; i++)
    for (let rest = word(set, i); rest !== 0; rest &= rest - 1) list.push(i * 32 + lowestBit(rest))
  return list
}

function lowestBit(bits: number): number {
  return 31 - Math.clz32(bits & -bits)
}

// Within bounds: sets of one axis have one length.
function word(set: ClassSet, index: number): number {
  return set[index] as number
}
