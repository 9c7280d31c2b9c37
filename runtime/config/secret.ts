import { inspect } from 'node:util'

const hidden = '[secret]'

/** A secret as configuration carries it: whoever prints, logs or serialises it sees that there is one, never what it is. */
export class Secret {
  readonly #value: string

  constructor(value: string) {
    this.#value = value
  }

  /** The secret itself, for the one place that sends it. */
  reveal(): string {
    return this.#value
  }

  toString(): string {
    return hidden
  }

  toJSON(): string {
    return hidden
  }

  [inspect.custom](): string {
    return hidden
  }
}
