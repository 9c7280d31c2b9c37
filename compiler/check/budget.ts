import { showQuantity } from '../../core/quantity.ts'
import type { BudgetDecl, Name } from '../../lang/ast.ts'
import { help, report } from '../../lang/report.ts'
import type { Span } from '../../lang/span.ts'
import type { BudgetAction } from '../../schemas/generated/decision-table.ts'
import { add } from './checking.ts'
import { carryOver } from './former-names.ts'
import { checkDimension, checkWarnAt, unknownPeriod } from './meter-parts.ts'
import { readSetting, type SettingRange } from './setting.ts'
import { checkWhen, nameRule, type Walk } from './walk.ts'

/** Calendar periods, in the policy's zone. */
export const budgetPeriods = [
  'hour',
  'day',
  'week',
  'month',
  'year',
] as const satisfies readonly BudgetAction['period'][]

const amounts = {
  name: 'budget',
  unit: 'money',
  min: 1,
  max: Number.MAX_SAFE_INTEGER,
  belowMin: 'to let nothing be spent, deny: `guard { deny "…" when … }`',
} as const

type Amount = Pick<BudgetAction, 'amountNanos' | 'fromKey'>

/** Types a budget into the policy's list. */
export function checkBudget(w: Walk, decl: BudgetDecl): void {
  const at = decl.name.kind === 'Name' ? decl.name.span : openingOf(decl.span)
  const row = checkWhen(w, whenOf(decl, at))
  const name = decl.name.kind === 'Name' ? nameRule(w, decl.name, 'budget') : undefined
  const amount = checkAmount(w, decl, at)
  const period = decl.period.kind === 'Name' ? checkPeriod(w, decl.period) : undefined
  const dimension = decl.dimension && checkDimension(w, decl.dimension, row?.condition)
  const warnAt = checkWarnAt(w, decl.warnAt, decl.soft)
  if (decl.soft && decl.fit) uselessFit(w, decl)
  const isWhole = decl.dimension === undefined || dimension !== undefined
  if (row === undefined || name === undefined || amount === undefined || period === undefined) return
  if (!isWhole || warnAt === undefined) return
  const was = decl.was && { was: carryOver(w, decl.was, name) }
  w.out.budget.push({
    name,
    ...was,
    span: decl.span,
    ...row,
    action: {
      kind: 'budget',
      name,
      ...amount,
      period,
      ...(dimension && { dimension }),
      soft: decl.soft,
      fit: decl.fit,
      warnAtBasisPoints: [...warnAt],
    },
  })
}

const openingOf = (span: Span): Span => ({ ...span, end: Math.min(span.end, span.start + 'budget'.length) })

function whenOf({ condition }: BudgetDecl, at: Span): Parameters<typeof checkWhen>[1] {
  return condition === undefined
    ? { kind: 'Always', span: at }
    : { kind: 'When', span: condition.span, condition }
}

function checkPeriod(w: Walk, name: Name): BudgetAction['period'] | undefined {
  return (
    budgetPeriods.find((each) => each === name.text) ??
    (name.text === 'minute' ? tooShort(w, name) : unknownPeriod(w, 'budget', budgetPeriods, name))
  )
}

function tooShort(w: Walk, name: Name): undefined {
  const notes = [help('a `limit` of requests or tokens holds per minute; a budget holds for an hour or more')]
  return add(w.c, report('GWC1402', { name: name.text, what: 'budget' }, name.span, { notes }))
}

function uselessFit(w: Walk, { span }: BudgetDecl): void {
  const why = 'a soft budget denies nothing, so there is nothing to fit into'
  add(w.c, report('GWC1220', { what: '`fit` beside `soft`', why }, openingOf(span)))
}

// ---------------------------------------------------------------------------------------------- the amount

function checkAmount(w: Walk, decl: BudgetDecl, at: Span): Amount | undefined {
  const { amount, from } = decl
  if (from !== undefined) return checkFrom(w, decl, from)
  if (amount === undefined) {
    const name = decl.name.kind === 'Name' ? decl.name.text : ''
    const notes = [help(`\`budget ${name} $100 per month\` gives it one`)]
    return add(w.c, report('GWC1401', { what: 'budget', name, missing: 'amount' }, at, { notes }))
  }
  const amountNanos = readSetting(w.c, amounts, amount)
  return amountNanos === undefined ? undefined : { amountNanos }
}

/** `from key.budget default $50 at most $500`. */
function checkFrom(
  w: Walk,
  { amount }: BudgetDecl,
  from: NonNullable<BudgetDecl['from']>,
): Amount | undefined {
  const claim = claimOf(w, from.field)
  if (amount?.kind === 'Quantity') return twoAmounts(w, amount.span, from.field.span)
  const amountNanos =
    from.default === undefined ? noDefault(w, from.field) : readPart(w, 'default', from.default)
  const atMostNanos = from.atMost && readPart(w, 'at most', from.atMost)
  if (claim === undefined || amountNanos === undefined) return undefined
  if (from.atMost === undefined) return { amountNanos, fromKey: { claim } }
  if (atMostNanos === undefined) return undefined
  return amountNanos > atMostNanos
    ? beyondMost(w, from.atMost.span, amountNanos, atMostNanos)
    : { amountNanos, fromKey: { claim, atMostNanos } }
}

const readPart = (w: Walk, name: string, value: Parameters<typeof readSetting>[2]): number | undefined =>
  readSetting(w.c, { ...amounts, name } satisfies SettingRange, value)

function claimOf(w: Walk, { text, span }: Name): string | undefined {
  if (/^key\../.test(text)) return text.slice('key.'.length)
  const notes = [help(`\`from key.${text.split('.').at(-1) ?? 'budget'}\` reads that claim of the key`)]
  return add(w.c, report('GWC1410', { field: text }, span, { notes }))
}

function twoAmounts(w: Walk, amount: Span, field: Span): undefined {
  const secondary = [{ span: field, text: 'the amount comes from here too' }]
  const notes = [help('`from key.budget default $50` says what holds for keys that do not say')]
  const problem = 'a budget has one amount: written here, or of the key'
  return add(w.c, report('GWC1216', { problem }, amount, { secondary, notes }))
}

function noDefault(w: Walk, { text, span }: Name): undefined {
  const what = `\`from ${text}\``
  const notes = [help(`\`from ${text} default $50\` says what holds for keys that do not say`)]
  return add(w.c, report('GWC1218', { what, missing: 'a `default`' }, span, { notes }))
}

function beyondMost(w: Walk, at: Span, amount: number, most: number): undefined {
  const [written, ceiling] = [showQuantity(amount, 'money'), showQuantity(most, 'money')]
  const problem = `the default of ${written} is more than the most that a key may have, ${ceiling}`
  return add(w.c, report('GWC1216', { problem }, at))
}
