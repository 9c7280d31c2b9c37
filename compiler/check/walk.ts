import type { TableName } from '../../core/tables.ts'
import type { Name, When } from '../../lang/ast.ts'
import type { Diagnostic, Label } from '../../lang/diagnostic.ts'
import { help, report } from '../../lang/report.ts'
import type { Span } from '../../lang/span.ts'
import type { Assertion, Cond, PolicyTest, Property, RuleOfTable } from '../typed.ts'
import { add, type Checking, type Place } from './checking.ts'
import { limitSize } from './condition-size.ts'
import { checkCondition } from './condition.ts'
import { findUnguarded } from './presence.ts'

/** Rows in the order in which they are read: every module's in its place. */
export type Collected = { readonly [T in TableName]: RuleOfTable[T][] }

/** One module while its items are checked. */
export interface Walk {
  readonly c: Checking
  readonly place: Place
  readonly prefix: string
  /** Conditions of the includes around this module; every row of it gains them. */
  readonly guards: readonly Cond[]
  readonly out: Collected
  /** Every rule, budget and limit by full name, over all modules. */
  readonly ruleNames: Map<string, RuleName>
  /** How many rows without a name each table of this module has so far. */
  readonly counts: Map<string, number>
  /** Where each first-match table of this module, or of one around it, had its `default`. */
  readonly defaults: Map<string, Span>
  readonly around: Walk | undefined
  readonly tests: PendingTest[]
  readonly assertions: PendingAssertion[]
}

/** A test whose rule is looked for once all rules are known. */
export interface PendingTest {
  readonly test: PolicyTest
  readonly by: Name | undefined
  readonly prefix: string
}

/** An assertion whose rule, where it names one, is looked for once all rules are known. */
export interface PendingAssertion {
  readonly assertion: Omit<Assertion, 'property'>
  readonly property: PendingProperty
  readonly prefix: string
}

/** A property whose rule or budget is a name yet. */
export type PendingProperty =
  | Exclude<Property, { readonly kind: 'reachable' | 'charged' }>
  | { readonly kind: 'reachable'; readonly rule: Name }
  | { readonly kind: 'charged'; readonly budget: Name }

export interface RuleName {
  readonly what: 'rule' | 'budget' | 'limit' | 'row' | 'include'
  readonly span: Span
}

/** A row's condition with the includes' before it. Missing where it has a mistake. */
export interface RowCondition {
  readonly condition: Cond
  readonly at: Span
  readonly isDefault: boolean
}

/** Types `when COND`, `always` and `default`, joined with the guards of the includes around. */
export function checkWhen(w: Walk, when: When): RowCondition | undefined {
  const own =
    when.kind === 'When'
      ? limitSize(w.c, checkCondition(w.place, when.condition), when.condition.span)
      : always(when.span)
  if (own === undefined) return undefined
  const at = when.kind === 'When' ? when.condition.span : when.span
  const condition = joinGuards(w.guards, own, at)
  for (const finding of findUnguarded(condition, at)) add(w.c, finding)
  return { condition, at, isDefault: when.kind !== 'When' && w.guards.length === 0 }
}

const always = (span: Span): Cond => ({ kind: 'all', operands: [], span })

/** `default` in an included file is `when COND`. */
function joinGuards(guards: readonly Cond[], own: Cond, span: Span): Cond {
  const operands = [...guards, ...(own.kind === 'all' ? own.operands : [own])]
  const [only] = operands
  return operands.length === 1 && only !== undefined
    ? only
    : { kind: 'all', operands, span: own.span.end > own.span.start ? own.span : span }
}

/** Gives a rule its full name; a name that is taken is reported, and the first keeps it. */
export function nameRule(w: Walk, name: Name, what: RuleName['what']): string {
  const full = `${w.prefix}${name.text}`
  if (name.text.includes('.')) add(w.c, report('GWC1006', { name: name.text }, name.span))
  const key = what === 'include' ? `${full}.` : full
  const other = w.ruleNames.get(key)
  if (other === undefined) w.ruleNames.set(key, { what, span: name.span })
  else if (!isSame(other.span, name.span)) add(w.c, takenRule(full, name.span, other))
  return full
}

const isSame = (a: Span, b: Span): boolean => a.file === b.file && a.start === b.start

function takenRule(name: string, at: Span, other: RuleName): Diagnostic {
  const secondary: readonly Label[] = [{ span: other.span, text: 'named here first' }]
  const notes = [help('names are what logs, tests and spend go by: each rule, budget and limit has its own')]
  return report('GWC1007', { name, other: other.what === 'include' ? 'an include' : `a ${other.what}` }, at, {
    secondary,
    notes,
  })
}

/** The name of a row that has none: `guard:2`, `cache:default`; the default of `route` is what tests and logs call `default`. */
export function nameRow(w: Walk, table: TableName, isDefault: boolean, span: Span): string {
  const count = (w.counts.get(table) ?? 0) + 1
  w.counts.set(table, count)
  const isRouteDefault = table === 'route' && isDefault
  const full = `${w.prefix}${isRouteDefault ? 'default' : `${table}:${isDefault ? 'default' : count}`}`
  if (!w.ruleNames.has(full)) w.ruleNames.set(full, { what: 'row', span })
  return full
}

/** `default` is last in a table where the first match wins, and once. */
export function checkAfterDefault(w: Walk, table: TableName, row: Span): boolean {
  for (let each: Walk | undefined = w; each !== undefined; each = each.around) {
    const earlier = each.defaults.get(table)
    if (earlier === undefined) continue
    const secondary = [{ span: earlier, text: 'takes every request that is left' }]
    add(
      w.c,
      report('GWC1313', { table }, row, {
        secondary,
        notes: [help('move the `default` to the end of its table')],
      }),
    )
    return false
  }
  return true
}
