import type { FactRow } from '../../core/types.ts'
import type { BudgetDecl, ConstDecl, IncludeDecl, LimitDecl, PredDecl, RouteRule } from '../../lang/ast.ts'
import type { Span } from '../../lang/span.ts'

/** What a word of a policy stands for. */
export type Target =
  | { readonly kind: 'declared'; readonly node: ConstDecl | PredDecl; readonly at: Span }
  | { readonly kind: 'rule'; readonly node: RouteRule; readonly at: Span }
  | { readonly kind: 'meter'; readonly node: BudgetDecl | LimitDecl; readonly at: Span }
  | { readonly kind: 'include'; readonly node: IncludeDecl; readonly at: Span }
  /** `at` is where a facts file declares it. */
  | { readonly kind: 'fact'; readonly row: FactRow; readonly at: Span | undefined }
  | { readonly kind: 'property'; readonly row: FactRow }
  /** A bare word of an enumeration. */
  | { readonly kind: 'word'; readonly fact: FactRow; readonly value: string }
  | { readonly kind: 'model'; readonly id: string }
  | { readonly kind: 'family'; readonly name: string }
  | { readonly kind: 'failure'; readonly name: string }
  | { readonly kind: 'file'; readonly path: string }

/** One word of a policy, and what it stands for. */
export interface Occurrence {
  readonly span: Span
  readonly target: Target
  readonly role: 'declaration' | 'use'
}

/** Equal for two occurrences of the same thing. */
export function keyOf(target: Target): string {
  switch (target.kind) {
    case 'declared':
    case 'rule':
    case 'meter':
    case 'include':
      return `${target.kind} ${target.at.file} ${target.at.start}`
    case 'fact':
    case 'property':
      return `${target.kind} ${target.row.name}`
    case 'word':
      return `word ${target.fact.name} ${target.value}`
    case 'model':
      return `model ${target.id}`
    case 'family':
    case 'failure':
      return `${target.kind} ${target.name}`
    case 'file':
      return `file ${target.path}`
  }
}

/** Where a thing is declared, where that is in a file of the policy. */
export function declarationOf(target: Target): Span | undefined {
  switch (target.kind) {
    case 'declared':
    case 'rule':
    case 'meter':
    case 'include':
    case 'fact':
      return target.at
    case 'file':
      return { file: target.path, start: 0, end: 0 }
    case 'property':
    case 'word':
    case 'model':
    case 'family':
    case 'failure':
      return undefined
  }
}
