/** A number of places. One is held by `using` the lease; nobody waits for one. */
export class Slots {
  #free: number

  constructor(max: number) {
    this.#free = max
  }

  /** A place, given back when the lease is disposed; `undefined` when all are taken. */
  take(): Disposable | undefined {
    if (this.#free === 0) return undefined
    this.#free--
    return { [Symbol.dispose]: () => void this.#free++ }
  }
}
