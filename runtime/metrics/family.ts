import type { MetricRow } from './rows.ts'

/** Series that one metric may have. What comes beyond them is counted together, under `other`. */
export const seriesMax = 1_000

/** The value of every label of the series that takes what comes beyond the bound. */
export const overflowLabel = 'other'

/** Longer values of labels are cut. */
const labelCharsMax = 256

/** One series: the values of its labels, in the order of the row, and what is counted. */
export interface Series<I> {
  readonly labels: readonly string[]
  readonly instrument: I
}

/** The series of one metric, bounded: whatever is asked for, memory and scrapes stay as they are. */
export class Family<I> {
  readonly row: MetricRow
  readonly #make: () => I
  readonly #series = new Map<string, Series<I>>()

  constructor(row: MetricRow, make: () => I) {
    this.row = row
    this.#make = make
    if (row.labels.length === 0) this.with()
  }

  /** The series of these label values. Not for the hot path: keep what it returns. */
  with(...values: readonly string[]): I {
    const labels = values.map((value) => value.slice(0, labelCharsMax))
    const known = this.#series.get(keyOf(labels))
    if (known !== undefined) return known.instrument
    if (this.#series.size < seriesMax) return this.#add(labels)
    const others = labels.map(() => overflowLabel)
    return this.#series.get(keyOf(others))?.instrument ?? this.#add(others)
  }

  /** Forgets every series: for what is told anew at each scrape. */
  clear(): void {
    this.#series.clear()
  }

  get series(): Iterable<Series<I>> {
    return this.#series.values()
  }

  #add(labels: readonly string[]): I {
    const instrument = this.#make()
    this.#series.set(keyOf(labels), { labels, instrument })
    return instrument
  }
}

const keyOf = (labels: readonly string[]): string => labels.join('\u0000')
