import type { FactRow, FactValue } from '../../core/types.ts'
import type { Span } from '../../lang/span.ts'
import type { PolicyRule } from '../rules.ts'
import type { TableName } from '../../core/tables.ts'
import type { Atom, Cond } from '../typed.ts'

/**
 * What tests are to show of a policy: that a rule decides, each side of a comparison, the values at which a comparison
 * of numbers turns, and what comes of a rule where a test expects it.
 */
export type GoalKind = 'rule' | 'side' | 'edge' | 'outcome'

/** The kinds in the order in which they are counted and shown. */
export const goalKinds = ['rule', 'side', 'edge', 'outcome'] as const satisfies readonly GoalKind[]

/** One thing that a test is to show. */
export interface Goal {
  readonly kind: GoalKind
  readonly table: TableName
  /** Where it stands: the first rule that can show it. */
  readonly rule: PolicyRule
  readonly span: Span
  /** What no test shows yet, in words: `never false`, `never at 100k`, `never decides`. */
  readonly lack: string
  /** The comparison, of sides and edges. */
  readonly atom: Atom | undefined
  /**
   * Any case of the first tier shows it. Where no request can, as comparisons hang together (`has n and n > 2`), any of the
   * next does.
   */
  readonly tiers: readonly (readonly GoalCase[])[]
}

/** Requests that show a goal: those that ask the rule, meet the condition, and have the value. */
export interface GoalCase {
  readonly table: TableName
  readonly rule: PolicyRule
  readonly condition: Cond
  /** Of an edge: the fact's value. */
  readonly at: { readonly fact: FactRow; readonly atom: Atom; readonly value: FactValue } | undefined
  /** A test shows it only when it expects what the rule does. */
  readonly isExpected: boolean
}
