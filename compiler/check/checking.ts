import type { FactRow } from '../../core/types.ts'
import type { Expr } from '../../lang/ast.ts'
import type { Diagnostic } from '../../lang/diagnostic.ts'
import type { Span } from '../../lang/span.ts'
import type { CompileInput } from '../input.ts'
import type { Cond } from '../typed.ts'
import type { FormerName } from './former-names.ts'
import type { DeclaredMeter } from './meters.ts'
import type { Declared, Scope } from './scope.ts'

/** What every part of the checker needs: the input, and where its findings go. */
export interface Checking {
  readonly input: CompileInput
  readonly facts: ReadonlyMap<string, FactRow>
  readonly factPlaces: ReadonlyMap<string, Span>
  /** Every budget and limit of the policy by full name: they are visible wherever their file's names are. */
  readonly meters: ReadonlyMap<string, DeclaredMeter>
  /** Providers that conditions ask about. */
  readonly providers: Map<string, FactRow>
  /** Whether every declared fact is among them: the facts file has no mistake of its own. */
  readonly factsAreKnown: boolean
  /** Whether every file was parsed without a mistake. */
  readonly isParsed: boolean
  /** Findings by what they say and where, so that a file that is included twice makes its mistakes once. */
  readonly findings: Map<string, Diagnostic>
  /** Unknown names reported already, by file: a name that is unknown everywhere is one mistake. */
  readonly unknown: Set<string>
  /** Every constant and predicate declared so far, over all modules. */
  readonly declared: Declared[]
  /** Where the names that something uses are declared. */
  readonly used: Set<string>
  /** Former names of rules, budgets and limits. */
  readonly formerNames: FormerName[]
  /** Where `affinity session` stands, once it is found. */
  affinity: Span | undefined
  /** Types a `where` filter. Conditions hold sets and sets hold filters: this is where the knot is tied. */
  readonly checkFilter: (place: Place, filter: Expr) => Cond | undefined
}

/** What a condition may name, and what the rows are called in messages. */
export interface Vocabulary {
  readonly noun: 'fact' | 'property'
  readonly rows: ReadonlyMap<string, FactRow>
}

/** The place where something is checked: what is visible there. */
export interface Place {
  readonly c: Checking
  readonly scope: Scope
  readonly words: Vocabulary
  /** The fact that the set is for, where one is checked: its words need no declaration. */
  readonly asked?: FactRow
}

/** Files the finding. What it is about has no type after that: callers get `undefined` and stay silent. */
export function add(c: Checking, diagnostic: Diagnostic): undefined {
  const { file, start } = diagnostic.primary.span
  const key = `${diagnostic.code} ${file} ${start} ${diagnostic.message}`
  if (!c.findings.has(key)) c.findings.set(key, diagnostic)
}
