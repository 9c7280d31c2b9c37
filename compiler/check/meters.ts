import { suggest } from '../../core/did-you-mean.ts'
import { type Meter, meterFacts } from '../../core/meter-facts.ts'
import { readQuantity } from '../../core/quantity.ts'
import type { FactRow } from '../../core/types.ts'
import type { BudgetDecl, LimitDecl, Name } from '../../lang/ast.ts'
import { help, report } from '../../lang/report.ts'
import type { Span } from '../../lang/span.ts'
import type { Module } from '../modules.ts'
import { add, type Place } from './checking.ts'
import { listWords } from './describe.ts'
import { rewrite } from './rewrite.ts'
import type { Scope } from './scope.ts'

/** A budget or limit as declared, with the facts that conditions may ask. */
export interface DeclaredMeter {
  readonly meter: Meter
  /** Its name at the declaration. */
  readonly span: Span
  /** By the last part of their names: `used`. */
  readonly facts: ReadonlyMap<string, FactRow>
}

/**
 * Every budget and limit of a policy, its files included, before any condition is checked: which of them a request
 * counts towards is order-free, so that a guard may ask about one that stands below it.
 */
export function collectMeters(module: Module): Map<string, DeclaredMeter> {
  const found = new Map<string, DeclaredMeter>()
  collectFrom(module, found)
  return found
}

function collectFrom(module: Module, found: Map<string, DeclaredMeter>): void {
  for (const item of module.file.items) {
    const inner = item.kind === 'Include' ? module.children.get(item) : undefined
    if (inner !== undefined) collectFrom(inner, found)
    if ((item.kind !== 'Budget' && item.kind !== 'Limit') || item.name.kind !== 'Name') continue
    const name = `${module.prefix}${item.name.text}`
    const meter = item.kind === 'Budget' ? meterOfBudget(name, item) : meterOfLimit(name, item)
    if (!found.has(name)) found.set(name, { meter, span: item.name.span, facts: meterFacts(meter) })
  }
}

/** Where an amount has a mistake, told at its declaration, any will do: no policy comes of it. */
const anyAmount = 1

function meterOfBudget(name: string, { amount, from }: BudgetDecl): Meter {
  const fixed = from === undefined ? (readAmount(amount, 'money') ?? anyAmount) : undefined
  return { name, what: 'budget', unit: 'money', amount: fixed }
}

function meterOfLimit(name: string, { amount, of }: LimitDecl): Meter {
  const unit = of === 'tokens' ? 'tokens' : 'integer'
  return { name, what: 'limit', unit, amount: readAmount(amount, unit) ?? anyAmount }
}

function readAmount(amount: BudgetDecl['amount'], unit: Meter['unit']): number | undefined {
  if (amount?.kind !== 'Quantity') return undefined
  const read = readQuantity(amount.digits, amount.unit, unit)
  return read.ok && read.value > 0 ? read.value : undefined
}

// ---------------------------------------------------------------------------------------------- names in conditions

/** What a name such as `intern_month.used` stands for at a place. */
export type MeterName =
  | { readonly kind: 'fact'; readonly row: FactRow }
  /** A budget or limit that has no such fact; `part` is empty for the bare name. */
  | { readonly kind: 'other'; readonly meter: DeclaredMeter; readonly part: string }

/** Looks a name up among the budgets and limits of the file, then of those around it; the root sees all by their full names. */
export function findMeterName({ c, scope, words }: Place, name: string): MeterName | undefined {
  if (words.noun === 'property') return undefined
  for (const prefix of prefixesOf(scope)) {
    const whole = c.meters.get(`${prefix}${name}`)
    if (whole !== undefined) return { kind: 'other', meter: whole, part: '' }
    const dot = name.lastIndexOf('.')
    const meter = dot === -1 ? undefined : c.meters.get(`${prefix}${name.slice(0, dot)}`)
    if (meter === undefined) continue
    const part = name.slice(dot + 1)
    const row = meter.facts.get(part)
    return row === undefined ? { kind: 'other', meter, part } : { kind: 'fact', row }
  }
  return undefined
}

function* prefixesOf(scope: Scope): Generator<string> {
  for (let each: Scope | undefined = scope; each !== undefined; each = each.around) yield each.prefix
}

/** Names of facts of budgets and limits as this place would write them. */
export function visibleMeterFacts({ c, scope }: Place): readonly string[] {
  return [...c.meters].flatMap(([name, { facts }]) => {
    const prefix = [...prefixesOf(scope)].find((each) => each !== '' && name.startsWith(each)) ?? ''
    return [...facts.keys()].map((part) => `${name.slice(prefix.length)}.${part}`)
  })
}

/** Reports a budget or limit where one of its facts is wanted. */
export function notAMeterFact(
  { c }: Place,
  name: Name,
  { meter: { meter, facts }, part }: Extract<MeterName, { kind: 'other' }>,
): undefined {
  const parts = [...facts.keys()]
  const written = part === '' ? name.text : name.text.slice(0, name.text.lastIndexOf('.'))
  if (part === '') {
    const notes = [help(`\`${written}.used\` is the share that is used`)]
    const params = { name: written, is: `a ${meter.what}`, wanted: 'a fact' }
    return add(c, report('GWC1004', params, name.span, { notes }))
  }
  const near = suggest(part, parts)
  const only = `each key has its own amount of \`${written}\`: \`${written}.used\` says the same of all of them`
  const text =
    meter.amount === undefined
      ? only
      : near === undefined
        ? `a ${meter.what} has ${listWords(parts.map((each) => `\`${each}\``))}`
        : `did you mean \`${written}.${near}\`?`
  const fixes = near === undefined ? [] : [rewrite(name.span, `${written}.${near}`)]
  return add(c, report('GWC1407', { name: written, part }, name.span, { notes: [help(text)], fixes }))
}
