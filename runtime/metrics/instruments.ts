/** Only goes up. */
export class Counter {
  value = 0

  add(amount = 1): void {
    this.value += amount
  }
}

/** Goes up and down. */
export class Gauge {
  value = 0

  set(value: number): void {
    this.value = value
  }
}

/** How many observations fell below each bound, and what they come to together. */
export class Histogram {
  readonly bounds: readonly number[]
  /** Per bound the observations at or below it and above the bound before; the last entry is those above every bound. */
  readonly counts: number[]
  sum = 0

  constructor(bounds: readonly number[]) {
    this.bounds = bounds
    this.counts = Array.from({ length: bounds.length + 1 }, () => 0)
  }

  observe(value: number): void {
    const { bounds } = this
    let place = 0
    while (place < bounds.length && value > bounds[place]!) place++
    this.counts[place]!++
    this.sum += value
  }
}
