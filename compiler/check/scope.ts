import type { BoolLit, ModelLit, Name, QuantityLit, StringLit } from '../../lang/ast.ts'
import type { Span } from '../../lang/span.ts'
import type { Cond } from '../typed.ts'

/** A constant as written, its type still open: which one it is depends on the fact beside it. A bare name is a word. */
export type Literal = StringLit | QuantityLit | BoolLit | ModelLit | Name

/** A set, evaluated: catalogue ids, or constants whose type is still open. */
export type SetValue =
  | { readonly kind: 'models'; readonly ids: readonly string[]; readonly shown: string }
  | { readonly kind: 'values'; readonly elements: readonly Literal[]; readonly shown: string }

/** A set of models: never empty. */
export type ModelSet = Extract<SetValue, { kind: 'models' }>

/** What a name stands for. `undefined` in place of a meaning: its declaration has a mistake, reported already. */
export type Meaning =
  | { readonly kind: 'single'; readonly literal: Literal | undefined }
  | { readonly kind: 'set'; readonly set: SetValue | undefined }
  | { readonly kind: 'pred'; readonly condition: Cond | undefined }

export interface Declared {
  /** As used in its file; `shown` has the module's prefix before it. */
  readonly name: string
  readonly shown: string
  /** The name at its declaration. */
  readonly span: Span
  readonly meaning: Meaning
  /** What to use in its place; `undefined` when it is not deprecated. */
  readonly deprecated: string | undefined
}

/** Names that are visible at a place: those of the file so far, then those of the files around it. */
export interface Scope {
  readonly file: string
  readonly names: Map<string, Declared>
  readonly around: Scope | undefined
  /** Names that this file declares anywhere, for saying `declared below`. */
  readonly declaredLater: ReadonlyMap<string, Span>
  /** Names inside files that were included above, which stay there: name → file. */
  readonly hidden: Map<string, string>
  /** What stands before the names of this file's rules, budgets and limits: `payments.`. */
  readonly prefix: string
}

/** A file's own scope, inside that of the file which includes it. */
export function openScope(
  { path: file, prefix }: { readonly path: string; readonly prefix: string },
  around: Scope | undefined,
  declaredLater: ReadonlyMap<string, Span>,
): Scope {
  return { file, names: new Map(), around, declaredLater, hidden: new Map(), prefix }
}

export function lookUp(scope: Scope, name: string): Declared | undefined {
  for (let each: Scope | undefined = scope; each !== undefined; each = each.around) {
    const found = each.names.get(name)
    if (found !== undefined) return found
  }
  return undefined
}

/** Everything that may be named, nearest file first. */
export function* visibleNames(scope: Scope): Generator<Declared> {
  for (let each: Scope | undefined = scope; each !== undefined; each = each.around) yield* each.names.values()
}
