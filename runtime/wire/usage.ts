import type { TimesName } from '../../core/price.ts'

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
  /** What may have a price of its own, where there was any of it. */
  readonly apart?: UsageApart
  /** What multiplied the price, where the answer says so. */
  readonly times?: TimesName[]
}

/** Parts of the classes above, and calls. What is absent is 0. */
export interface UsageApart {
  /** Parts of `input`. */
  readonly inputAudio?: number
  readonly inputImage?: number
  /** Part of `cacheRead`. */
  readonly cacheReadAudio?: number
  /** Parts of `output`. */
  readonly outputAudio?: number
  readonly outputImage?: number
  /** Calls of the provider's own tools. */
  readonly webSearch?: number
}

/** The counts that are not 0; nothing where none is, as nearly always. */
export function apartOf(counts: UsageApart): { readonly apart?: UsageApart } {
  let apart: Partial<Record<keyof UsageApart, number>> | undefined
  let name: keyof UsageApart
  for (name in counts) if ((counts[name] ?? 0) > 0) (apart ??= {})[name] = counts[name] ?? 0
  return apart === undefined ? none : { apart }
}

const none = {}

/** All input, whichever class it is of. */
export function allInput({ input, cacheRead, cacheWrite5m, cacheWrite1h }: Usage): number {
  return input + cacheRead + cacheWrite5m + cacheWrite1h
}
