/** Tokens that a provider reports for one answer, in classes that do not overlap. */
export interface Usage {
  /** Input that was neither read from nor written to a prompt cache. */
  readonly input: number
  readonly cacheRead: number
  readonly cacheWrite: number
  /** All output, reasoning included. */
  readonly output: number
  /** The part of `output` that was reasoning. */
  readonly reasoning: number
}
