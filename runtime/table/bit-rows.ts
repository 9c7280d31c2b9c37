import type { Table } from '../../schemas/generated/decision-table.ts'

/** Answers which class the request at hand falls into, axis by axis and only when asked. */
export interface ClassSource {
  /** Class of global axis `axis`; -1 when the request's value is one that the fact does not take. */
  classOf(axis: number): number
}

/** Found when a fact's value is refused: no row decides then. */
export const valueRefused = -2
/** Found when no row survives. */
export const noRow = -1

/**
 * One table as bit rows: per axis and class a bitmap of the rows that class satisfies. A lookup ANDs one bitmap per axis and takes the lowest bit.
 *
 * `summary` holds one bit per word (set when the word is not zero), so that 1,024 rows are skipped at a time. `restricts` says, per row, which axes can
 * still refuse it: an axis is read only when the first row alive depends on it.
 */
export interface BitRows {
  readonly rows: number
  readonly words: number
  readonly summaryWords: number
  /** Global axis per local one, ascending, hence cheap first. */
  readonly axes: Int32Array
  readonly bits: Int32Array
  /** Per local axis: offset of its class 0 in `bits`, and in `summary`. */
  readonly base: Int32Array
  readonly summary: Int32Array
  readonly summaryBase: Int32Array
  /** Per row, `maskWords` words of local axes. */
  readonly restricts: Int32Array
  readonly maskWords: number
  /** Per row: index into `rules` (-1: gwc's own) and into `actions`. */
  readonly rule: Int32Array
  readonly action: Int32Array
  /** INVARIANT: a lookup is synchronous, so one scratch per table serves every request. */
  readonly scratch: Scratch
}

interface Scratch {
  readonly known: Int32Array
  readonly knownSummary: Int32Array
  readonly knownMask: Int32Array
}

/** The first row that the request satisfies, or `noRow`, or `valueRefused`. */
export function firstRow(table: BitRows, source: ClassSource): number {
  return scan(table, source, undefined)
}

/** Appends every row that the request satisfies to `found`, in order; returns `noRow`, or `valueRefused`. */
export function everyRow(table: BitRows, source: ClassSource, found: number[]): number {
  return scan(table, source, found)
}

/** Whether the request satisfies one row. It uses no scratch, so that a fact may ask it while a lookup is in progress. */
export function matchesRow(table: BitRows, row: number, source: ClassSource): boolean {
  for (let axis = 0; axis < table.axes.length; axis++) {
    const mask = table.restricts[row * table.maskWords + (axis >> 5)] as number
    if ((mask & (1 << (axis & 31))) === 0) continue
    const value = source.classOf(table.axes[axis] as number)
    if (value < 0) return false
    const word = table.bits[(table.base[axis] as number) + value * table.words + (row >> 5)] as number
    if ((word & (1 << (row & 31))) === 0) return false
  }
  return true
}

// Typed arrays are indexed within bounds that `linkBitRows` has laid out; `as number` says so where the compiler cannot know.
function scan(table: BitRows, source: ClassSource, found: number[] | undefined): number {
  const { bits, summary, words } = table
  const { known, knownSummary, knownMask } = table.scratch
  for (let i = 0; i < knownMask.length; i++) knownMask[i] = 0
  let count = 0
  for (let block = 0; block < table.summaryWords; block++) {
    let live = wordsOf(block, words)
    for (let k = 0; k < count && live !== 0; k++)
      live &= summary[(knownSummary[k] as number) + block] as number
    while (live !== 0) {
      const word = block * 32 + lowestBit(live)
      live &= live - 1
      let alive = rowsOf(word, table.rows)
      for (let k = 0; k < count && alive !== 0; k++) alive &= bits[(known[k] as number) + word] as number
      while (alive !== 0) {
        const row = word * 32 + lowestBit(alive)
        const axis = nextAxis(table, row)
        if (axis === -1) {
          if (found === undefined) return row
          found.push(row)
          alive &= alive - 1
          continue
        }
        const value = source.classOf(table.axes[axis] as number)
        if (value < 0) return valueRefused
        const at = (table.base[axis] as number) + value * words
        const atSummary = (table.summaryBase[axis] as number) + value * table.summaryWords
        known[count] = at
        knownSummary[count] = atSummary
        knownMask[axis >> 5] = (knownMask[axis >> 5] as number) | (1 << (axis & 31))
        count += 1
        alive &= bits[at + word] as number
        live &= summary[atSummary + block] as number
      }
    }
  }
  return noRow
}

/** The cheapest axis that `row` restricts and that has not been read yet; -1 when the row has survived all of its own. */
function nextAxis(table: BitRows, row: number): number {
  const { knownMask } = table.scratch
  const at = row * table.maskWords
  for (let i = 0; i < table.maskWords; i++) {
    const left = (table.restricts[at + i] as number) & ~(knownMask[i] as number)
    if (left !== 0) return i * 32 + lowestBit(left)
  }
  return -1
}

function lowestBit(word: number): number {
  return 31 - Math.clz32(word & -word)
}

/** Bits of the rows that exist in `word`: what stands beyond the last row is no row. */
function rowsOf(word: number, rows: number): number {
  const left = rows - word * 32
  return left >= 32 ? -1 : left <= 0 ? 0 : (1 << left) - 1
}

function wordsOf(block: number, words: number): number {
  return rowsOf(block, words)
}

/** How many words `bits` must decode to: axes × classes × words. */
export function wordsExpected(table: Table, counts: readonly number[]): number {
  const words = Math.ceil(table.rows / 32)
  return table.axes.reduce((sum, axis) => sum + (counts[axis] ?? 0) * words, 0)
}

/**
 * Lays a table's bitmaps out for lookup.
 * INVARIANT: `decoded` is exactly `wordsExpected` words long and every index of the table is in range; `checkTable` has seen to it.
 */
export function linkBitRows(table: Table, counts: readonly number[], decoded: Buffer): BitRows {
  const words = Math.ceil(table.rows / 32)
  const summaryWords = Math.ceil(words / 32)
  const bits = new Int32Array(decoded.length / 4)
  for (let i = 0; i < bits.length; i++) bits[i] = decoded.readInt32LE(i * 4)
  const classes = table.axes.map((axis) => counts[axis] ?? 0)
  const base = offsets(classes, words)
  const summaryBase = offsets(classes, summaryWords)
  const maskWords = Math.max(1, Math.ceil(table.axes.length / 32))
  const linked: BitRows = {
    rows: table.rows,
    words,
    summaryWords,
    axes: Int32Array.from(table.axes),
    bits,
    base,
    summary: new Int32Array(classes.reduce((sum, n) => sum + n * summaryWords, 0)),
    summaryBase,
    restricts: new Int32Array(table.rows * maskWords),
    maskWords,
    rule: Int32Array.from(table.rule),
    action: Int32Array.from(table.action),
    scratch: {
      known: new Int32Array(table.axes.length),
      knownSummary: new Int32Array(table.axes.length),
      knownMask: new Int32Array(maskWords),
    },
  }
  classes.forEach((count, axis) => {
    summarise(linked, axis, count)
    markRestricted(linked, axis, count)
  })
  return linked
}

function offsets(classes: readonly number[], words: number): Int32Array {
  const base = new Int32Array(classes.length)
  for (let axis = 1; axis < classes.length; axis++)
    base[axis] = (base[axis - 1] as number) + (classes[axis - 1] as number) * words
  return base
}

function summarise(table: BitRows, axis: number, classes: number): void {
  for (let value = 0; value < classes; value++) {
    const from = (table.base[axis] as number) + value * table.words
    const to = (table.summaryBase[axis] as number) + value * table.summaryWords
    for (let word = 0; word < table.words; word++) {
      if (table.bits[from + word] !== 0)
        table.summary[to + (word >> 5)] = (table.summary[to + (word >> 5)] as number) | (1 << (word & 31))
    }
  }
}

/** A row restricts an axis when some class of that axis refuses it. */
function markRestricted(table: BitRows, axis: number, classes: number): void {
  for (let word = 0; word < table.words; word++) {
    let free = -1
    for (let value = 0; value < classes; value++)
      free &= table.bits[(table.base[axis] as number) + value * table.words + word] as number
    for (let left = ~free & rowsOf(word, table.rows); left !== 0; left &= left - 1) {
      const at = (word * 32 + lowestBit(left)) * table.maskWords + (axis >> 5)
      table.restricts[at] = (table.restricts[at] as number) | (1 << (axis & 31))
    }
  }
}
