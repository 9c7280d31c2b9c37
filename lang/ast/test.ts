import type { Span } from '../span.ts'
import type { Chain } from './chain.ts'
import type { SetLit, Subject } from './condition.ts'
import type { Constant, QuantityLit, StringLit } from './constant.ts'
import type { Missing, Name } from './name.ts'

export interface TestDecl {
  readonly kind: 'Test'
  readonly span: Span
  readonly title: StringLit | Missing
  readonly given: readonly Given[]
  readonly expect: Expectation
}

export interface Given {
  readonly kind: 'Given'
  readonly span: Span
  readonly fact: Subject
  /** A set literal gives the members of a `strings` fact; a string on `prompt` is its text. */
  readonly value: Constant | SetLit
}

/**
 * `use STAGE by RULE, cache semantic` in any order and number; `deny` optionally with its message. `by default` names the
 * row without a name: no rule can be called so, as the word is reserved.
 */
export interface Expectation {
  readonly kind: 'Expect'
  readonly span: Span
  readonly use: Chain | undefined
  readonly deny:
    | {
        readonly span: Span
        readonly message: StringLit | undefined
        readonly status: QuantityLit | undefined
      }
    | undefined
  readonly by: Name | undefined
  readonly cache: 'off' | 'exact' | 'semantic' | undefined
}

/** `given` shared by all rows; each row fills the input columns, then the expected ones after `||`. */
export interface TestTableDecl {
  readonly kind: 'TestTable'
  readonly span: Span
  readonly title: StringLit | Missing
  readonly given: readonly Given[]
  readonly inputs: readonly Subject[]
  /** `use`, `deny`, `by`, `cache`. */
  readonly outputs: readonly Name[]
  readonly rows: readonly TestTableRow[]
}

export interface TestTableRow {
  readonly kind: 'TestTableRow'
  readonly span: Span
  /** As many as `inputs`; `undefined` where the cell is empty (the fact takes its default). */
  readonly values: readonly (Constant | SetLit | undefined)[]
  readonly expect: Expectation
}
