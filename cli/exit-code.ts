/** Exit codes of every verb; `gwc help` and the documentation list the same. */
export const exitCode = {
  ok: 0,
  /** gwc itself could not do its work: a file that cannot be read, a port in use. */
  toolFailure: 1,
  /** Warnings, under `--strict`. */
  warnings: 2,
  /** Errors in a policy, failing tests, a file that `fmt --check` would change. */
  errors: 3,
  /** Findings that the step cap left unproven, under `--strict`. */
  unproven: 4,
  /** `gwc test`: the tests cover less of the policies than `--threshold` asks for. */
  belowThreshold: 5,
  /** `gwc diff`: some request is decided differently. */
  changes: 10,
} as const

export type ExitCode = (typeof exitCode)[keyof typeof exitCode]
