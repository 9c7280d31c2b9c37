/** Tokens that a provider reports for one answer, in classes that do not overlap. */
export interface Usage {
  /** Input that was neither read from nor written to a prompt cache. */
  readonly input: number
  readonly cacheRead: number
  /** Written to the prompt cache for the provider's ordinary time: 5 minutes at Anthropic. */
  readonly cacheWrite5m: number
  /** Written for an hour, which is dearer. */
  readonly cacheWrite1h: number
  /** All output, reasoning included. */
  readonly output: number
  /** The part of `output` that was reasoning. */
  readonly reasoning: number
}
