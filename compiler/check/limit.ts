import type { LimitDecl, Name } from '../../lang/ast.ts'
import { help, report } from '../../lang/report.ts'
import type { Span } from '../../lang/span.ts'
import type { LimitAction } from '../../schemas/generated/decision-table.ts'
import { add } from './checking.ts'
import { carryOver } from './former-names.ts'
import { checkDimension, checkWarnAt, unknownPeriod } from './meter-parts.ts'
import { readSetting } from './setting.ts'
import { checkWhen, nameRule, type Walk } from './walk.ts'

/** Windows that slide with the clock. */
export const limitPeriods = ['second', 'minute', 'hour', 'day'] as const satisfies readonly NonNullable<
  LimitAction['period']
>[]

/** Types a limit into the policy's list. */
export function checkLimit(w: Walk, decl: LimitDecl): void {
  const at = decl.name.kind === 'Name' ? decl.name.span : openingOf(decl.span)
  const row = checkWhen(w, whenOf(decl, at))
  const name = decl.name.kind === 'Name' ? nameRule(w, decl.name, 'limit') : undefined
  const amount = checkAmount(w, decl)
  const period = decl.period && checkPeriod(w, decl.period)
  const dimension = decl.dimension && checkOwnDimension(w, decl, decl.dimension, row?.condition)
  const warnAt = checkWarnAt(w, decl.warnAt, decl.soft)
  const isWhole =
    (decl.period === undefined || period !== undefined) &&
    (decl.dimension === undefined || dimension !== undefined)
  if (row === undefined || name === undefined || amount === undefined) return
  if (!isWhole || warnAt === undefined) return
  const was = decl.was && { was: carryOver(w, decl.was, name) }
  w.out.limit.push({
    name,
    ...was,
    span: decl.span,
    ...row,
    action: {
      kind: 'limit',
      name,
      of: decl.of,
      amount,
      ...(period && { period }),
      ...(dimension && { dimension }),
      soft: decl.soft,
      warnAtBasisPoints: [...warnAt],
    },
  })
}

const openingOf = (span: Span): Span => ({ ...span, end: Math.min(span.end, span.start + 'limit'.length) })

function whenOf({ condition }: LimitDecl, at: Span): Parameters<typeof checkWhen>[1] {
  return condition === undefined
    ? { kind: 'Always', span: at }
    : { kind: 'When', span: condition.span, condition }
}

function checkAmount(w: Walk, { amount, of }: LimitDecl): number | undefined {
  const unit = of === 'tokens' ? 'tokens' : 'integer'
  return readSetting(w.c, { name: of, unit, min: 1, max: Number.MAX_SAFE_INTEGER }, amount)
}

function checkPeriod(w: Walk, name: Name): LimitAction['period'] | undefined {
  return limitPeriods.find((each) => each === name.text) ?? unknownPeriod(w, 'limit', limitPeriods, name)
}

/** `8 concurrent per minute per key`: what runs at once has no period, so the first `per` is taken for a dimension. */
function checkOwnDimension(
  w: Walk,
  { of }: LimitDecl,
  name: Name,
  condition: Parameters<typeof checkDimension>[2],
): LimitAction['dimension'] | undefined {
  const isPeriod = of === 'concurrent' && limitPeriods.some((each) => each === name.text)
  if (!isPeriod) return checkDimension(w, name, condition)
  const notes = [help('leave the period out: `8 concurrent per key`')]
  const why = '`concurrent` counts what runs at the same moment'
  return add(w.c, report('GWC1220', { what: `\`per ${name.text}\``, why }, name.span, { notes }))
}
