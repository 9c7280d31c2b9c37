import type { DecisionTable, Table } from '../../schemas/generated/decision-table.ts'
import { addClass, areEqual, isNoClass, noClass } from '../class-set.ts'
import type { Space } from '../classes.ts'
import type { Cube, Restriction } from '../cube.ts'
import type { Lift } from './joint-space.ts'

/** A row of a built table, in the joint space. */
export interface DecodedRow {
  readonly cube: Cube
  /** Index into the table's `rules`; -1 for what gwc itself supplies. */
  readonly rule: number
  /** Index into the table's `actions`. */
  readonly action: number
}

/** Reads the rows back from the bits of one table, in order. A row that no request of the joint space meets is left out. */
export function decodeRows(
  table: Table | undefined,
  { axes }: Pick<DecisionTable, 'axes'>,
  lifts: readonly Lift[],
  space: Space,
): readonly DecodedRow[] {
  if (table === undefined) return []
  const words = Math.ceil(table.rows / 32)
  const bits = wordsOf(table.bits)
  const cubes: (Restriction[] | undefined)[] = Array.from({ length: table.rows }, () => [])
  let base = 0
  for (const axis of table.axes) {
    const allowed = rowSets(lifts[axis] as Lift, space, (own, row) => isSet(bits, base + own * words, row))
    cubes.forEach((cube, row) => {
      if (cube !== undefined && !restrictRow(cube, allowed(row))) cubes[row] = undefined
    })
    base += (axes[axis]?.count ?? 0) * words
  }
  return cubes.flatMap((cube, row) => {
    const [rule = -1, action = -1] = [table.rule[row], table.action[row]]
    return cube === undefined ? [] : [{ cube: cube.toSorted((a, b) => a.axis - b.axis), rule, action }]
  })
}

/** Adds what a row allows on one axis; false when that is nothing. */
function restrictRow(cube: Restriction[], allowed: Restriction | 'all' | 'none'): boolean {
  if (allowed === 'none') return false
  if (allowed !== 'all') cube.push(allowed)
  return true
}

/** Per row what it allows on the joint axis. */
function rowSets(
  { axis, own }: Lift,
  space: Space,
  isAllowed: (own: number, row: number) => boolean,
): (row: number) => Restriction | 'all' | 'none' {
  const full = space.axes[axis]?.full
  return (row) => {
    if (full === undefined) return isAllowed(own[0] ?? 0, row) ? 'all' : 'none'
    const set = noClass(own.length)
    own.forEach((mine, each) => {
      if (isAllowed(mine, row)) addClass(set, each)
    })
    if (isNoClass(set)) return 'none'
    return areEqual(set, full) ? 'all' : { axis, set }
  }
}

const isSet = (bits: Uint32Array, at: number, row: number): boolean =>
  ((bits[at + (row >>> 5)] ?? 0) & (1 << (row & 31))) !== 0

function wordsOf(base64: string): Uint32Array {
  const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0))
  const view = new DataView(bytes.buffer)
  return Uint32Array.from({ length: bytes.length >>> 2 }, (_, index) => view.getUint32(index * 4, true))
}
