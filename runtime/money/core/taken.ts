import type { Charge } from '../charge.ts'
import type { Counter, LimitMeter } from './state.ts'

/** A charge of a hold, with what it goes to and how much of that. */
export interface Taken {
  readonly charge: Charge
  readonly meter: Counter | LimitMeter
  /** Nano-dollars, tokens, or 1. */
  readonly amount: number
}
