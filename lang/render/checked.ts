import type { Diagnostic } from '../diagnostic.ts'
import type { Span } from '../span.ts'
import type { Sources } from './code-frame.ts'

/** What a renderer of `gwc check` or `gwc test` is given: everything that was found, as values. */
export interface Checked {
  readonly policies: readonly CheckedPolicy[]
  readonly sources: Sources
  /** Whether warnings fail, as under `--strict`. */
  readonly strict: boolean
  /** One line that sums up, as people read it. */
  readonly summary: string
  /** The version of gwc. */
  readonly version: string
  /** The documentation page of a code, in Markdown. */
  readonly pageOf: (code: string) => string | undefined
  /** The commands that replay the examples of findings. */
  readonly replays?: ReadonlyMap<Diagnostic, string>
}

/** One policy: what was found in it, and its tests with what was found in them. */
export interface CheckedPolicy {
  readonly root: string
  readonly diagnostics: readonly Diagnostic[]
  readonly tests: readonly RanTest[]
}

export interface RanTest {
  readonly title: string
  readonly span: Span
  readonly passed: boolean
  readonly diagnostics: readonly Diagnostic[]
}

/** Every finding, those of tests included, policy by policy. */
export const allFindings = ({ policies }: Pick<Checked, 'policies'>): readonly Diagnostic[] =>
  policies.flatMap(({ diagnostics, tests }) => [...diagnostics, ...tests.flatMap((test) => test.diagnostics)])
