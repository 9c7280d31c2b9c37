import type { ConfigProblem } from './problem.ts'

/** A part of the configuration with what was found about it; the value counts only where there are no problems. */
export interface Checked<T> {
  readonly value: T
  readonly problems: readonly ConfigProblem[]
  readonly warnings: readonly string[]
}
